import { msg } from '@lit/localize';
import { css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { WordsElement } from '../base/words-element';
import { sharedStyles } from '../styles/shared-styles';
import './secret-field';
import type { SecretField } from './secret-field';

/**
 * Asks for what opens a sealed backup. Whatever is typed may be any of the kinds of secret that open it; nobody has to say which.
 *
 * `openedBy`: the kinds of secret that do.
 *
 * @fires rv-typed - Something was typed and sent; `detail` is the text.
 */
@customElement('rv-unlock')
export class RvUnlock extends WordsElement {
  @property({ attribute: false }) openedBy: ReadonlySet<string> = new Set();
  @query('rv-secret-field') private field!: SecretField;

  protected override firstUpdated(): void {
    void this.field.updateComplete.then(() => this.field.focus());
  }

  protected override render() {
    return html`<form novalidate @submit=${this.#submit}>
      <rv-secret-field
        label=${this.#label()}
        autocomplete=${this.openedBy.has('passphrase') ? 'current-password' : 'off'}
      ></rv-secret-field>
      <button class="primary" type="submit">${msg('Open the backup')}</button>
    </form>`;
  }

  #label(): string {
    if (!this.openedBy.has('passphrase')) return msg('Recovery code');
    return this.openedBy.has('recovery') ? msg('Passphrase or recovery code') : msg('Passphrase');
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const { value } = this.field;
    if (value.trim() === '') this.field.focus();
    else this.dispatchEvent(new CustomEvent('rv-typed', { detail: value }));
  }

  static override styles = [
    sharedStyles,
    css`
      form {
        display: flex;
        flex-direction: column;
        gap: var(--s4);
        align-items: stretch;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-unlock': RvUnlock;
  }
}
