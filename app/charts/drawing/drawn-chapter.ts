import { msg, str } from '@lit/localize';
import { type CSSResultGroup, html, nothing, svg, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { log } from '../../base/log';
import { WordsElement } from '../../elements/base/words-element';
import { plural } from '../../words/plural';
import { ChartPictureEvent, ChartPointEvent } from '../kit/chart-point-event';
import { chartStyles } from '../kit/chart-styles';
import '../kit/chart-table';
import { readTheme } from '../kit/chart-theme';
import type { TableData } from '../kit/table-data';
import { drawn, pictureOf } from './drawn';
import { drawnStyles } from './drawn-styles';
import type { Drawing, Spot } from './shapes';
import { WidthWatch } from './width-watch';

/** What a chapter says. */
export interface ChapterWords {
  /** The finding, in one plain sentence, or what is missing before there is one. */
  readonly finding: string;
  /** How sure that is, and what it was counted from; empty where there is nothing to be sure of. */
  readonly evidence: string;
  /** The same with its numbers; empty without any. */
  readonly numbers: string;
}

/** How far from a spot a finger may land, in pixels. */
const REACH_PX = 28;

/**
 * A chapter of Insights: its finding in words, how sure that is, the drawing with its legend, and the numbers behind it. Subclasses say what is
 * drawn; this draws it again when data or width change, and lets a finger or the arrow keys look at what is drawn, one after the other.
 *
 * @fires rv-point when somebody wants to see the entries of what they look at
 * @fires rv-picture when somebody wants to keep it as a picture
 */
export abstract class DrawnChapter<Data> extends WordsElement {
  @property({ attribute: false }) data: Data | null = null;
  @state() private open = false;
  @state() private looked: number | null = null;
  @query('.plot') private plot!: HTMLElement | null;
  readonly #width = new WidthWatch(this, () => this.plot);
  #drawing: Drawing | null = null;

  protected abstract words(data: Data): ChapterWords;
  /** Null where there is not enough to draw. */
  protected abstract drawing(data: Data, width: number): Drawing | null;
  protected abstract legend(data: Data): TemplateResult | typeof nothing;
  /** Null where there is not enough to list. */
  protected abstract table(data: Data): TableData | null;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('data')) this.looked = null;
    this.#drawing = this.data && this.drawing(this.data, this.#width.px);
  }

  protected override render() {
    if (!this.data) return nothing;
    const { finding, evidence, numbers } = this.words(this.data);
    const drawing = this.#drawing;
    return html`<figure aria-labelledby="finding">
      <h2 id="finding">${finding}</h2>
      ${evidence ? html`<p class="evidence">${evidence}</p>` : nothing}
      ${drawing ? this.#plot(drawing) : nothing} ${drawing ? this.legend(this.data) : nothing}
      ${drawing ? this.#look(drawing) : nothing} ${drawing ? this.#numbers(numbers, this.data) : nothing}
    </figure>`;
  }

  #plot({ height, shapes, spots }: Drawing): TemplateResult {
    const width = this.#width.px;
    const spot = this.looked === null ? undefined : spots[this.looked];
    const ring = spot && svg`<circle cx=${spot.x} cy=${spot.y} r="10" class="ring"></circle>`;
    return html`<div
      class="plot"
      role="group"
      tabindex=${spots.length > 0 ? 0 : -1}
      aria-label=${msg('Chart: move through it with the arrow keys')}
      @click=${this.#onClick}
      @keydown=${this.#onKey}
    >
      <svg viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="img" aria-labelledby="finding">
        ${drawn(shapes)} ${ring ?? nothing}
      </svg>
    </div>`;
  }

  #look({ spots }: Drawing): TemplateResult {
    const spot = this.looked === null ? undefined : spots[this.looked];
    return html`<p class="look" role="status">
      ${
        spot
          ? html`<span>${spot.words}</span> ${
              spot.entryIds.length > 0
                ? html`<button type="button" @click=${() => this.#show(spot)}>${showWords(spot.entryIds.length)}</button>`
                : nothing
            }`
          : nothing
      }
    </p>`;
  }

  #numbers(numbers: string, data: Data): TemplateResult {
    const table = this.open ? this.table(data) : null;
    return html`<details @toggle=${this.#onToggle}>
      <summary>${this.open ? msg('Hide the numbers') : msg('Show the numbers')}</summary>
      ${this.open && numbers ? html`<p class="evidence">${numbers}</p>` : nothing}
      ${table ? html`<rv-chart-table .data=${table}></rv-chart-table>` : nothing}
      ${this.open ? html`<button type="button" class="save" @click=${this.#onPicture}>${msg('Save as a picture')}</button>` : nothing}
    </details>`;
  }

  readonly #onToggle = (event: Event): void => {
    this.open = (event.target as HTMLDetailsElement).open;
  };

  readonly #onClick = ({ clientX, clientY }: MouseEvent): void => {
    if (!this.#drawing || !this.plot) return;
    const { x, y } = this.plot.getBoundingClientRect();
    this.looked = nearest(this.#drawing.spots, clientX - x, clientY - y);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const count = this.#drawing?.spots.length ?? 0;
    if (count === 0) return;
    const at = this.looked;
    const goes: Readonly<Record<string, number>> = {
      ArrowRight: at === null ? 0 : Math.min(count - 1, at + 1),
      ArrowDown: at === null ? 0 : Math.min(count - 1, at + 1),
      ArrowLeft: at === null ? count - 1 : Math.max(0, at - 1),
      ArrowUp: at === null ? count - 1 : Math.max(0, at - 1),
      Home: 0,
      End: count - 1,
    };
    if (event.key in goes) {
      this.looked = goes[event.key]!;
      event.preventDefault();
    } else if (event.key === 'Escape') this.looked = null;
    else if (event.key === 'Enter' && at !== null) this.#show(this.#drawing!.spots[at]!);
  };

  #show({ entryIds }: Spot): void {
    const [newest, ...others] = entryIds.toReversed();
    if (newest !== undefined) this.dispatchEvent(new ChartPointEvent(newest, others));
  }

  readonly #onPicture = async (): Promise<void> => {
    if (!this.#drawing || !this.data) return;
    const { height, shapes } = this.#drawing;
    const size = { width: this.#width.px, height };
    try {
      const picture = await pictureOf(shapes, size, this.words(this.data).finding, readTheme(this));
      this.dispatchEvent(new ChartPictureEvent(picture));
    } catch (error) {
      log.warn('a chart could not be made a picture of', error);
    }
  };

  static override styles: CSSResultGroup = [chartStyles, drawnStyles];
}

const showWords = (count: number): string =>
  count === 1
    ? msg('Open the entry')
    : plural(msg('{count, plural, one {Open the entry} other {See the {count} entries}}'), { count });

function nearest(spots: readonly Spot[], x: number, y: number): number | null {
  let best: number | null = null;
  let least = REACH_PX;
  for (const [at, spot] of spots.entries()) {
    const distance = Math.hypot(spot.x - x, spot.y - y);
    if (distance > least) continue;
    least = distance;
    best = at;
  }
  return best;
}

/** "Not yet: it takes 4 more." */
export const needsWords = (needs: number): string =>
  plural(msg('{needs, plural, one {Not yet: it takes one more.} other {Not yet: it takes {needs} more.}}'), { needs });

/** `a: b`, as a spot and a table say what is where. */
export const labelled = (name: string, value: string): string => msg(str`${name}: ${value}`);
