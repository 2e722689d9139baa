import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { lowerCase } from '../../words/letters';
import { WordsElement } from '../base/words-element';
import { sharedStyles } from '../styles/shared-styles';

/**
 * A question that must be answered first, in a native `<dialog>`: the page behind is inert, Escape answers no, and the
 * focus goes back to where it came from.
 *
 * `heading`: the question. `confirm`, `dismiss`: the words on the buttons. `dangerous`: the answer destroys something.
 * `typed`: a word that must be typed before yes can be chosen; empty for none. Further text goes in the slot.
 * Open it with `show()`.
 *
 * @fires rv-confirm - Yes.
 * @fires rv-dismiss - No, by button or Escape.
 */
@customElement('rv-dialog')
export class RvDialog extends WordsElement {
  @property() heading = '';
  @property() confirm = '';
  @property() dismiss = '';
  @property() typed = '';
  @property({ type: Boolean }) dangerous = false;

  @state() private entered = '';
  @query('dialog') private dialog!: HTMLDialogElement;

  get open(): boolean {
    return this.dialog?.open ?? false;
  }

  async show(): Promise<void> {
    this.entered = '';
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
  }

  close(): void {
    if (this.open) this.dialog.close();
  }

  protected override render() {
    return html`
      <dialog aria-labelledby="heading" @cancel=${this.#cancel}>
        <form class="body" novalidate @submit=${this.#submit}>
          <h2 class="h2" id="heading">${this.heading}</h2>
          <div class="lede"><slot></slot></div>
          ${this.typed ? this.#field() : nothing}
          <div class="buttons">
            <button class=${this.dangerous ? 'danger' : 'primary'} type="submit" ?disabled=${!this.#ready}>
              ${this.confirm || msg('Yes')}
            </button>
            <button class="quiet" type="button" autofocus @click=${this.#no}>${this.dismiss || msg('Cancel')}</button>
          </div>
        </form>
      </dialog>
    `;
  }

  #field() {
    return html`<label class="field">
      <span>${msg(str`Type “${this.typed}” to continue`)}</span>
      <input type="text" autocomplete="off" autocapitalize="off" spellcheck="false" .value=${this.entered} @input=${this.#type} />
    </label>`;
  }

  get #ready(): boolean {
    return lowerCase(this.entered.trim()) === lowerCase(this.typed);
  }

  #type(event: Event) {
    this.entered = (event.target as HTMLInputElement).value;
  }

  #submit(event: SubmitEvent) {
    event.preventDefault();
    if (!this.#ready) return;
    this.close();
    this.dispatchEvent(new CustomEvent('rv-confirm'));
  }

  #cancel(event: Event) {
    event.preventDefault();
    this.#no();
  }

  #no() {
    this.close();
    this.dispatchEvent(new CustomEvent('rv-dismiss'));
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: contents;
      }
      dialog {
        width: min(100% - 2 * var(--s4), 27rem);
        max-height: calc(100dvh - 2 * var(--s4));
        padding: var(--s5);
        border: 1px solid transparent;
        border-radius: var(--r);
        background: var(--card);
        color: var(--ink);
        box-shadow: var(--shadow);
      }
      dialog::backdrop {
        background: rgb(20 14 10 / 55%);
      }
      @media (prefers-reduced-motion: no-preference) {
        dialog[open] {
          animation: rise 320ms var(--ease);
        }
      }
      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(12px);
        }
      }
      .body {
        display: flex;
        flex-direction: column;
        gap: var(--s4);
      }
      .buttons {
        display: flex;
        flex-direction: column;
        gap: var(--s2);
        margin-top: var(--s2);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-dialog': RvDialog;
  }
}
