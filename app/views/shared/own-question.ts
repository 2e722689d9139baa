import { msg } from '@lit/localize';
import { css, html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { LONGEST_QUESTION, type OwnCue } from '../../domain/memory/cue-choices';
import { type CueValence, DIRECTIONS, type Direction } from '../../domain/memory/memory';
import { WordsElement } from '../../elements/base/words-element';
import { choices } from '../../elements/fields/choices';
import { choiceStyles } from '../../elements/styles/choice-styles';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { classWord, directionWord } from '../../words/memory/memory-words';

/** Fired when the question is written; who shows the form keeps it. */
export type QuestionWritten = CustomEvent<Omit<OwnCue, 'id'>>;

/** In the order they are offered: nobody is asked for a hard one first. */
const CLASSES: readonly CueValence[] = ['neutral', 'positive', 'negative'];

/**
 * A question that a person writes for themselves. Only the question is needed.
 *
 * `cue`: one they wrote before, to change it. `confirm`: the word on the button.
 * @fires rv-written {QuestionWritten}
 * @fires rv-dismiss
 */
@customElement('rv-own-question')
export class RvOwnQuestion extends WordsElement {
  @property({ attribute: false }) cue: OwnCue | null = null;
  @property() confirm = '';
  @state() private direction: Direction = 'past';
  @state() private valence: CueValence = 'neutral';
  @query('textarea') private field!: HTMLTextAreaElement;

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.cue) return;
    this.direction = this.cue.direction;
    this.valence = this.cue.valence;
  }

  protected override render() {
    return html`<form @submit=${this.#submit}>
      <label class="field">
        <span>${msg('Your question')}</span>
        <textarea
          rows="3"
          required
          maxlength=${LONGEST_QUESTION}
          placeholder=${msg('Who taught me to swim?')}
          .value=${this.cue?.question ?? ''}
          @keydown=${this.#onKey}
        ></textarea>
      </label>
      <fieldset>
        <legend>${msg('Has it happened?')}</legend>
        ${choices(
          'direction',
          DIRECTIONS.map((value) => ({ value, word: directionWord(value) })),
          this.direction,
          (direction) => {
            this.direction = direction;
          },
        )}
      </fieldset>
      <fieldset>
        <legend>${msg('What kind of moment is it?')}</legend>
        ${choices(
          'valence',
          CLASSES.map((value) => ({ value, word: classWord(value) })),
          this.valence,
          (valence) => {
            this.valence = valence;
          },
        )}
      </fieldset>
      <div class="row">
        <button class="primary less">${this.confirm}</button>
        <button type="button" class="link" @click=${() => this.dispatchEvent(new CustomEvent('rv-dismiss'))}>${msg('Cancel')}</button>
      </div>
    </form>`;
  }

  /** A question has one line: Enter writes it. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    this.field.form?.requestSubmit();
  };

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    const question = this.field.value.trim().replace(/\s+/g, ' ');
    if (question === '') {
      this.field.focus();
      return;
    }
    const { direction, valence } = this;
    this.dispatchEvent(new CustomEvent('rv-written', { detail: { question, direction, valence } }));
  };

  static override styles = [
    sharedStyles,
    choiceStyles,
    css`
      form {
        display: flex;
        flex-direction: column;
        gap: var(--s4);
      }
      fieldset {
        display: flex;
        flex-direction: column;
        gap: var(--s2);
      }
      textarea {
        min-height: 4.5rem;
        font: 500 var(--t1) / 1.35 var(--serif);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-own-question': RvOwnQuestion;
  }
}
