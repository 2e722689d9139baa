import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatBytes } from '../../words/measures';
import { cssVars } from '../base/css-vars';
import { WordsElement } from '../base/words-element';
import { sharedStyles } from '../styles/shared-styles';

/**
 * How far a long piece of work has come, in bytes or in words.
 *
 * `label`: what is being done. `loaded`, `total`: bytes; with total 0 the whole is not known yet.
 * `amount`: said instead of bytes, such as "120 of 400 entries"; `loaded` and `total` then only move the bar.
 * `cancellable`: shows Cancel.
 *
 * @fires rv-cancel - The person wants to stop it.
 */
@customElement('rv-progress')
export class RvProgress extends WordsElement {
  @property() label = '';
  @property({ type: Number }) loaded = 0;
  @property({ type: Number }) total = 0;
  @property() amount = '';
  @property({ type: Boolean }) cancellable = false;

  protected override render() {
    const known = this.total > 0;
    const share = known ? Math.min(1, this.loaded / this.total) : 0;
    const amount = this.amount || this.#bytes(known);
    return html`
      <div class="spread">
        <div>
          <p class="what">${this.label}</p>
          <p class="small number">${amount}</p>
        </div>
        ${this.cancellable ? html`<button class="link" @click=${this.#cancel}>${msg('Cancel')}</button>` : nothing}
      </div>
      <div
        class="bar ${known ? '' : 'unknown'}"
        role="progressbar"
        aria-label=${this.label || msg('Progress')}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${known ? Math.round(share * 100) : nothing}
        aria-valuetext=${amount}
      >
        <i ${cssVars({ '--done': known ? `${share * 100}%` : null })}></i>
      </div>
    `;
  }

  #bytes(known: boolean): string {
    return known ? msg(str`${formatBytes(this.loaded)} of ${formatBytes(this.total)}`) : msg('Starting…');
  }

  #cancel() {
    this.dispatchEvent(new CustomEvent('rv-cancel', { bubbles: true, composed: true }));
  }

  static override styles = [
    sharedStyles,
    css`
      .bar {
        height: 8px;
        margin-block: var(--s2);
        border-radius: 4px;
        background: var(--line);
        overflow: hidden;
      }
      .bar i {
        display: block;
        width: var(--done);
        height: 100%;
        border-radius: 4px;
        background: var(--ember);
        transition: width var(--slow) linear;
      }
      .unknown i {
        width: 30%;
      }
      @media (prefers-reduced-motion: no-preference) {
        .unknown i {
          animation: wander 2.4s ease-in-out infinite alternate;
        }
      }
      @keyframes wander {
        to {
          transform: translateX(calc(233% * var(--forward, 1)));
        }
      }
      .what {
        font-weight: 600;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-progress': RvProgress;
  }
}
