import { msg } from '@lit/localize';
import { css, html, nothing, svg, unsafeCSS } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { DAY_MS } from '../../base/time';
import { WordsElement } from '../../elements/base/words-element';
import type { ValencePoint } from '../../insights/statistics/valence-point';
import { markOf } from '../../words/day-words';
import { colour } from '../kit/chart-theme';
import { VALENCE_COLOURS } from '../valence/valence-colours';
import { valenceSeries } from '../valence/valence-series';
import { valenceSummary } from '../valence/valence-words';

const WIDTH = 640;
const HEIGHT = 190;
const EDGE = { left: 5, right: 5, top: 14, bottom: 26 } as const;

/**
 * What the person said and what their face showed over the days of a period, as lines and shapes for paper: sharp at any
 * size. Its sentence stands beneath, with its n.
 *
 * `points`: oldest first. `fromDay`, `toDay`: first and last day, `YYYY-MM-DD`.
 */
@customElement('rv-period-chart')
export class RvPeriodChart extends WordsElement {
  @property({ attribute: false }) points: readonly ValencePoint[] = [];
  @property() fromDay = '';
  @property() toDay = '';

  protected override render() {
    const series = valenceSeries(this.points);
    const { self, face, apart, pairs } = series;
    return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
        ${[-1, 1].map((y) => this.#line('line', y))} ${this.#line('middle', 0)}
        <text x=${EDGE.left} y=${this.#y(1) - 4}>${msg('pleasant')}</text>
        <text x=${EDGE.left} y=${this.#y(-1) - 4}>${msg('unpleasant')}</text>
        ${pairs.map(({ x, self: said, face: showed }) => svg`<line class="pair" x1=${this.#x(x)} x2=${this.#x(x)} y1=${this.#y(said)} y2=${this.#y(showed)}></line>`)}
        ${face.map(({ x, y }) => svg`<path class="face" transform="translate(${this.#x(x)} ${this.#y(y)})" d="M0-4.6 4.6 0 0 4.6-4.6 0Z"></path>`)}
        ${apart.map(({ x, y }) => svg`<path class="face apart" transform="translate(${this.#x(x)} ${this.#y(y)})" d="M0-2.8 2.8 0 0 2.8-2.8 0Z"></path>`)}
        ${self.map(({ x, y }) => svg`<circle class="you" cx=${this.#x(x)} cy=${this.#y(y)} r="3.6"></circle>`)}
        ${this.#days()}
      </svg>
      ${this.points.length === 0 ? nothing : html`<p>${valenceSummary(series)}</p>`}`;
  }

  #days() {
    const [from, to] = [this.#fromMs, this.#toMs - DAY_MS];
    const ends = [
      [from, 'start', EDGE.left],
      [to, 'end', WIDTH - EDGE.right],
    ] as const;
    return ends.map(
      ([ms, anchor, x]) => svg`<text x=${x} y=${HEIGHT - 8} text-anchor=${anchor}>${markOf(ms, false)}</text>`,
    );
  }

  #line(kind: string, y: number) {
    return svg`<line class=${kind} x1=${EDGE.left} x2=${WIDTH - EDGE.right} y1=${this.#y(y)} y2=${this.#y(y)}></line>`;
  }

  get #fromMs(): number {
    return Date.parse(this.fromDay);
  }

  /** The end of the last day. */
  get #toMs(): number {
    return Date.parse(this.toDay) + DAY_MS;
  }

  #x(wallMs: number): number {
    const share = (wallMs - this.#fromMs) / (this.#toMs - this.#fromMs);
    return round(EDGE.left + share * (WIDTH - EDGE.left - EDGE.right));
  }

  #y(valence: number): number {
    return round(EDGE.top + ((1 - valence) / 2) * (HEIGHT - EDGE.top - EDGE.bottom));
  }

  static override styles = css`
    :host {
      display: block;
    }
    svg {
      display: block;
      /* See: [Note: Both directions] */
      direction: ltr;
      width: 100%;
      height: auto;
    }
    .line {
      stroke: var(--line);
      stroke-width: 1;
    }
    .middle {
      stroke: var(--edge);
      stroke-width: 0.8;
      stroke-dasharray: 2 3;
    }
    .pair {
      stroke: var(--edge);
      stroke-width: 0.9;
    }
    .you {
      fill: ${unsafeCSS(colour(VALENCE_COLOURS.self))};
    }
    .face {
      fill: var(--card);
      stroke: ${unsafeCSS(colour(VALENCE_COLOURS.face))};
      stroke-width: 1.5;
      stroke-linejoin: round;
    }
    .face.apart {
      stroke: ${unsafeCSS(colour(VALENCE_COLOURS.apart))};
      stroke-width: 1;
    }
    text {
      fill: var(--ink-2);
      font: 10px var(--sans);
    }
    p {
      margin: 8px 0 0;
      color: var(--ink-2);
      font-size: var(--t-1);
      line-height: 1.5;
    }
  `;
}

const round = (value: number): number => Math.round(10 * value) / 10;

declare global {
  interface HTMLElementTagNameMap {
    'rv-period-chart': RvPeriodChart;
  }
}
