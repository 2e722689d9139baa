import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { log } from '../../base/log';
import { DAY_MS } from '../../base/time';
import { type Moment, wallMs } from '../../domain/moment/moment';
import { WordsElement } from '../../elements/base/words-element';
import '../../elements/marks/icon';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { EntryOutline } from '../../journal/journal';
import { dayName, monthName, placeInWeek, shortMonthName, weekdays, yearName } from '../../words/calendar';
import { timeOf } from '../../words/dates';
import { countEntries } from '../../words/entry/entry-words';
import { formatCount } from '../../words/numbers';
import { valenceScale, valenceWord } from '../../words/report/rating-words';
import { calendarStyles } from './calendar-styles';
import { type DayMood, dayMoods, daysOfMonth, levelOf, monthOfDay } from './day-moods';
import './entry-row';

const LEVELS = [1, 2, 3, 4, 5] as const;

/**
 * The history as a calendar: a month whose days can be opened, or a year of twelve small ones. How pleasant a day was shows by
 * colour and by how full its square is, so that it can be told without colours; screen readers hear it in words.
 *
 * `outlines`: newest first, as they are to be shown. `now`: today.
 */
@customElement('rv-history-calendar')
export class HistoryCalendar extends WordsElement {
  @property({ attribute: false }) outlines: readonly EntryOutline[] = [];
  @property({ attribute: false }) now!: Moment;
  /** Counted from January 1970. */
  @state() private month: number | null = null;
  @state() private wholeYear = false;
  @state() private day: number | null = null;
  #moods: ReadonlyMap<number, DayMood> = new Map();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('outlines')) this.#moods = dayMoods(this.outlines);
    this.month ??= monthOfDay(this.#newest);
  }

  /** The day of the newest entry; today without one. */
  get #newest(): number {
    return Math.floor(wallMs(this.outlines[0]?.startedAt ?? this.now) / DAY_MS);
  }

  protected override render() {
    const month = this.month!;
    return html`
      <div class="head">
        <button class="icon" aria-label=${this.wholeYear ? msg('The year before') : msg('The month before')} @click=${() => this.#turn(-1)}>
          <rv-icon name="back"></rv-icon>
        </button>
        <h2 class="h3" aria-live="polite">${this.wholeYear ? yearName(daysOfMonth(month).first) : monthName(daysOfMonth(month).first)}</h2>
        <button class="icon" aria-label=${this.wholeYear ? msg('The next year') : msg('The next month')} @click=${() => this.#turn(1)}>
          <rv-icon name="forward"></rv-icon>
        </button>
      </div>
      ${this.wholeYear ? this.#year(month - (((month % 12) + 12) % 12)) : this.#month(month)}
      ${this.#key()}
      <div class="row spread">
        <button class="link" @click=${this.#onScale}>${this.wholeYear ? msg('Show one month') : msg('Show the whole year')}</button>
        <label class="date"><span>${msg('Go to a day')}</span><input type="date" @change=${this.#onDate} /></label>
      </div>
      ${this.day === null || this.wholeYear ? nothing : this.#opened(this.day)}
    `;
  }

  #month(month: number): TemplateResult {
    const { first, length } = daysOfMonth(month);
    return html`<div class="month">
      ${weekdays().map(({ letter, name }) => html`<abbr title=${name} aria-hidden="true">${letter}</abbr>`)}
      ${Array.from({ length: placeInWeek(first) }, () => html`<i></i>`)}
      ${Array.from({ length }, (_, at) => this.#cell(first + at, at + 1))}
    </div>`;
  }

  #cell(day: number, number: number): TemplateResult {
    const mood = this.#moods.get(day);
    const isToday = day === this.#today;
    if (!mood) return html`<span class="day ${isToday ? 'today' : ''}">${formatCount(number)}</span>`;
    return html`<button
      class="day ${isToday ? 'today' : ''}"
      aria-pressed=${day === this.day}
      aria-label=${msg(str`${dayName(day)}: ${countEntries(mood.outlines.length)}, ${moodWord(mood)}`)}
      @click=${() => this.#open(day === this.day ? null : day)}
    >
      ${square(levelOf(mood.valence))}<span>${formatCount(number)}</span>
    </button>`;
  }

  #year(january: number): TemplateResult {
    return html`<div class="year">
      ${Array.from({ length: 12 }, (_, at) => this.#small(january + at))}
    </div>`;
  }

  #small(month: number): TemplateResult {
    const { first, length } = daysOfMonth(month);
    const days = Array.from({ length }, (_, at) => this.#moods.get(first + at));
    const n = days.reduce((sum, mood) => sum + (mood?.outlines.length ?? 0), 0);
    return html`<button aria-label=${msg(str`${shortMonthName(first)}: ${countEntries(n)}`)} @click=${() => this.#show(month)}>
      <b>${shortMonthName(first)}</b>
      <span class="squares">
        ${Array.from({ length: placeInWeek(first) }, () => html`<i></i>`)}
        ${days.map((mood) => (mood ? square(levelOf(mood.valence)) : html`<i class="none"></i>`))}
      </span>
    </button>`;
  }

  #key(): TemplateResult {
    const { low, high } = valenceScale();
    return html`<p class="small key">${low} ${LEVELS.map(square)} ${high} ${square(null)} ${msg('not rated')}</p>`;
  }

  #opened(day: number): TemplateResult {
    const its = this.#moods.get(day)?.outlines ?? [];
    return html`<section aria-label=${dayName(day)}>
      <h3>${dayName(day)}</h3>
      ${
        its.length === 0
          ? html`<p class="small" role="status">${msg('Nothing on that day.')}</p>`
          : html`<div class="card list">
              ${its.map((outline) => html`<rv-entry-row .outline=${outline} when=${outline.ofDay ? msg('The day as a whole') : timeOf(outline.startedAt)}></rv-entry-row>`)}
            </div>`
      }
      ${this.#dayWord(day)}
    </section>`;
  }

  /** What asks how a day was is fetched with the first day that is opened, and stays away where it can't be had. */
  #dayWord(day: number) {
    if (day > this.#today) return nothing;
    import('../shared/day-word').catch((error: unknown) => log.warn('no day is given a word', error));
    return html`<rv-day-word day=${new Date(day * DAY_MS).toISOString().slice(0, 10)}></rv-day-word>`;
  }

  get #today(): number {
    return Math.floor(wallMs(this.now) / DAY_MS);
  }

  #turn(by: number): void {
    this.month = this.month! + (this.wholeYear ? 12 * by : by);
    this.day = null;
  }

  #show(month: number): void {
    this.month = month;
    this.wholeYear = false;
    this.day = null;
  }

  #open(day: number | null): void {
    this.day = day;
  }

  readonly #onScale = (): void => {
    this.wholeYear = !this.wholeYear;
  };

  readonly #onDate = ({ target }: Event): void => {
    const ms = (target as HTMLInputElement).valueAsNumber;
    if (!Number.isFinite(ms)) return;
    this.#show(monthOfDay(ms / DAY_MS));
    this.#open(ms / DAY_MS);
  };

  static override styles = [sharedStyles, calendarStyles];
}

/** A day's square: `level` of five, or null where it was not rated. */
const square = (level: number | null): TemplateResult => html`<i class="square l${level ?? 0}" aria-hidden="true"></i>`;

const moodWord = ({ valence }: DayMood): string => (valence === null ? msg('not rated') : valenceWord(valence));

declare global {
  interface HTMLElementTagNameMap {
    'rv-history-calendar': HistoryCalendar;
  }
}
