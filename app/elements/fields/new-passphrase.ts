import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { isTooShort } from '../../domain/settings/passphrase';
import { tooShortWords } from '../../words/settings/passphrase-words';
import { WordsElement } from '../base/words-element';
import { sharedStyles } from '../styles/shared-styles';

/**
 * A passphrase for a file, chosen and typed twice.
 *
 * @fires rv-passphrase - It was chosen; `detail` is the passphrase.
 * @fires rv-cancel - The person went back.
 */
@customElement('rv-new-passphrase')
export class RvNewPassphrase extends WordsElement {
  @property() action = '';
  @state() private visible = false;
  @state() private problem = '';
  @query('#first') private first!: HTMLInputElement;
  @query('#second') private second!: HTMLInputElement;

  protected override firstUpdated(): void {
    this.first.focus();
  }

  protected override render() {
    const type = this.visible ? 'text' : 'password';
    return html`<form novalidate @submit=${this.#submit} @input=${this.#onInput}>
      <div class="stack tight">
        <h3 class="h3">${msg('Choose a passphrase for the file')}</h3>
        <p class="small" id="hint">
          ${msg('Anyone who has the file needs this to open it, including you. Four or five unrelated words work well. Write it down: there’s no other way in, and no one can reset it.')}
        </p>
      </div>
      <label class="field">
        <span>${msg('Passphrase')}</span>
        <input id="first" type=${type} autocomplete="new-password" autocapitalize="off" spellcheck="false" aria-describedby="hint problem" />
      </label>
      <label class="field">
        <span>${msg('Type it again')}</span>
        <input id="second" type=${type} autocomplete="new-password" autocapitalize="off" spellcheck="false" aria-describedby="problem" />
      </label>
      <label class="check">
        <input type="checkbox" .checked=${this.visible} @change=${() => (this.visible = !this.visible)} />
        <span>${msg('Show what I’m typing')}</span>
      </label>
      <p class="problem" id="problem" role="alert">${this.problem || nothing}</p>
      <div class="row">
        <button class="primary less" type="submit">${this.action || msg('Save the backup')}</button>
        <button class="link" type="button" @click=${() => this.dispatchEvent(new CustomEvent('rv-cancel'))}>
          ${msg('Cancel')}
        </button>
      </div>
    </form>`;
  }

  /** What was wrong was wrong with what stood there before. */
  readonly #onInput = (): void => {
    this.problem = '';
  };

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const [first, second] = [this.first.value, this.second.value];
    if (isTooShort(first)) {
      this.#say(this.first, tooShortWords());
    } else if (first !== second) {
      this.#say(this.second, msg('The two don’t match.'));
    } else {
      this.problem = '';
      this.dispatchEvent(new CustomEvent('rv-passphrase', { detail: first }));
    }
  }

  #say(field: HTMLInputElement, problem: string): void {
    this.problem = problem;
    field.focus();
  }

  static override styles = [
    sharedStyles,
    css`
      form {
        display: flex;
        flex-direction: column;
        gap: var(--s4);
      }
      .problem {
        color: var(--bad);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-new-passphrase': RvNewPassphrase;
  }
}
