import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { WordsElement } from '../../elements/base/words-element';
import { enumerated } from '../../words/lists';
import { formatBytes } from '../../words/measures';
import '../../elements/marks/icon';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { Copy } from '../../journal/backup/copies/copies';
import { agoWords, dateOf } from '../../words/day-words';

/**
 * Where the backup comes from: a file, or a copy this phone keeps.
 *
 * `copies`: newest first. `today`: `YYYY-MM-DD`, to say how old they are.
 *
 * @fires rv-file - A file was chosen; `detail` is the file.
 * @fires rv-copy - A copy was chosen; `detail` is its name.
 */
@customElement('rv-restore-choose')
export class RvRestoreChoose extends WordsElement {
  @property({ attribute: false }) copies: readonly Copy[] = [];
  @property() today = '';

  protected override render() {
    return html`
      <label class="primary">
        ${msg('Choose a file')}
        <small>${msg('its name ends in .reverie')}</small>
        <input type="file" accept=".reverie,application/vnd.reverie.backup" @change=${this.#onFile} />
      </label>
      ${this.copies.length === 0 ? nothing : this.#copies()}
    `;
  }

  #copies(): TemplateResult {
    return html`<section aria-labelledby="copies">
      <h2 class="h2" id="copies">${msg('Copies on this phone')}</h2>
      <ul class="card list" role="list">
        ${this.copies.map((copy) => html`<li>${this.#copy(copy)}</li>`)}
      </ul>
    </section>`;
  }

  #copy({ name, kind, day, bytes }: Copy): TemplateResult {
    const ago = agoWords(day, this.today);
    const size = formatBytes(bytes);
    return html`<button @click=${() => this.dispatchEvent(new CustomEvent('rv-copy', { detail: name }))}>
      <span>
        <b>${dateOf(day)}</b>
        <span class="small">${kind === 'before' ? msg(str`${ago}, ${size}, saved before your journal was replaced`) : enumerated([ago, size])}</span>
      </span>
      <rv-icon name="forward"></rv-icon>
    </button>`;
  }

  #onFile({ target }: Event): void {
    const input = target as HTMLInputElement;
    const file = input.files?.[0];
    // The same file can be chosen again after it was refused.
    input.value = '';
    if (file) this.dispatchEvent(new CustomEvent('rv-file', { detail: file }));
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--s6);
      }
      label {
        position: relative;
        cursor: pointer;
      }
      label:has(:focus-visible) {
        outline: var(--focus);
        outline-offset: 3px;
      }
      input {
        position: absolute;
        inset: 0;
        opacity: 0;
        cursor: pointer;
      }
      section {
        display: flex;
        flex-direction: column;
        gap: var(--s3);
      }
      .card {
        padding: 0;
        overflow: clip;
      }
      li button {
        display: flex;
        width: 100%;
        min-height: var(--tap);
        align-items: center;
        justify-content: space-between;
        gap: var(--s3);
        padding: var(--s3) var(--s4);
        border: 0;
        background: none;
        text-align: start;
      }
      li button:hover {
        background: var(--sunk);
      }
      li button:focus-visible {
        outline-offset: -3px;
      }
      li b {
        display: block;
        font-weight: 600;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-restore-choose': RvRestoreChoose;
  }
}
