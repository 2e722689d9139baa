import { msg } from '@lit/localize';
import { css, html, type TemplateResult } from 'lit';
import type { Memory } from '../../domain/memory/memory';
import type { Report } from '../../domain/report/report';
import { type InterviewQuestion, oneOccasionOf, openQuestions } from '../../recall/interview/open-questions';
import { enumerated } from '../../words/lists';
import { memoryDateWords } from '../../words/memory/memory-date-words';
import { cueValenceWord, directionWord, specificityWord, whenWord } from '../../words/memory/memory-words';
import { lifePeriodWord, perspectiveWord, timeAheadWord } from '../../words/memory/recollection-words';
import { ofSeven } from '../../words/report/rating-words';
import { tagKindWord } from '../../words/report/tag-words';
import { tagKindOf } from './question';

/** What was said in the interview, a line an answer; each leads back to its question. */
export function saidSoFar(
  memory: Memory,
  report: Report,
  turnTo: (question: InterviewQuestion) => void,
): TemplateResult {
  const lines = openQuestions(memory).flatMap((question) => {
    const value = wordsOf(question, memory, report);
    return value === '' ? [] : [{ question, name: nameOf(question), value }];
  });
  return html`<ul class="said-so-far">
    ${lines.map(
      ({ question, name, value }) => html`<li>
        <button type="button" @click=${() => turnTo(question)}><span>${name}</span> <b>${value}</b></button>
      </li>`,
    )}
  </ul>`;
}

function nameOf(question: InterviewQuestion): string {
  const kind = tagKindOf(question);
  if (kind) return tagKindWord(kind);
  switch (question) {
    case 'direction':
      return msg('Past or future');
    case 'when':
    case 'timeAhead':
      return msg('When');
    case 'lifePeriod':
      return msg('Time of life');
    case 'perspective':
      return msg('How you see it');
    case 'selfRelevance':
      return msg('Part of who you are');
    case 'expectedValence':
      return msg('What you expect');
    default:
      return msg('Kind of memory');
  }
}

/** Empty where nothing was said. */
function wordsOf(question: InterviewQuestion, memory: Memory, { tags = [] }: Report): string {
  const { when, date, whenUnsure, timeAhead, lifePeriod, perspective, selfRelevance, expectedValence, specificity } =
    memory;
  const kind = tagKindOf(question);
  if (kind) return enumerated(tags.filter((tag) => tag.kind === kind).map(({ name }) => name));
  switch (question) {
    case 'direction':
      return directionWord(memory.direction);
    case 'when':
      if (date) return memoryDateWords(date);
      return whenUnsure ? msg('I’m not sure') : when ? whenWord(when) : '';
    case 'timeAhead':
      return whenUnsure ? msg('I’m not sure') : timeAhead ? timeAheadWord(timeAhead) : '';
    case 'lifePeriod':
      return lifePeriod ? lifePeriodWord(lifePeriod) : '';
    case 'oneOccasion':
      if (specificity) return specificityWord(specificity);
      return oneOccasionOf(memory) ? specificityWord('specific') : '';
    case 'perspective':
      return perspective ? perspectiveWord(perspective) : '';
    case 'selfRelevance':
      return selfRelevance === null ? '' : ofSeven(selfRelevance);
    case 'expectedValence':
      return expectedValence ? cueValenceWord(expectedValence) : '';
    default:
      return '';
  }
}

export const saidSoFarStyles = css`
  .said-so-far {
    display: flex;
    flex-direction: column;
  }
  .said-so-far li + li {
    border-top: 1px solid var(--line);
  }
  .said-so-far button {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 2px var(--s4);
    width: 100%;
    min-height: 48px;
    padding: var(--s3) 0;
    border: 0;
    background: none;
    font: inherit;
    text-align: start;
  }
  .said-so-far span {
    color: var(--ink-2);
  }
  .said-so-far b {
    font-weight: 500;
    overflow-wrap: anywhere;
  }
`;
