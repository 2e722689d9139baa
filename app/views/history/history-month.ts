import { msg, str } from '@lit/localize';
import { css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { dayOf, type Moment } from '../../domain/moment/moment';
import { cssVars } from '../../elements/base/css-vars';
import { WordsElement } from '../../elements/base/words-element';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { EntryOutline } from '../../journal/journal';
import { dayWords, timeOf } from '../../words/dates';
import './entry-row';

/** Months this close to the window are drawn, so that scrolling meets none that is empty. */
const NEARBY = '1200px 0px';

/** Heights in CSS pixels of what is not drawn yet: a row, and what a day adds to it. */
const ROW_HEIGHT = 70;
const DAY_HEIGHT = 40;

export interface Day {
  readonly day: string;
  readonly outlines: readonly EntryOutline[];
}

/**
 * A month's outlines (newest first) by local calendar day, in the same order. A day that was lived twice, on a journey east over
 * the date line, is there once, although entries of the day before lie between its two halves.
 */
export function groupByDay(outlines: readonly EntryOutline[]): Day[] {
  const days = new Map<string, EntryOutline[]>();
  for (const outline of outlines) {
    const day = dayOf(outline.startedAt);
    const its = days.get(day);
    if (its) its.push(outline);
    else days.set(day, [outline]);
  }
  return Array.from(days, ([day, its]) => ({ day, outlines: its }));
}

/**
 * One month of the history. Its rows are drawn only while it is near the window and give way to an empty stretch of the same
 * height when it is not: a journal of a hundred thousand entries scrolls like one of a hundred.
 *
 * `name`: `November 2026`. `eager`: drawn at once, as the first ones are.
 */
@customElement('rv-history-month')
export class HistoryMonth extends WordsElement {
  @property() name = '';
  @property({ attribute: false }) outlines: readonly EntryOutline[] = [];
  @property({ attribute: false }) now!: Moment;
  @property({ type: Boolean }) eager = false;
  @state() private near = false;
  #height: number | null = null;
  #observer: IntersectionObserver | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.near = this.eager;
    this.#observer = new IntersectionObserver(([change]) => this.#onMove(change!.isIntersecting), {
      rootMargin: NEARBY,
    });
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
  }

  protected override render(): TemplateResult {
    return html`<section>
      <h2>${this.name}</h2>
      ${this.near ? this.#days() : html`<div class="later" ${cssVars({ '--later': `${this.#height ?? this.#guess()}px` })}></div>`}
    </section>`;
  }

  #onMove(near: boolean): void {
    if (this.near && !near) {
      const heading = this.renderRoot.querySelector('h2')?.offsetHeight ?? 0;
      this.#height = Math.max(0, this.offsetHeight - heading);
    }
    this.near = near;
  }

  #guess(): number {
    const days = new Set(this.outlines.map(({ startedAt }) => dayOf(startedAt))).size;
    return this.outlines.length * ROW_HEIGHT + days * DAY_HEIGHT;
  }

  #days() {
    return repeat(
      groupByDay(this.outlines),
      ({ day }) => day,
      ({ outlines }) =>
        html`<section class="day">
          <h3>${dayWords(outlines[0]!.startedAt, this.now)}</h3>
          <div class="card list">
            ${repeat(
              outlines,
              ({ id }) => id,
              (outline) => html`<rv-entry-row .outline=${outline} when=${whenOf(outline)}></rv-entry-row>`,
            )}
          </div>
        </section>`,
    );
  }

  static override styles = [
    sharedStyles,
    css`
      section {
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

const whenOf = ({ kind, startedAt }: EntryOutline): string =>
  kind === 'check-in' ? msg(str`${timeOf(startedAt)}, check-in`) : timeOf(startedAt);

declare global {
  interface HTMLElementTagNameMap {
    'rv-history-month': HistoryMonth;
  }
}
