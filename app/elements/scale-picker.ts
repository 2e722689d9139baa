import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** Fired when a number is chosen or taken back. */
export type ScaleChange = CustomEvent<{ readonly value: number | null }>;

/**
 * A question answered by one of a few numbers in a row, 1..`max`, with words at both ends; it may stay open.
 * Native radio buttons carry it, so arrow keys and screen readers work as they know.
 *
 * @fires rv-change {ScaleChange}
 */
@customElement('rv-scale-picker')
export class ScalePicker extends LitElement {
  @property({ type: Number }) max = 7;
  @property({ type: Number }) value: number | null = null;
  @property() label = '';
  @property() low = '';
  @property() high = '';

  override render() {
    const numbers = Array.from({ length: this.max }, (_, index) => index + 1);
    return html`
      <fieldset>
        <legend>${this.label}</legend>
        ${
          this.value === null
            ? nothing
            : html`<button type="button" @click=${() => this.choose(null)} aria-label=${msg(str`Clear: ${this.label}`)}>${msg('Clear')}</button>`
        }
        <div class="row">${numbers.map((number) => this.option(number))}</div>
        <div class="ends"><span id="low">${this.low}</span><span id="high">${this.high}</span></div>
      </fieldset>
    `;
  }

  private option(number: number) {
    const end = number === 1 ? 'low' : number === this.max ? 'high' : nothing;
    return html`
      <label>
        <input
          type="radio"
          name="number"
          value=${number}
          aria-describedby=${end}
          .checked=${this.value === number}
          @change=${() => this.choose(number)}
        />
        <span>${number}</span>
      </label>
    `;
  }

  private choose(value: number | null): void {
    if (value === null) this.renderRoot.querySelector('input')?.focus();
    this.value = value;
    this.dispatchEvent(new CustomEvent('rv-change', { detail: { value }, bubbles: true, composed: true }));
  }

  static override styles = css`
    :host {
      display: block;
    }
    fieldset {
      position: relative;
      border: 0;
      margin: 0;
      padding: 0;
      min-width: 0;
    }
    legend {
      display: flex;
      align-items: center;
      min-height: 44px;
      padding: 0 64px 0 0;
      font: 500 var(--t1) / 1.25 var(--serif);
    }
    button {
      position: absolute;
      top: 0;
      inset-inline-end: -10px;
      min-height: 44px;
      min-width: 44px;
      padding: 0 10px;
      border: 0;
      border-radius: var(--r-s);
      background: none;
      font: 400 var(--t-1) / 1 var(--sans);
      color: var(--ink-2);
      text-decoration: underline;
      text-decoration-color: var(--line);
      text-underline-offset: 4px;
      cursor: pointer;
    }
    .row {
      display: flex;
      justify-content: space-between;
    }
    label {
      position: relative;
      display: grid;
      place-items: center;
      flex: 1;
      height: 48px;
      max-width: 56px;
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
    span {
      pointer-events: none;
    }
    label span {
      display: grid;
      place-items: center;
      width: 38px;
      height: 38px;
      border-radius: 50%;
      box-shadow: inset 0 0 0 1.5px var(--line);
      background: var(--card);
      color: var(--ink-2);
      font: 500 var(--t0) / 1 var(--sans);
      font-variant-numeric: tabular-nums;
    }
    input:checked + span {
      background: var(--ember);
      box-shadow: none;
      color: var(--paper);
      font-weight: 600;
    }
    input:focus-visible + span {
      outline: 3px solid var(--ember);
      outline-offset: 3px;
    }
    button:focus-visible {
      outline: 3px solid var(--ember);
    }
    .ends {
      display: flex;
      justify-content: space-between;
      gap: 16px;
      font: 400 var(--t-1) / 1.3 var(--sans);
      color: var(--ink-2);
    }
    .ends span:last-child {
      text-align: end;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-scale-picker': ScalePicker;
  }
}
