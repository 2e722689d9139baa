import { msg } from '@lit/localize';
import { css, html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { WordsElement } from '../base/words-element';
import { sharedStyles } from '../styles/shared-styles';

/**
 * A field for a passphrase or a code, hidden until one asks to see it. What is typed stays in the field: it is in no property
 * that a framework keeps.
 *
 * `label`: its name. `hint`: a line below it. `autocomplete`: as for `<input>`. `invalid`: it was refused.
 *
 * @fires input - As each key is typed.
 */
@customElement('rv-secret-field')
export class SecretField extends WordsElement {
  @property() label = '';
  @property() hint = '';
  @property() autocomplete: AutoFill | undefined;
  @property({ type: Boolean }) invalid = false;
  @state() private shown = false;
  @query('input') private input!: HTMLInputElement;

  get value(): string {
    return this.input?.value ?? '';
  }

  clear(): void {
    if (this.input) this.input.value = '';
  }

  override focus(): void {
    this.input?.focus();
  }

  protected override render() {
    return html`<div class="field">
      <label for="secret">${this.label}</label>
      <div class="box">
        <input
          id="secret"
          type=${this.shown ? 'text' : 'password'}
          autocomplete=${ifDefined(this.autocomplete)}
          autocapitalize="off"
          autocorrect="off"
          spellcheck="false"
          aria-invalid=${this.invalid}
          aria-describedby="hint"
          @keydown=${this.#onKey}
        />
        <button class="link" type="button" aria-pressed=${this.shown} @click=${this.#toggle}>
          ${this.shown ? msg('Hide') : msg('Show')}
        </button>
      </div>
      <p class="small" id="hint" role="status">${this.hint}</p>
    </div>`;
  }

  /** The form around it does not know a field that is in another shadow root than the form. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.isComposing) this.closest('form')?.requestSubmit();
  };

  readonly #toggle = (): void => {
    this.shown = !this.shown;
  };

  static override styles = [
    sharedStyles,
    css`
      label {
        font-weight: 600;
      }
      #hint:empty {
        display: none;
      }
      /* One field with its button in it, however long the button's word is. */
      .box {
        display: flex;
        align-items: center;
        border: 1px solid var(--edge);
        border-radius: var(--r-s);
        background: var(--card);
      }
      .box:has(input:focus-visible) {
        outline: var(--focus);
        outline-offset: 3px;
      }
      .box:has([aria-invalid='true']) {
        border-color: var(--bad);
      }
      .box input {
        flex: 1;
        min-width: 0;
        border: 0;
        background: none;
        outline: none;
      }
      button {
        flex: none;
        min-width: 44px;
        margin-inline-end: var(--s1);
        padding-inline: var(--s3);
        text-decoration: none;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-secret-field': SecretField;
  }
}
