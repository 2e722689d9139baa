import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { clamp } from '../../base/clamp';
import { formatValence } from '../../words/numbers';
import { cssVars } from '../base/css-vars';
import { WordsElement } from '../base/words-element';
import './mark';
import { sharedStyles } from '../styles/shared-styles';

/** Where `value` (-1..1) stands on the scale, in per cent from its beginning. */
const percent = (value: number): string => `${50 + 50 * clamp(value, -1, 1)}%`;

/** Below this distance (on a scale 2 wide) the marks would hide each other: they then stand above and below the track. */
const TOUCHING = 0.2;

/**
 * What the person said and what the face showed, on one scale from unpleasant to pleasant.
 *
 * `you`, `face`: -1..1, or null for not rated and not read. `halfWidth`: half of the face's 95 % interval, or null.
 * The picture is hidden from screen readers; the line of words below says the same. A sentence may be put in the slot.
 */
@customElement('rv-agree-scale')
export class RvAgreeScale extends WordsElement {
  @property({ type: Number }) you: number | null = null;
  @property({ type: Number }) face: number | null = null;
  @property({ type: Number, attribute: 'half-width' }) halfWidth: number | null = null;
  /** There was no face to read, so that nothing is missing. */
  @property({ type: Boolean }) alone = false;

  protected override render() {
    const apart = this.you !== null && this.face !== null && Math.abs(this.you - this.face) < TOUCHING;
    return html`
      <div aria-hidden="true">
        <div class="track ${apart ? 'apart' : ''}"><i class="middle"></i>${this.#interval()} ${this.#mark('face')} ${this.#mark('you')}</div>
        <div class="row small ends"><span>${msg('unpleasant')}</span><span>${msg('pleasant')}</span></div>
      </div>
      <p class="words number">${this.#youWords()} ${this.alone ? nothing : html`<span aria-hidden="true">·</span> ${this.#faceWords()}`}</p>
      <slot></slot>
    `;
  }

  #mark(kind: 'you' | 'face') {
    const value = this[kind];
    if (value === null) return nothing;
    const shape = kind === 'you' ? 'at dot' : 'at diamond';
    return html`<span class=${shape} ${cssVars({ '--at': percent(value) })}><rv-mark kind=${kind}></rv-mark></span>`;
  }

  #interval() {
    if (this.face === null || this.halfWidth === null) return nothing;
    const range = { '--from': percent(this.face - this.halfWidth), '--to': percent(this.face + this.halfWidth) };
    return html`<i class="interval" ${cssVars(range)}></i>`;
  }

  #youWords() {
    if (this.you === null) return html`<span class="none">${msg('you: not rated')}</span>`;
    return html`<span class="you">${msg(str`you ${formatValence(this.you)}`)}</span>`;
  }

  #faceWords() {
    if (this.face === null) return html`<span class="none">${msg('face: not read')}</span>`;
    const value = formatValence(this.face);
    const words =
      this.halfWidth === null ? msg(str`face ${value}`) : msg(str`face ${value} ± ${formatValence(this.halfWidth)}`);
    return html`<span class="face">${words}</span>`;
  }

  static override styles = [
    sharedStyles,
    css`
      .track {
        position: relative;
        height: 10px;
        margin: 25px 12px 21px;
        /* Seen in forced colours, where the ground is not. */
        border: 1px solid transparent;
        border-radius: 6px;
        background-clip: padding-box;
        background: linear-gradient(calc(90deg * var(--forward, 1)), var(--x-sadness), var(--sunk) 50%, var(--x-happiness));
      }
      .middle {
        position: absolute;
        inset-block: -3px;
        inset-inline-start: 50%;
        width: 1px;
        background: var(--ink-3);
        opacity: 0.5;
      }
      .interval {
        position: absolute;
        top: 50%;
        inset-inline-start: var(--from);
        width: calc(var(--to) - var(--from));
        height: 22px;
        border-radius: 6px;
        border-inline: 2px solid var(--dusk);
        background: color-mix(in srgb, var(--dusk) 20%, transparent);
        transform: translateY(-50%);
      }
      .at {
        position: absolute;
        top: 50%;
        inset-inline-start: var(--at);
        transform: translate(calc(-50% * var(--forward, 1)), -50%);
        line-height: 0;
        transition: inset-inline-start var(--slow) var(--ease);
      }
      .at::before {
        content: '';
        position: absolute;
        background: var(--card);
      }
      .dot::before {
        inset: -1px;
        border-radius: 50%;
      }
      .diamond::before {
        inset: 3px;
        border-radius: 2px;
        transform: rotate(45deg);
      }
      .apart .diamond {
        margin-top: -19px;
      }
      .apart .dot {
        margin-top: 19px;
      }
      .at rv-mark {
        position: relative;
        --mark-size: 24px;
      }
      .ends > :last-child {
        margin-inline-start: auto;
      }
      .words {
        margin-top: var(--s2);
        text-align: center;
        font-weight: 600;
      }
      .words .none {
        color: var(--ink-2);
        font-weight: 400;
      }
      ::slotted(*) {
        display: block;
        margin-top: var(--s2);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-agree-scale': RvAgreeScale;
  }
}
