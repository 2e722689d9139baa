import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { sharedStyles } from '../styles/shared-styles';

/** How long a toast stays, unless the pointer or the focus is on it (WCAG 2.2.1 asks that nobody is hurried). */
export const TOAST_MS = 8_000;

/**
 * A short word about something that just happened, with at most one action.
 *
 * `text`: what happened; empty hides the toast. `action`: the word on its button, or empty.
 *
 * @fires rv-act - The action was chosen.
 * @fires rv-close - It has gone; the owner should empty `text`.
 */
@customElement('rv-toast')
export class RvToast extends LitElement {
  @property() text = '';
  @property() action = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  protected override updated(changed: PropertyValues<this>) {
    if (changed.has('text')) this.#count();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override render() {
    return html`<div role="status">
      ${
        this.text
          ? html`<div class="toast" @pointerenter=${this.#hold} @pointerleave=${this.#count} @focusin=${this.#hold} @focusout=${this.#count}>
            <span>${this.text}</span>
            ${this.action ? html`<button class="link" @click=${this.#act}>${this.action}</button>` : nothing}
          </div>`
          : nothing
      }
    </div>`;
  }

  #hold() {
    clearTimeout(this.#timer);
  }

  #count() {
    clearTimeout(this.#timer);
    if (this.text) this.#timer = setTimeout(() => this.#tell('rv-close'), TOAST_MS);
  }

  #act() {
    this.#tell('rv-act');
    this.#tell('rv-close');
  }

  #tell(name: 'rv-act' | 'rv-close') {
    this.dispatchEvent(new CustomEvent(name));
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        position: fixed;
        inset: auto var(--s4) calc(var(--tabs-height, 0px) + var(--s4) + env(safe-area-inset-bottom));
        z-index: 5;
        pointer-events: none;
      }
      .toast {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--s3);
        max-width: 28rem;
        min-height: 44px;
        margin-inline: auto;
        padding: var(--s2);
        padding-inline-start: var(--s4);
        border-radius: var(--r);
        background: var(--ink);
        color: var(--paper);
        box-shadow: var(--shadow);
        pointer-events: auto;
      }
      @media (prefers-reduced-motion: no-preference) {
        .toast {
          animation: rise var(--slow) var(--ease);
        }
      }
      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(12px);
        }
      }
      .link {
        color: inherit;
        font-weight: 600;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-toast': RvToast;
  }
}
