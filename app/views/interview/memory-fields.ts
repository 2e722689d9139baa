import { html, nothing, type TemplateResult } from 'lit';
import type { Memory } from '../../domain/memory/memory';
import { onDate } from '../../recall/interview/answers';
import { chooseQuestions } from '../../recall/interview/interview';
import { openQuestions } from '../../recall/interview/open-questions';
import { afterFields, choiceField, occasionFields } from './after-fields';
import type { Answer } from './choice';
import { CHOICES } from './choices';
import { exactDate } from './exact-date';
import { selfRelevanceScale } from './question';

/** All that was asked of a memory but its people and places, which are among the tags: to be changed later. `today`: `2026-11-22` */
export function memoryFields(memory: Memory, today: string, answer: Answer): TemplateResult {
  const open = openQuestions(memory);
  const field = (question: 'direction' | 'when' | 'timeAhead' | 'lifePeriod' | 'perspective' | 'expectedValence') =>
    open.includes(question)
      ? choiceField(question, chooseQuestions()[question].text, CHOICES[question], memory, answer)
      : nothing;
  return html`
    ${field('direction')} ${field('when')}
    ${open.includes('when') ? exactDate(memory, today, (date) => answer(onDate(memory, date, today))) : nothing}
    ${field('timeAhead')} ${field('lifePeriod')} ${occasionFields(memory, answer)} ${field('perspective')}
    ${selfRelevanceScale(memory, (selfRelevance) => answer({ selfRelevance }), { bare: false })}
    ${field('expectedValence')} ${afterFields(memory, answer)}
  `;
}
