import { css, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { clamp } from '../../base/clamp';
import { markWord } from '../../words/mark-words';
import { WordsElement } from '../base/words-element';

/** Where `value` (-1..1) stands in the drawing, 84 wide with room for the marks at both ends. */
const at = (value: number): number => 42 + 32 * clamp(value, -1, 1);

/** Below this distance (on a scale 2 wide) the marks would hide each other: they then stand above and below the line. */
const TOUCHING = 0.45;

/**
 * The two marks on a hair-thin scale, for lists: further on is more pleasant. What was not given has no mark.
 * Decoration: the row it stands in says the same in words.
 *
 * `you`, `face`: -1..1, or null. `labelled`: whose mark is whose, beneath.
 */
@customElement('rv-pair')
export class RvPair extends WordsElement {
  @property({ type: Number }) you: number | null = null;
  @property({ type: Number }) face: number | null = null;
  @property({ type: Boolean }) labelled = false;

  protected override render() {
    const { you, face } = this;
    const apart = you !== null && face !== null && Math.abs(you - face) < TOUCHING ? 6.5 : 0;
    return html`<svg viewBox="0 0 84 26" aria-hidden="true">
        <line class="line" x1="10" x2="74" y1="13" y2="13"></line>
        <line class="middle" x1="42" x2="42" y1="9" y2="17"></line>
        ${face === null ? nothing : svg`<path class="face" transform="translate(${at(face)} ${13 - apart})" d="M0-6 6 0 0 6-6 0Z"></path>`}
        ${you === null ? nothing : svg`<circle class="you" cx=${at(you)} cy=${13 + apart} r="5.6"></circle>`}
      </svg>
      ${this.labelled ? this.#names() : nothing}`;
  }

  #names() {
    return html`<span class="names" aria-hidden="true">
      ${this.you === null ? nothing : html`<span class="you">${markWord('you')}</span>`}
      ${this.face === null ? nothing : html`<span class="face">${markWord('face')}</span>`}
    </span>`;
  }

  static override styles = css`
    :host {
      display: inline-flex;
      flex: none;
      flex-direction: column;
      align-items: center;
      gap: 2px;
      min-width: 84px;
      font-size: var(--t-2);
      line-height: 1.3;
    }
    svg {
      display: block;
      width: 84px;
      height: 26px;
      transform: scaleX(var(--forward, 1));
    }
    .line {
      stroke: var(--line);
      stroke-width: 2;
      stroke-linecap: round;
    }
    .middle {
      stroke: var(--edge);
      stroke-width: 1.2;
    }
    .you {
      fill: var(--ember);
    }
    .face {
      fill: var(--card);
      stroke: var(--dusk);
      stroke-width: 2;
      stroke-linejoin: round;
    }
    .names {
      display: flex;
      gap: var(--s2);
    }
    .names .you {
      color: var(--ember);
    }
    .names .face {
      color: var(--dusk);
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-pair': RvPair;
  }
}
