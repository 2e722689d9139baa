import { html, type TemplateResult } from 'lit';
import type { Memory } from '../../domain/memory/memory';
import type { MemoryChange } from '../../recall/interview/answers';

/** A question about the memory that is answered by one of a few words. */
interface ChoiceOf<T> {
  readonly options: (memory: Memory) => readonly T[];
  /** Null where it is open. */
  readonly chosen: (memory: Memory) => T | null;
  readonly word: (option: T) => string;
  /** What an answer changes; null takes it back. */
  readonly change: (memory: Memory, option: T | null) => MemoryChange;
  /** Short words, side by side. */
  readonly isShort?: boolean;
}

/** What an answer is given with: whether the person has tapped it, and may go on. */
export type Answer = (change: MemoryChange) => void;

export interface Choice {
  isAnswered(memory: Memory): boolean;
  cleared(memory: Memory): MemoryChange;
  /**
   * The answers as buttons, because each leads on. `labelledBy`: the id of what asks. In a form, where nothing leads on, the one that was
   * chosen is taken back by choosing it again.
   */
  answers(memory: Memory, labelledBy: string, answer: Answer, inForm?: boolean): TemplateResult;
}

export const choice = <T>({ options, chosen, word, change, isShort = false }: ChoiceOf<T>): Choice => ({
  isAnswered: (memory) => chosen(memory) !== null,
  cleared: (memory) => change(memory, null),
  answers: (memory, labelledBy, answer, inForm = false) => {
    const now = chosen(memory);
    return html`<div class="answers ${isShort ? 'short' : ''}" role="group" aria-labelledby=${labelledBy}>
      ${options(memory).map(
        (option) =>
          html`<button
            type="button"
            class="answer"
            aria-pressed=${option === now}
            @click=${() => answer(change(memory, inForm && option === now ? null : option))}
          >
            ${word(option)}
          </button>`,
      )}
    </div>`;
  },
});
