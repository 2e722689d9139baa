import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatCount } from '../../words/numbers';
import { WordsElement } from '../base/words-element';
import { sharedStyles } from '../styles/shared-styles';

/** Fired when a number is chosen or taken back. */
export type ScaleChange = CustomEvent<{ readonly value: number | null }>;

/**
 * A question answered by one of a few numbers in a row, 1..`max`, with words at both ends; it may stay open.
 * Native radio buttons carry it, so arrow keys and screen readers work as they know.
 *
 * @fires rv-change {ScaleChange}
 * @fires rv-picked: a number was tapped, or confirmed with Space or Enter; never where arrow keys only came by it
 */
@customElement('rv-scale-picker')
export class ScalePicker extends WordsElement {
  @property({ type: Number }) max = 7;
  @property({ type: Number }) value: number | null = null;
  @property() label = '';
  /** The screen's heading asks the question already: it is here for screen readers only. */
  @property({ type: Boolean }) bare = false;
  @property() low = '';
  @property() high = '';
  /** An arrow key is down. */
  #byArrow = false;

  override render() {
    const numbers = Array.from({ length: this.max }, (_, index) => index + 1);
    return html`
      <fieldset>
        <legend class=${this.bare ? 'visually-hidden' : ''}>${this.label}</legend>
        <div class="numbers">${numbers.map((number) => this.#option(number))}</div>
        <div class="ends">
          <span id="low">${this.low}</span>
          ${
            this.value === null
              ? nothing
              : html`<button type="button" class="link" @click=${() => this.#choose(null)} aria-label=${msg(str`Clear: ${this.label}`)}>${msg('Clear')}</button>`
          }
          <span id="high">${this.high}</span>
        </div>
      </fieldset>
    `;
  }

  #option(number: number) {
    const end = number === 1 ? 'low' : number === this.max ? 'high' : nothing;
    return html`
      <label>
        <input
          type="radio"
          name="number"
          value=${number}
          aria-describedby=${end}
          .checked=${this.value === number}
          @change=${() => this.#choose(number)}
          @click=${() => this.#byArrow || this.#pick(number)}
          @keydown=${(event: KeyboardEvent) => this.#onKey(event, number)}
          @keyup=${this.#onKeyUp}
        />
        <span>${formatCount(number)}</span>
      </label>
    `;
  }

  /** Before its click, because an arrow key clicks the number that it comes to. */
  #onKey(event: KeyboardEvent, number: number): void {
    this.#byArrow = event.key.startsWith('Arrow');
    // Space clicks a number that is not chosen yet, and no other.
    if (event.key !== 'Enter' && !(event.key === ' ' && number === this.value)) return;
    event.preventDefault();
    if (!event.repeat) this.#pick(number);
  }

  readonly #onKeyUp = (): void => {
    this.#byArrow = false;
  };

  #pick(number: number): void {
    this.#choose(number);
    this.dispatchEvent(new CustomEvent('rv-picked'));
  }

  #choose(value: number | null): void {
    if (value === this.value) return;
    if (value === null) this.renderRoot.querySelector('input')?.focus();
    this.value = value;
    this.dispatchEvent(new CustomEvent('rv-change', { detail: { value }, bubbles: true, composed: true }));
  }

  static override styles = [
    sharedStyles,
    css`
      fieldset {
        position: relative;
      }
      legend {
        display: flex;
        align-items: center;
        min-height: 44px;
        padding-block-end: var(--s2);
        font: 500 var(--t1) / 1.25 var(--serif);
      }
      .link {
        font-size: var(--t-1);
      }
      .numbers {
        display: flex;
        justify-content: space-between;
        margin-inline: -3px;
      }
      label {
        position: relative;
        display: grid;
        place-items: center;
        flex: 1;
        height: 48px;
        max-width: 64px;
        cursor: pointer;
      }
      input {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }
      label span {
        display: grid;
        place-items: center;
        width: 40px;
        height: 40px;
        border-radius: 50%;
        border: 1px solid var(--edge);
        background: var(--card);
        color: var(--ink-2);
        font-variant-numeric: tabular-nums;
        pointer-events: none;
      }
      input:checked + span {
        border-color: var(--ember);
        background: var(--ember);
        color: var(--on-ember);
        forced-color-adjust: none;
        font-weight: 600;
      }
      input:focus-visible + span {
        outline: var(--focus);
        outline-offset: 3px;
      }
      .ends {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0 var(--s3);
        min-height: 44px;
        font-size: var(--t-1);
        line-height: 1.3;
        color: var(--ink-2);
      }
      .ends span {
        flex: 1 1 min-content;
      }
      .ends span:last-child {
        text-align: end;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-scale-picker': ScalePicker;
  }
}
