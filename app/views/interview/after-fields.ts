import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Memory } from '../../domain/memory/memory';
import '../../elements/fields/scale-picker';
import type { ScaleChange } from '../../elements/fields/scale-picker';
import { afterQuestions, chooseQuestions } from '../../recall/interview/interview';
import { oneOccasionOf } from '../../recall/interview/open-questions';
import type { Answer, Choice } from './choice';
import { CHOICES } from './choices';

/** What the fold is called that holds them. */
export const aboutMemory = (): string => msg('More about this memory');

/** What can only be told once it was relived: each may stay open, and is taken back by choosing it again. */
export function afterFields(memory: Memory, answer: Answer): TemplateResult {
  const { reliving, rehearsal, feelsNow } = afterQuestions();
  return html`
    ${scale(reliving, memory.reliving, (value) => answer({ reliving: value }))}
    ${scale(rehearsal, memory.rehearsal, (value) => answer({ rehearsal: value }))}
    ${memory.direction === 'past' ? choiceField('feelsNow', feelsNow.text, CHOICES.feelsNow, memory, answer) : nothing}
  `;
}

/** The two questions that specificity is told from. */
export function occasionFields(memory: Memory, answer: Answer): TemplateResult {
  const { oneOccasion, withinADay } = chooseQuestions();
  return html`
    ${choiceField('oneOccasion', oneOccasion.text, CHOICES.oneOccasion, memory, answer)}
    ${oneOccasionOf(memory) ? choiceField('withinADay', withinADay.text, CHOICES.withinADay, memory, answer) : nothing}
  `;
}

/** A question of a form, with its answers below. `id` is that of what asks. */
export const choiceField = (id: string, text: string, choice: Choice, memory: Memory, answer: Answer): TemplateResult =>
  html`<div class="asked">
    <h2 class="h3" id=${id}>${text}</h2>
    ${choice.answers(memory, id, answer, true)}
  </div>`;

const scale = (
  { text, low, high }: { readonly text: string; readonly low: string; readonly high: string },
  value: number | undefined,
  choose: (value: number | undefined) => void,
): TemplateResult => html`
  <rv-scale-picker
    label=${text}
    low=${low}
    high=${high}
    .value=${value ?? null}
    @rv-change=${({ detail }: ScaleChange) => choose(detail.value ?? undefined)}
  ></rv-scale-picker>
`;
