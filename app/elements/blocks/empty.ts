import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { sharedStyles } from '../styles/shared-styles';

/**
 * A place where nothing is yet, and what will be there. Two lines under a horizon before the sun is up.
 *
 * `heading`: what is not there yet. The text goes in the slot, actions in the slot `actions`.
 */
@customElement('rv-empty')
export class RvEmpty extends LitElement {
  @property() heading = '';

  protected override render() {
    return html`<div class="empty">
      <svg viewBox="0 0 240 92" aria-hidden="true">
        <ellipse class="glow" cx="124" cy="74" rx="92" ry="62"></ellipse>
        <circle class="rising" cx="124" cy="72" r="22"></circle>
        <path class="land" d="M-10 80 Q56 54 124 68 T250 62 V110 H-10Z"></path>
      </svg>
      <h2 class="h2">${this.heading}</h2>
      <slot></slot>
      <div class="row"><slot name="actions"></slot></div>
    </div>`;
  }

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
      .row {
        justify-content: center;
      }
      svg {
        width: min(240px, 75%);
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
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-empty': RvEmpty;
  }
}
