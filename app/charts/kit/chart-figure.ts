import { msg } from '@lit/localize';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { log } from '../../base/log';
import { WordsElement } from '../../elements/base/words-element';
import { chartStyles } from './chart-styles';
import './chart-table';
import { type ChartLook, type ChartTheme, readTheme } from './chart-theme';
import type { TableData } from './table-data';
import { ThemeWatch } from './theme-watch';

/** How long a chart takes to rise when it is first drawn, in milliseconds; not at all where less motion is asked for. */
const RISE_MS = 500;

/** State that shows in what stands around the drawing, not in it. */
const BESIDE_THE_CHART: ReadonlySet<PropertyKey> = new Set(['open', 'looked', 'seen']);

/** What this needs of a Chart once it is drawn, whatever its type. */
export interface DrawnChart {
  update(mode: 'none'): void;
  destroy(): void;
}

/**
 * A chart with what belongs to it: legend, a sentence in words, and the table behind it. Subclasses say what is drawn;
 * this draws it, and draws it again when the data, the theme or the fonts change.
 */
export abstract class ChartFigure extends WordsElement {
  @state() private open = false;
  @query('canvas') protected canvas!: HTMLCanvasElement | null;
  #chart: DrawnChart | null = null;

  constructor() {
    super();
    new ThemeWatch(this, () => this.#draw(false));
  }

  /** Whether there is nothing to draw: then only the summary is shown, and says so. */
  protected abstract get isEmpty(): boolean;
  /** One sentence that says what can be seen. */
  protected abstract summary(): string;
  protected abstract legend(): TemplateResult;
  protected abstract table(): TableData;
  protected abstract create(canvas: HTMLCanvasElement, look: ChartLook): DrawnChart;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#draw(false);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#chart?.destroy();
    this.#chart = null;
  }

  protected override render() {
    return html`
      <figure>
        ${
          this.isEmpty
            ? nothing
            : html`${this.plot(html`<canvas role="img" aria-labelledby="summary"></canvas>`)} ${this.legend()}`
        }
        <figcaption id="summary">${this.summary()}</figcaption>
        ${this.isEmpty ? nothing : this.#details()}
      </figure>
    `;
  }

  /** The drawing, and what can be done with it. */
  protected plot(canvas: TemplateResult): TemplateResult {
    return html`<div class="plot">${canvas}</div>`;
  }

  #details(): TemplateResult {
    return html`<details @toggle=${this.#onToggle}>
      <summary>${this.open ? msg('Hide the numbers') : msg('Show the numbers')}</summary>
      ${this.open ? html`<rv-chart-table .data=${this.table()}></rv-chart-table>` : nothing}
    </details>`;
  }

  readonly #onToggle = (event: Event): void => {
    this.open = (event.target as HTMLDetailsElement).open;
  };

  protected override updated(changed: PropertyValues): void {
    const isElsewhere = changed.size > 0 && [...changed.keys()].every((key) => BESIDE_THE_CHART.has(key));
    if (!isElsewhere) this.#draw(true);
  }

  #draw(rising: boolean): void {
    this.#chart?.destroy();
    this.#chart = null;
    if (!this.canvas || !this.isConnected) return;
    const theme = readTheme(this);
    const still = !rising || matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#chart = this.create(this.canvas, { theme, riseMs: still ? 0 : RISE_MS });
    this.#drawAgainWithFont(theme);
  }
  /** Text on a canvas asks for its font and is drawn in another until that is there. */
  #drawAgainWithFont({ fontFamily, fontSize }: ChartTheme): void {
    const font = `${fontSize}px ${fontFamily}`;
    if (document.fonts.check(font)) return;
    const drawn = this.#chart;
    document.fonts.load(font).then(
      () => this.#chart === drawn && drawn?.update('none'),
      () => log.warn('a font could not be loaded for a chart'),
    );
  }

  static override styles: CSSResultGroup = chartStyles;
}
