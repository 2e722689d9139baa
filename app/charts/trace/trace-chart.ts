import { msg } from '@lit/localize';
import { Chart, Filler, LinearScale, LineController, LineElement, PointElement } from 'chart.js';
import { type CSSResultGroup, css, html, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { EXPRESSIONS } from '../../domain/face/expression';
import { phaseLengthMs } from '../../domain/face/phase-rows';
import type { Trace } from '../../domain/face/trace';
import { ChartFigure, type DrawnChart } from '../kit/chart-figure';
import { chartStyles } from '../kit/chart-styles';
import type { ChartLook } from '../kit/chart-theme';
import type { TableData } from '../kit/table-data';
import { type RecallReading, recallReadings } from './recall-readings';
import { GROUND_OPACITY } from './trace-colours';
import { traceConfig } from './trace-config';
import { type TraceSeries, traceSeries } from './trace-series';
import { bandWord, traceSummary, traceTable } from './trace-words';

Chart.register(LineController, LineElement, PointElement, LinearScale, Filler);

/** What the face showed over one recall: expressions as areas, facial valence as a line, and where it was readable. */
@customElement('rv-trace-chart')
export class TraceChart extends ChartFigure {
  @property({ attribute: false }) trace: Trace | null = null;
  /** Length of the recall in milliseconds; 0 takes it from the trace. */
  @property({ attribute: false }) durationMs = 0;

  #readings: readonly RecallReading[] = [];
  #series: TraceSeries = traceSeries([], 0);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('trace') && !changed.has('durationMs')) return;
    this.#readings = this.trace ? recallReadings(this.trace) : [];
    const lengthMs = this.trace ? phaseLengthMs(this.trace.segments, 'recall') : 0;
    this.#series = traceSeries(this.#readings, this.durationMs > 0 ? this.durationMs : lengthMs);
  }

  protected override get isEmpty(): boolean {
    return this.#series.readableShare === 0;
  }

  protected override summary(): string {
    return this.isEmpty
      ? msg('The face couldn’t be read at any point in this recall, so there’s no curve to draw.')
      : traceSummary(this.#series);
  }

  /** From the top of the stack down, as the eye meets them. */
  protected override legend(): TemplateResult {
    const named = this.#series.bands.filter(({ visible }) => visible).reverse();
    return html`<ul class="legend">
      ${named.map(
        ({ name }) => html`<li>
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <rect width="12" height="12" rx="3.5" class=${name}></rect>
          </svg>
          ${bandWord(name)}
        </li>`,
      )}
    </ul>`;
  }

  protected override table(): TableData {
    return traceTable(this.#readings);
  }

  protected override create(canvas: HTMLCanvasElement, look: ChartLook): DrawnChart {
    return new Chart(canvas, traceConfig(this.#series, look));
  }

  static override styles: CSSResultGroup = [
    chartStyles,
    css`
      ${unsafeCSS(EXPRESSIONS.map((name) => `.${name} { fill: var(--x-${name}); }`).join(' '))}
      .neutral {
        fill-opacity: ${GROUND_OPACITY.neutral};
      }
      .rest {
        fill: var(--x-neutral);
        fill-opacity: ${GROUND_OPACITY.rest};
      }
      /* Three panels need more height than one. */
      .plot {
        height: clamp(280px, 50cqi, 360px);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-trace-chart': TraceChart;
  }
}
