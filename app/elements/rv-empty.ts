import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { sharedStyles } from './shared-styles';

/**
 * A place where nothing is yet, and what will be there. Two lines under a horizon before the sun is up.
 *
 * `heading`: what is not there yet. The text goes in the slot, actions in the slot `actions`.
 */
@customElement('rv-empty')
export class RvEmpty extends LitElement {
  static override styles = [
    sharedStyles,
    css`
      .empty {
        display: flex;
        flex-direction: column;
        align-items: center;
        gap: var(--s4);
        padding-block: var(--s6);
        text-align: center;
      }
      svg {
        width: min(220px, 70%);
        overflow: visible;
      }
      .glow {
        fill: var(--ember-soft);
      }
      .rising {
        fill: var(--ember);
      }
      .land {
        fill: var(--paper);
        stroke: var(--ink-3);
        stroke-width: 1.2;
      }
      ::slotted(p) {
        max-width: 24rem;
        color: var(--ink-2);
      }
    `,
  ];

  @property() heading = '';

  protected override render() {
    return html`<div class="empty">
      <svg viewBox="0 0 220 90" aria-hidden="true">
        <ellipse class="glow" cx="110" cy="62" rx="78" ry="44"></ellipse>
        <circle class="rising" cx="110" cy="68" r="20"></circle>
        <path class="land" d="M4 92 Q60 52 112 66 T216 60 L222 110 L-4 110Z" clip-path="inset(0 0 18px 0)"></path>
      </svg>
      <h2 class="h2">${this.heading}</h2>
      <slot></slot>
      <div class="row"><slot name="actions"></slot></div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-empty': RvEmpty;
  }
}
