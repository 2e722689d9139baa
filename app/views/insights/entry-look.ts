import { msg } from '@lit/localize';
import { css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { WordsElement } from '../../elements/base/words-element';
import '../../elements/marks/icon';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { EntryOutline } from '../../journal/journal';
import { fullDay } from '../../words/dates';
import { countEntries } from '../../words/entry/entry-words';
import '../history/entry-row';

/** Most entries in one look. */
const MOST = 30;

/**
 * A first look at the entries that a point of a chart stands for, each a link to the entry itself. The page behind waits; Escape
 * goes back to it.
 *
 * @fires rv-close
 */
@customElement('rv-entry-look')
export class EntryLook extends WordsElement {
  /** Newest first. */
  @property({ attribute: false }) outlines: readonly EntryOutline[] = [];
  @query('dialog') private dialog!: HTMLDialogElement;

  protected override firstUpdated(): void {
    this.dialog.showModal();
  }

  protected override render() {
    return html`<dialog aria-labelledby="heading" @close=${this.#onClose} @click=${this.#onClick}>
      <div class="spread">
        <h2 class="h3" id="heading">${countEntries(this.outlines.length)}</h2>
        <button class="icon" aria-label=${msg('Close')} @click=${() => this.dialog.close()}><rv-icon name="close"></rv-icon></button>
      </div>
      <div class="list">
        ${this.outlines
          .slice(0, MOST)
          .map(
            (outline) =>
              html`<rv-entry-row labelled .outline=${outline} when=${fullDay(outline.startedAt)}></rv-entry-row>`,
          )}
      </div>
    </dialog>`;
  }

  readonly #onClose = (): void => {
    this.dispatchEvent(new CustomEvent('rv-close'));
  };

  /** Outside of it is the dialog itself: everything in it lies on something of its own. */
  readonly #onClick = (event: Event): void => {
    if (event.target === this.dialog) this.dialog.close();
  };

  static override styles = [
    sharedStyles,
    css`
      dialog {
        width: min(100%, 34rem);
        max-width: none;
        max-height: 70vh;
        margin-block: auto 0;
        padding: var(--s4);
        border: 0;
        border-radius: var(--r) var(--r) 0 0;
        background: var(--card);
        color: var(--ink);
        box-shadow: var(--shadow);
      }
      dialog::backdrop {
        background: rgb(20 14 10 / 40%);
      }
      .list {
        margin-inline: calc(-1 * var(--s4));
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-entry-look': EntryLook;
  }
}
