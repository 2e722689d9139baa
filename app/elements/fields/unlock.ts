import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { WordsElement } from '../base/words-element';
import { sharedStyles } from '../styles/shared-styles';

type Kind = 'passphrase' | 'recovery';

/**
 * Asks for what opens a sealed backup.
 *
 * `openedBy`: the kinds of secret that do.
 *
 * @fires rv-secret - It was given; `detail` is `{ kind: 'passphrase', text }` or `{ kind: 'recovery', code }`.
 */
@customElement('rv-unlock')
export class RvUnlock extends WordsElement {
  static override styles = [
    sharedStyles,
    css`
      form {
        display: flex;
        flex-direction: column;
        gap: var(--s4);
        align-items: stretch;
      }
      .link {
        align-self: flex-start;
        margin-inline-start: calc(-1 * var(--s2));
      }
    `,
  ];

  @property({ attribute: false }) openedBy: ReadonlySet<string> = new Set();
  @state() private wanted: Kind | null = null;
  @state() private visible = false;
  @query('.field input') private field!: HTMLInputElement;

  get #kind(): Kind {
    return this.wanted ?? (this.openedBy.has('passphrase') ? 'passphrase' : 'recovery');
  }

  protected override firstUpdated(): void {
    this.field.focus();
  }

  protected override render() {
    const kind = this.#kind;
    const type = kind === 'recovery' || this.visible ? 'text' : 'password';
    return html`<form novalidate @submit=${this.#submit}>
      <label class="field">
        <span>${kind === 'passphrase' ? msg('Passphrase') : msg('Recovery code')}</span>
        <input type=${type} autocomplete=${kind === 'passphrase' ? 'current-password' : 'off'} autocapitalize="off" spellcheck="false" />
      </label>
      ${
        kind === 'recovery'
          ? nothing
          : html`<label class="check">
              <input type="checkbox" .checked=${this.visible} @change=${() => (this.visible = !this.visible)} />
              <span>${msg('Show what I’m typing')}</span>
            </label>`
      }
      <button class="primary" type="submit">${msg('Open the backup')}</button>
      ${this.#other(kind)}
    </form>`;
  }

  #other(kind: Kind) {
    const other = kind === 'passphrase' ? 'recovery' : 'passphrase';
    if (!this.openedBy.has(other)) return nothing;
    return html`<button class="link" type="button" @click=${() => (this.wanted = other)}>
      ${other === 'recovery' ? msg('Use the recovery code instead') : msg('Use the passphrase instead')}
    </button>`;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const { value } = this.field;
    if (value.trim() === '') {
      this.field.focus();
      return;
    }
    const detail =
      this.#kind === 'passphrase' ? { kind: 'passphrase', text: value } : { kind: 'recovery', code: value };
    this.dispatchEvent(new CustomEvent('rv-secret', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-unlock': RvUnlock;
  }
}
