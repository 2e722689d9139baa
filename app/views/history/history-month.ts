import { msg, str } from '@lit/localize';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Moment } from '../../domain/moment/moment';
import { cssVars } from '../../elements/base/css-vars';
import { WordsElement } from '../../elements/base/words-element';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { EntryOutline, Found } from '../../journal/journal';
import { dayWords, timeOf } from '../../words/dates';
import './entry-row';
import { type DayStretch, groupByDay, guess, guessStretch, stretchesOf } from './list-parts';

/** What is this close to the window is drawn, so that scrolling meets nothing empty. */
const NEARBY = '1200px 0px';

/**
 * One month of the history. Its rows are drawn, a stretch of days at a time, only while they are near the window, and give way to
 * an empty stretch of the same height when they are not: a journal of a hundred thousand entries scrolls like one of a hundred.
 *
 * `name`: `November 2026`. `eager`: its first stretch is drawn at once, as that of the first months is.
 */
@customElement('rv-history-month')
export class HistoryMonth extends WordsElement {
  @property() name = '';
  @property({ attribute: false }) outlines: readonly EntryOutline[] = [];
  /** See `Month.days`. */
  @property({ attribute: false }) days = 0;
  @property({ attribute: false }) now!: Moment;
  /** Where a search found an entry. */
  @property({ attribute: false }) hitIn: Found['hitIn'] = () => null;
  @property({ type: Boolean }) eager = false;
  @state() private near = false;
  /** The stretches that are near the window, by their places. */
  @state() private drawn: ReadonlySet<number> = new Set();
  #stretches: readonly DayStretch[] | null = null;
  /** How high the days were together when they were last near, in CSS pixels. */
  #height: number | null = null;
  /** The same of the stretches, by their places. */
  readonly #heights = new Map<number, number>();
  #observer: IntersectionObserver | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer = new IntersectionObserver((changes) => this.#onMove(changes), { rootMargin: NEARBY });
    this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('outlines')) return;
    this.#stretches = null;
    // After a search many more months may lie near the window than when all of their rows are there.
    const before = changed.get('outlines');
    if (this.hasUpdated && before && Math.abs(before.length - this.outlines.length) > 1) this.#begin();
  }

  protected override updated(): void {
    if (!this.near) return;
    for (const stretch of this.renderRoot.querySelectorAll('.stretch')) this.#observer?.observe(stretch);
  }

  protected override render(): TemplateResult {
    return html`<section>
      <h2>${this.name}</h2>
      ${this.near ? this.#days() : later(this.#height ?? guess(this.outlines.length, this.days))}
    </section>`;
  }

  /** Draws what is drawn at once; the rest as soon as it is known to be near the window. */
  #begin(): void {
    this.#height = null;
    this.#heights.clear();
    this.near = this.eager;
    this.drawn = new Set(this.eager ? [0] : []);
    this.#observer?.disconnect();
    this.#observer?.observe(this);
  }

  #onMove(changes: readonly IntersectionObserverEntry[]): void {
    const drawn = new Set(this.drawn);
    for (const {
      target,
      isIntersecting,
      boundingClientRect: { height },
    } of changes) {
      if (target === this) this.#setNear(isIntersecting, height);
      // A stretch that went with its month is told of once more.
      else if (!target.isConnected) this.#observer?.unobserve(target);
      else if (isIntersecting) drawn.add(placeOf(target));
      else if (drawn.delete(placeOf(target))) this.#heights.set(placeOf(target), height);
    }
    this.drawn = this.near ? drawn : new Set();
  }

  #setNear(near: boolean, height: number): void {
    const heading = this.renderRoot.querySelector('h2')?.offsetHeight ?? 0;
    if (this.near && !near) this.#height = Math.max(0, height - heading);
    this.near = near;
  }

  #days() {
    this.#stretches ??= stretchesOf(groupByDay(this.outlines));
    return this.#stretches.map(
      (stretch, at) =>
        html`<div class="stretch" data-at=${at}>
          ${this.drawn.has(at) ? this.#stretch(stretch) : later(this.#heights.get(at) ?? guessStretch(stretch))}
        </div>`,
    );
  }

  #stretch(stretch: DayStretch) {
    return repeat(
      stretch,
      ({ day }) => day,
      ({ outlines, goesOn }) =>
        html`<section class="day">
          ${goesOn ? nothing : html`<h3>${dayWords(outlines[0]!.startedAt, this.now)}</h3>`}
          <div class="card list">
            ${repeat(
              outlines,
              ({ id }) => id,
              (outline) =>
                html`<rv-entry-row .outline=${outline} when=${whenOf(outline)} .hit=${this.hitIn(outline)}></rv-entry-row>`,
            )}
          </div>
        </section>`,
    );
  }

  static override styles = [
    sharedStyles,
    css`
      section,
      .stretch {
        display: flex;
        flex-direction: column;
        gap: var(--s4);
      }
      h2 {
        margin-block-start: var(--s2);
        color: var(--ink-2);
        font: 500 var(--t1) / 1.3 var(--serif);
      }
      .later {
        height: var(--later);
      }
      .day {
        display: flex;
        flex-direction: column;
        gap: var(--s2);
      }
      .day h3 {
        font-size: var(--t-1);
        font-weight: 600;
      }
      .card {
        padding: 0;
        overflow: clip;
      }
    `,
  ];
}

const placeOf = (stretch: Element): number => Number((stretch as HTMLElement).dataset.at);

/** Room for what is not drawn yet, `height` CSS pixels of it; styled by who draws it. */
export const later = (height: number): TemplateResult =>
  html`<div class="later" ${cssVars({ '--later': `${height}px` })}></div>`;

const whenOf = ({ kind, startedAt, ofDay }: EntryOutline): string =>
  ofDay
    ? msg('The day as a whole')
    : kind === 'check-in'
      ? msg(str`${timeOf(startedAt)}, check-in`)
      : timeOf(startedAt);

declare global {
  interface HTMLElementTagNameMap {
    'rv-history-month': HistoryMonth;
  }
}
