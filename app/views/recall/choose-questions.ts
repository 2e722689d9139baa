import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { CUE_VALENCES, DIRECTIONS, type Memory, WHENS } from '../../domain/memory/memory';
import { cueValenceWord, directionWord, whenWord } from '../../words/memory/memory-words';
import '../../elements/fields/scale-picker';
import type { ScaleChange } from '../../elements/fields/scale-picker';
import { chooseQuestions } from '../../recall/interview/interview';

/** The memory so far, and the two plain questions its specificity is told from. */
export interface ChooseAnswers {
  readonly memory: Memory;
  readonly oneOccasion: boolean | null;
  readonly withinADay: boolean | null;
}

export type ChooseQuestion = Exclude<keyof ReturnType<typeof chooseQuestions>, 'title'>;

type Answer = (change: Partial<ChooseAnswers>) => void;

/** Which questions make sense for what has been said: the future needs no "when", "often" no "less than a day". */
export function openQuestions({ memory, oneOccasion }: ChooseAnswers): readonly ChooseQuestion[] {
  return [
    'direction',
    ...(memory.direction === 'past' ? (['when'] as const) : []),
    'oneOccasion',
    ...(oneOccasion ? (['withinADay'] as const) : []),
    'selfRelevance',
    'expectedValence',
  ];
}

/** One question as a heading with its answers; each answer can be taken back by choosing it again. */
export function chooseQuestion(question: ChooseQuestion, answers: ChooseAnswers, answer: Answer): TemplateResult {
  const { text, hint } = chooseQuestions()[question];
  return html`
    <h1 class="h1" id="question">${text}</h1>
    ${hint && question !== 'selfRelevance' ? html`<p class="lede">${hint}</p>` : nothing}
    ${answersTo(question, answers, answer)}
  `;
}

function answersTo(question: ChooseQuestion, answers: ChooseAnswers, answer: Answer): TemplateResult {
  const { memory } = answers;
  const change = (part: Partial<Memory>): void => answer({ memory: { ...memory, ...part } });
  switch (question) {
    case 'direction':
      // A direction is always known, from the cue at the least: it can be changed but not left open.
      return chips(DIRECTIONS, memory.direction, directionWord, (direction) =>
        change({ direction: direction ?? memory.direction, when: direction === 'future' ? 'ahead' : null }),
      );
    case 'when':
      return chips(
        WHENS.filter((when) => when !== 'ahead'),
        memory.when,
        whenWord,
        (when) => change({ when }),
      );
    case 'oneOccasion':
      return yesNo(answers.oneOccasion, (oneOccasion) => answer({ oneOccasion, withinADay: null }));
    case 'withinADay':
      return yesNo(answers.withinADay, (withinADay) => answer({ withinADay }));
    case 'selfRelevance':
      return scale(memory.selfRelevance, (selfRelevance) => change({ selfRelevance }));
    case 'expectedValence':
      return chips(CUE_VALENCES, memory.expectedValence, cueValenceWord, (expectedValence) =>
        change({ expectedValence }),
      );
  }
}

function chips<T extends string>(
  options: readonly T[],
  chosen: T | null,
  word: (option: T) => string,
  choose: (option: T | null) => void,
): TemplateResult {
  return html`
    <div class="chips" role="group" aria-labelledby="question">
      ${options.map(
        (option) => html`
          <button type="button" class="chip" aria-pressed=${option === chosen} @click=${() => choose(option === chosen ? null : option)}>
            ${word(option)}
          </button>
        `,
      )}
    </div>
  `;
}

const yesNo = (chosen: boolean | null, choose: (answer: boolean | null) => void): TemplateResult =>
  chips(
    ['yes', 'no'] as const,
    chosen === null ? null : chosen ? 'yes' : 'no',
    (option) => (option === 'yes' ? msg('yes') : msg('no')),
    (option) => choose(option === null ? null : option === 'yes'),
  );

const scale = (value: number | null, choose: (value: number | null) => void): TemplateResult => html`
  <rv-scale-picker
    .value=${value}
    bare
    label=${chooseQuestions().selfRelevance.text}
    low=${msg('hardly at all')}
    high=${msg('very much')}
    @rv-change=${(event: ScaleChange) => choose(event.detail.value)}
  ></rv-scale-picker>
`;
