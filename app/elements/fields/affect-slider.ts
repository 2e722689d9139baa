import { msg, str } from '@lit/localize';
import { css, html, nothing, svg } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { SLIDER, sliderRating } from '../../domain/report/rating';
import { arousalScale, arousalWord, type ScaleWords, valenceScale, valenceWord } from '../../words/report/rating-words';
import { WordsElement } from '../base/words-element';
import { sharedStyles } from '../styles/shared-styles';

/** What a slider asks about. */
export type AffectScale = 'valence' | 'arousal';

/** Fired on each touch and when the answer is taken back. `raw` is 0..100, or null for "not set". */
export type AffectChange = CustomEvent<{ readonly raw: number | null }>;

const [LOW, HIGH] = SLIDER.bounds;
const MIDDLE = (LOW + HIGH) / 2;
/** Keys that answer a native range, and the two by which a person confirms the place where the thumb already stands. */
const ANSWERING_KEYS = new Set([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Enter',
  ' ',
]);

/**
 * One of the two sliders of a report. It stands in the middle, hollow, until the person touches it: an untouched slider is
 * no answer, never "neutral" (the rule of Betella & Verschure 2016, PLoS ONE 11:e0148037; icons and cue are our own).
 *
 * @fires rv-change {AffectChange}
 */
@customElement('rv-affect-slider')
export class AffectSlider extends WordsElement {
  @property() scale: AffectScale = 'valence';
  /** 0..100, or null while the person has not answered. */
  @property({ type: Number }) raw: number | null = null;
  /** The question; the scale's own where it is empty. */
  @property() label = '';

  @query('input') private input!: HTMLInputElement;
  #rawBeforePointer: number | null = null;

  override render() {
    const { question, low, high } = scaleWords(this.scale);
    const label = this.label || question;
    const words = this.raw === null ? msg('not set') : affectWords(this.scale, this.raw);
    return html`
      <div class="row spread">
        <label for="range">${label}</label>
        ${
          this.raw === null
            ? nothing
            : html`<button type="button" class="link" @click=${this.#clear} aria-label=${msg(str`Clear: ${label}`)}>${msg('Clear')}</button>`
        }
      </div>
      <p class=${this.raw === null ? 'small' : 'small set'} aria-hidden="true">${words}</p>
      <input
        id="range"
        type="range"
        class=${this.raw === null ? 'untouched' : 'touched'}
        min=${LOW}
        max=${HIGH}
        step="1"
        .value=${String(this.raw ?? MIDDLE)}
        aria-valuetext=${words}
        @input=${this.#take}
        @keydown=${this.#onKey}
        @pointerdown=${this.#onPointerDown}
        @pointerup=${this.#take}
        @pointercancel=${this.#onPointerCancel}
      />
      ${intensityCue(this.scale)}
      <div class="row small ends" aria-hidden="true">
        <span>${icon(this.scale, 'low')}${low}</span>
        <span>${high}${icon(this.scale, 'high')}</span>
      </div>
    `;
  }

  readonly #take = (): void => this.#answer(this.input.valueAsNumber);

  readonly #clear = (): void => {
    this.#answer(null);
    this.input.focus();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    // Before the browser moves the thumb: its own `input` event follows and corrects the number.
    if (ANSWERING_KEYS.has(event.key)) this.#take();
  };

  readonly #onPointerDown = (): void => {
    this.#rawBeforePointer = this.raw;
  };

  /** The touch became a scroll of the page: it was never meant as an answer. */
  readonly #onPointerCancel = (): void => this.#answer(this.#rawBeforePointer);

  #answer(raw: number | null): void {
    this.input.value = String(raw ?? MIDDLE);
    if (raw === this.raw) return;
    this.raw = raw;
    this.dispatchEvent(new CustomEvent('rv-change', { detail: { raw }, bubbles: true, composed: true }));
  }

  static override styles = [
    sharedStyles,
    css`
      .spread {
        min-height: 44px;
      }
      label {
        flex: 1 1 9em;
        font: 500 var(--t1) / 1.25 var(--serif);
      }
      .link {
        margin-inline-end: calc(-1 * var(--s2));
        font-size: var(--t-1);
      }
      .set {
        color: var(--ember);
        font-weight: 600;
      }
      input {
        appearance: none;
        display: block;
        width: 100%;
        height: 48px;
        margin: 0;
        background: none;
        cursor: pointer;
        touch-action: pan-y;
      }
      input:focus-visible {
        outline-offset: -2px;
        border-radius: 24px;
      }
      input::-webkit-slider-runnable-track {
        height: 8px;
        border-radius: 4px;
        background: var(--line);
      }
      input::-moz-range-track {
        height: 8px;
        border-radius: 4px;
        background: var(--line);
      }
      input::-webkit-slider-thumb {
        appearance: none;
        box-sizing: border-box;
        width: 32px;
        height: 32px;
        margin-top: -12px;
        border-radius: 50%;
        border: 2px dashed var(--edge);
        background: var(--card);
      }
      input::-moz-range-thumb {
        box-sizing: border-box;
        width: 32px;
        height: 32px;
        border-radius: 50%;
        border: 2px dashed var(--edge);
        background: var(--card);
      }
      input.touched::-webkit-slider-thumb {
        border: 3px solid var(--card);
        background: var(--ember);
        box-shadow: 0 1px 4px rgb(0 0 0 / 25%);
      }
      input.touched::-moz-range-thumb {
        border: 3px solid var(--card);
        background: var(--ember);
        box-shadow: 0 1px 4px rgb(0 0 0 / 25%);
      }
      .cue {
        display: block;
        width: calc(100% - 32px);
        height: 12px;
        margin: calc(-1 * var(--s1)) 16px 0;
        fill: color-mix(in oklab, var(--edge) 22%, var(--line));
        transform: scaleX(var(--forward, 1));
      }
      .ends {
        min-height: 28px;
        margin-top: var(--s1);
      }
      .ends span {
        display: flex;
        align-items: center;
        gap: 6px;
      }
      .ends > :last-child {
        margin-inline-start: auto;
      }
      .mark {
        width: 26px;
        height: 26px;
        fill: none;
        stroke: currentColor;
        stroke-width: 1.5;
        stroke-linecap: round;
        stroke-linejoin: round;
        flex: none;
      }
    `,
  ];
}

const scaleWords = (scale: AffectScale): ScaleWords => (scale === 'valence' ? valenceScale() : arousalScale());

/** Where the thumb stands, in words: what stands under the question and what a screen reader says. */
function affectWords(scale: AffectScale, raw: number): string {
  const { value } = sliderRating(raw);
  return scale === 'valence' ? valenceWord(value) : arousalWord(value);
}

/** A wedge that thickens with intensity: from the middle outwards for pleasantness, from its beginning to its end for stirring. */
const intensityCue = (scale: AffectScale) => html`
  <svg class="cue" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
    ${scale === 'valence' ? svg`<path d="M0 0V12L50 6L100 12V0L50 6Z" />` : svg`<path d="M0 6L100 0V12Z" />`}
  </svg>
`;

/** Rain and sun for unpleasant and pleasant; still and stirred water for arousal. */
const icon = (scale: AffectScale, end: 'low' | 'high') => html`
  <svg class="mark" viewBox="0 0 26 26">${svg`<path d=${ICONS[scale][end]} />`}</svg>
`;

const ICONS = {
  valence: {
    low: 'M8 16.5a4.5 4.5 0 0 1 .4-9 6 6 0 0 1 11.2 1.6 3.8 3.8 0 0 1-.8 7.4ZM9 19.5l-1 3M13.5 19.5l-1 3M18 19.5l-1 3',
    high: 'M13 8.2a4.8 4.8 0 1 0 .01 0ZM13 2.5v2M13 21.5v2M2.5 13h2M21.5 13h2M5.6 5.6 7 7M19 19l1.4 1.4M5.6 20.4 7 19M19 7l1.4-1.4',
  },
  arousal: {
    low: 'M3 10h20M3 16h20',
    high: 'M2.5 12c2-7 4.5-7 7 0s4.5 7 7 0 4.5-7 7 0M2.5 19.5c2-4 4.5-4 7 0s4.5 4 7 0 4.5-4 7 0',
  },
} as const;

declare global {
  interface HTMLElementTagNameMap {
    'rv-affect-slider': AffectSlider;
  }
}
