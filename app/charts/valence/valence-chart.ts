import { msg, str } from '@lit/localize';
import { Chart, LinearScale, PointElement, ScatterController } from 'chart.js';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { log } from '../../base/log';
import { DAY_MS } from '../../base/time';
import type { ValencePoint } from '../../insights/statistics/valence-point';
import { ChartFigure, type DrawnChart } from '../kit/chart-figure';
import { ChartPointEvent } from '../kit/chart-point-event';
import { chartStyles } from '../kit/chart-styles';
import { type ChartLook, colour } from '../kit/chart-theme';
import type { TableData } from '../kit/table-data';
import type { Stretch, Zoomable } from '../kit/zoom';
import { pointWords } from './point-words';
import { VALENCE_COLOURS } from './valence-colours';
import { daysSeen, timeAxis, valenceConfig } from './valence-config';
import { type Mark, type Trend, type ValenceSeries, valenceSeries } from './valence-series';
import { period, stretchTable, valenceSummary, valenceTable } from './valence-words';

Chart.register(ScatterController, PointElement, LinearScale);

/** Nothing shorter than three days is worth a look. */
const LEAST_SEEN_MS = 3 * DAY_MS;

/**
 * How pleasant each entry was, as the person said and as the face showed, over time. A touch says which entry it met, because
 * marks lie close together; from there it can be opened.
 *
 * @fires rv-point when the entry that was touched is to be opened, or its row in the table
 */
@customElement('rv-valence-chart')
export class ValenceChart extends ChartFigure {
  /** Oldest first, as `valenceOverTime` gives them. */
  @property({ attribute: false }) points: readonly ValencePoint[] = [];

  /** What the points come to, where they are many; null to let them speak for themselves. */
  @property({ attribute: false }) trend: Trend | null = null;
  /** The entry that was touched last. */
  @state() private looked: ValencePoint | null = null;
  /** What is seen of the time axis; null for all of it. */
  @state() private seen: Stretch | null = null;
  @query('.plot') private plotted!: HTMLElement | null;

  #series: ValenceSeries = valenceSeries([]);
  #drawn: Chart<'scatter', Mark[]> | null = null;
  /** What listens to fingers, wheel and keys. */
  #zoomed: HTMLElement | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('points') && !changed.has('trend')) return;
    this.#series = valenceSeries(this.points, this.trend);
    this.looked = this.seen = null;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // Where there is nothing to draw, the chart of before is gone.
    if (!changed.has('seen') || !this.#drawn || this.isEmpty) return;
    const { from, to } = this.seen ?? timeAxis(this.#series);
    Object.assign(this.#drawn.options.scales!.x!, { min: from, max: to });
    this.#drawn.update('none');
  }

  protected override plot(canvas: TemplateResult): TemplateResult {
    return html`<div
      class="plot"
      role="group"
      tabindex="0"
      aria-label=${msg('Over time: plus and minus zoom, the arrow keys move, 0 shows all of it')}
      @focusin=${this.#fetchZoom}
      @pointerenter=${this.#fetchZoom}
    >
      ${canvas}
    </div>`;
  }

  /** It is fetched by the first who comes so near: most people only look. */
  readonly #fetchZoom = async (): Promise<void> => {
    const { plotted } = this;
    if (!plotted || this.#zoomed === plotted) return;
    this.#zoomed = plotted;
    try {
      const { zoomable } = await import('../kit/zoom');
      zoomable(plotted, () => this.#zoomable(plotted));
    } catch (error) {
      this.#zoomed = null;
      log.warn('a chart cannot be zoomed yet', error);
    }
  };

  #zoomable(plot: HTMLElement): Zoomable | null {
    if (this.isEmpty) return null;
    const whole = timeAxis(this.#series);
    return {
      plot,
      whole,
      least: LEAST_SEEN_MS,
      seen: this.seen ?? whole,
      show: (seen) => {
        this.seen = seen;
      },
    };
  }

  readonly #showAll = (): void => {
    this.seen = null;
    this.plotted?.focus();
  };

  protected override get isEmpty(): boolean {
    return this.points.length === 0;
  }

  protected override summary(): string {
    return valenceSummary(this.#series);
  }

  protected override legend(): TemplateResult {
    const face = html`<li>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d="M6 0 12 6 6 12 0 6Z" fill="none" stroke=${colour(VALENCE_COLOURS.face)} stroke-width="1.75" stroke-linejoin="round"></path>
      </svg>
      ${msg('what your face showed')}
    </li>`;
    const apart = html`<li>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d="M6 2.4 9.6 6 6 9.6 2.4 6Z" fill="none" stroke=${colour(VALENCE_COLOURS.apart)} stroke-width="1.5" stroke-linejoin="round"></path>
      </svg>
      ${msg('your face, not compared')}
    </li>`;
    return html`<ul class="legend">
      <li>
        <svg viewBox="0 0 12 12" aria-hidden="true"><circle cx="6" cy="6" r="5" fill=${colour(VALENCE_COLOURS.self)}></circle></svg>
        ${msg('what you said')}
      </li>
      ${this.#series.face.length > 0 ? face : ''} ${this.#series.apart.length > 0 ? apart : ''} ${this.#trendKey()}
    </ul>
    ${this.#look()} ${this.#stretch()}`;
  }

  /** Which days are seen where it is zoomed, and the way back. */
  #stretch(): TemplateResult {
    const { seen } = this;
    const [fromMs, toMs] = seen ? daysSeen(this.#series, seen) : [0, 0];
    return html`<p class="look shown" role="status">
      ${
        seen
          ? html`<span>${msg(str`Shown: ${period({ fromMs, toMs })}`)}</span>
              <button type="button" @click=${this.#showAll}>${msg('Show all of it')}</button>`
          : nothing
      }
    </p>`;
  }

  #look(): TemplateResult {
    const point = this.looked;
    return html`<p class="look" role="status">
      ${
        point
          ? html`<span>${pointWords(point)}</span>
              <button type="button" @click=${() => this.dispatchEvent(new ChartPointEvent(point.entryId))}>${msg('Open the entry')}</button>`
          : nothing
      }
    </p>`;
  }

  #trendKey(): TemplateResult | '' {
    const { trend, changes } = this.#series;
    if (!trend) return '';
    const line = html`<li>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d="M0 2H12V10H0Z" fill=${colour('emberSoft')}></path>
        <path d="M0 6H12" stroke=${colour(VALENCE_COLOURS.self)} stroke-width="2"></path>
      </svg>
      ${trend.by === 'week' ? msg('your mean week by week, with its 95% band') : msg('your mean month by month, with its 95% band')}
    </li>`;
    const change = html`<li>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d="M6 0V12" stroke=${colour('ink3')} stroke-width="1.5" stroke-dasharray="2 2"></path>
      </svg>
      ${msg('where the level changed and stayed')}
    </li>`;
    return html`${line} ${changes.length > 0 ? change : ''}`;
  }

  protected override table(): TableData {
    return this.#series.trend ? stretchTable(this.#series.trend) : valenceTable(this.points);
  }

  protected override create(canvas: HTMLCanvasElement, look: ChartLook): DrawnChart {
    const onPoint = (entryId: string): void => {
      this.looked = this.points.find((point) => point.entryId === entryId) ?? null;
    };
    this.#drawn = new Chart(canvas, valenceConfig(this.#series, look, onPoint, this.seen ?? undefined));
    return this.#drawn;
  }

  static override styles = [
    chartStyles,
    css`
      .plot {
        /* Two fingers are for the chart, one that goes up or down for the page. */
        touch-action: pan-y;
      }
      .plot:focus-visible {
        outline: var(--focus);
        outline-offset: 4px;
      }
      .look {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 var(--s3);
        margin: 0;
      }
      .look > * {
        margin-top: var(--s2);
      }
      .look button {
        min-height: 44px;
        padding: 0;
        border: 0;
        background: none;
        color: var(--ember);
        font: inherit;
        text-decoration: underline;
        text-underline-offset: 4px;
        cursor: pointer;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-valence-chart': ValenceChart;
  }
}
