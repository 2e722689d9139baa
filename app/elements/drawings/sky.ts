import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { clamp } from '../../base/clamp';

/** A sun over the horizon, or below it. */
export interface Sun {
  /** How pleasant it was, -1..1; null where nobody said. */
  readonly valence: number | null;
  /** Below the drawing; empty for most. */
  readonly label: string;
}

const WIDTH = 640;
const HORIZON = 110;
/** How far from the horizon the highest and the lowest sun stands. */
const REACH = 88;
const EDGE = 18;

/**
 * Days or months as suns over a horizon: above it what was pleasant, below it what was not, each a filled ember circle, because it is what
 * the person said. Decoration: the words and the table beside it say the same.
 */
@customElement('rv-sky')
export class RvSky extends LitElement {
  @property({ attribute: false }) suns: readonly Sun[] = [];

  protected override render(): TemplateResult {
    const step = (WIDTH - 2 * EDGE) / Math.max(1, this.suns.length);
    const radius = Math.min(15, step * 0.36);
    return html`<svg viewBox="0 0 ${WIDTH} 238" aria-hidden="true">
      <line class="horizon" x1="0" x2=${WIDTH} y1=${HORIZON} y2=${HORIZON}></line>
      ${this.suns.map(({ valence, label }, at) => {
        const x = EDGE + step * (at + 0.5);
        return svg`${valence === null ? svg`<line class="none" x1=${x} x2=${x} y1=${HORIZON - 3} y2=${HORIZON + 3}></line>` : sun(x, valence, radius)}
          ${label ? svg`<text x=${x} y="230">${label}</text>` : nothing}`;
      })}
    </svg>`;
  }

  static override styles = css`
    :host {
      display: block;
    }
    svg {
      display: block;
      width: 100%;
      overflow: visible;
    }
    .horizon {
      stroke: var(--ink-3);
      stroke-width: 1.2;
    }
    .none {
      stroke: var(--edge);
      stroke-width: 1.2;
    }
    .stem {
      stroke: var(--ember);
      stroke-width: 1.4;
      opacity: 0.4;
    }
    circle {
      fill: var(--ember);
    }
    text {
      fill: var(--ink-2);
      font: 400 15px / 1 var(--sans);
      text-anchor: middle;
    }
    @media (max-width: 560px) {
      text {
        font-size: 22px;
      }
    }
    @media print {
      circle {
        print-color-adjust: exact;
      }
    }
  `;
}

function sun(x: number, valence: number, radius: number): TemplateResult {
  const y = HORIZON - REACH * clamp(valence, -1, 1);
  return svg`<line class="stem" x1=${x} x2=${x} y1=${HORIZON} y2=${y}></line><circle cx=${x} cy=${y} r=${radius}></circle>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-sky': RvSky;
  }
}
