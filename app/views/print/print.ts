import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { plural } from '../../words/plural';
import '../../charts/paper/period-chart';
import { log } from '../../base/log';
import { recallReadings } from '../../charts/trace/recall-readings';
import { type TraceSeries, traceSeries } from '../../charts/trace/trace-series';
import { isOfDay } from '../../domain/entry/day-word';
import type { Entry } from '../../domain/entry/entry';
import { ratedEntry } from '../../domain/entry/rated-entry';
import { phaseLengthMs } from '../../domain/face/phase-rows';
import { asJournalFailure, isNotFetched, type JournalFailure } from '../../domain/failure/failure';
import { dayOf, momentAt } from '../../domain/moment/moment';
import '../../elements/marks/icon';
import '../../elements/marks/mark';
import '../../elements/blocks/notice';
import { choices } from '../../elements/fields/choices';
import { choiceStyles } from '../../elements/styles/choice-styles';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { cueWordsReady } from '../../recall/cues/cue-words';
import type { ValenceInsight } from '../../services/insights';
import { type Services, servicesContext } from '../../services/types';
import { fullDay, longDay } from '../../words/dates';
import { spanWords } from '../../words/day-words';
import { apartWords } from '../insights/apart-words';
import { allFeelingWords } from '../report/all-feeling-words';
import { journalNotice } from '../shared/journal-notice';
import { Screen } from '../shared/screen';
import { printedEntry } from './print-entry';
import { isIn, type Period, type PeriodName, periodOf, rangeOf } from './print-period';
import { printStyles } from './print-styles';

/** More than this is a book: a phone would lay it out for minutes. */
export const MOST_ENTRIES = 1_500;

/** A note longer than this may be broken over two pages, in characters: it would leave half a page empty otherwise. */
const LONG_NOTE = 900;

interface Sheet extends Pick<ValenceInsight, 'points' | 'apart'> {
  readonly period: Period;
  /** Oldest first, as one reads. */
  readonly entries: readonly Entry[];
  readonly unreadable: number;
  readonly curves: ReadonlyMap<string, TraceSeries>;
}

/** A period of the journal as it will stand on paper, and the way to the printer. */
@customElement('rv-print')
export class RvPrint extends Screen {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  @state() private chosen: PeriodName = 'month';
  @state() private period!: Period;
  @state() private withCurves = true;
  @state() private sheet: Sheet | null = null;
  @state() private failure: JournalFailure | null = null;
  #run = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#choose('month');
  }

  protected override render() {
    return html`<div class="page">
      <a class="link back" href="/settings"><rv-icon name="back"></rv-icon>${msg('Settings')}</a>
      <header class="stack tight screen-only">
        <p class="eyebrow">${msg('Print')}</p>
        <h1 class="h1">${msg('Print your journal')}</h1>
        <p class="lede">${msg('Your browser prints it or saves it as a PDF; the app sends it nowhere. Paper isn’t encrypted, so keep it safe.')}</p>
      </header>
      ${this.#controls()} ${this.failure ? journalNotice(this.failure) : nothing} ${this.sheet ? this.#sheet(this.sheet) : nothing}
    </div>`;
  }

  #controls(): TemplateResult {
    const periods = [
      { value: 'month', word: msg('This month') },
      { value: 'last-month', word: msg('Last month') },
      { value: 'year', word: msg('This year') },
      { value: 'days', word: msg('Custom') },
    ] as const;
    return html`<div class="card controls">
      <fieldset>
        <legend>${msg('Period')}</legend>
        ${choices<PeriodName>('period', periods, this.chosen, (name) => this.#choose(name))}
      </fieldset>
      ${this.chosen === 'days' ? this.#days() : nothing}
      <label class="check">
        <input type="checkbox" .checked=${this.withCurves} @change=${this.#onCurves} />
        <span>${msg('Include face curves')}</span>
      </label>
      <button class="primary" ?disabled=${!this.#isReady} @click=${() => window.print()}>
        ${msg('Print or save as PDF')}
      </button>
    </div>`;
  }

  get #isReady(): boolean {
    return this.sheet !== null && this.sheet.entries.length > 0 && this.sheet.entries.length <= MOST_ENTRIES;
  }

  #days(): TemplateResult {
    const { from, to } = this.period;
    const field = (word: string, end: 'from' | 'to', limits: { min?: string; max?: string }) =>
      html`<label class="field">
        <span>${word}</span>
        <input
          type="date"
          required
          .value=${this.period[end]}
          min=${limits.min ?? nothing}
          max=${limits.max ?? nothing}
          @change=${({ target }: Event) => this.#setDay(end, (target as HTMLInputElement).value)}
        />
      </label>`;
    return html`<div class="days">
      ${field(msg('from'), 'from', { max: to })} ${field(msg('to'), 'to', { min: from })}
    </div>`;
  }

  #sheet({ period, entries, unreadable, curves, points, apart }: Sheet): TemplateResult {
    if (entries.length > MOST_ENTRIES) return tooMany(entries.length);
    if (entries.length === 0) {
      return html`<p class="lede" role="status">${msg('There are no entries in that period. Choose another.')}</p>`;
    }
    const note = apartWords(apart);
    return html`<section class="sheet" aria-label=${spanWords(period)}>
      <div class="title">
        <p class="eyebrow">Reverie</p>
        <h2 class="h1">${spanWords(period)}</h2>
        <p class="small key">
          <span><rv-mark kind="you"></rv-mark>${msg('what you said')}</span>
          <span><rv-mark kind="face"></rv-mark>${msg('what your face showed')}</span>
          ${note ? html`<span class="apart"><rv-mark kind="face"></rv-mark>${msg('your face, not compared')}</span>` : nothing}
        </p>
      </div>
      <rv-period-chart .points=${points} fromDay=${period.from} toDay=${period.to}></rv-period-chart>
      ${unratedWords(entries.filter((entry) => !isOfDay(entry)).length - points.length, points.length > 0)}
      ${note ? html`<p class="small apart">${note}</p>` : nothing}
      ${byDay(entries).map((day) => printedDay(day, curves))} ${this.#end(unreadable)}
    </section>`;
  }

  #end(unreadable: number): TemplateResult {
    const { clock, appVersion } = this.services;
    const today = fullDay(momentAt(clock.epochMs(), clock.zone()));
    return html`<p class="small end">
      ${msg('What you said is what counts. What your face showed is an expression a camera read, not a feeling, and it can be wrong.')}
      ${unreadable > 0 ? plural(msg('{unreadable, plural, one {One entry from this period couldn’t be read and isn’t included.} other {{unreadable} entries from this period couldn’t be read and aren’t included.}}'), { unreadable }) : nothing}
      ${msg(str`Printed on ${today} by Reverie ${appVersion}.`)}
    </p>`;
  }

  #choose(name: PeriodName): void {
    const { clock } = this.services;
    this.chosen = name;
    this.period = periodOf(name, momentAt(clock.epochMs(), clock.zone()));
    void this.#read();
  }

  #setDay(end: 'from' | 'to', day: string): void {
    if (day === '') return;
    const period = { ...this.period, [end]: day };
    // The other end gives way: a period that ends before it begins has no days.
    this.period = period.from <= period.to ? period : { from: day, to: day };
    void this.#read();
  }

  #onCurves({ target }: Event): void {
    this.withCurves = (target as HTMLInputElement).checked;
    void this.#read();
  }

  /** Reads the period; the answer of an older choice that comes later is dropped. */
  async #read(): Promise<void> {
    this.#run += 1;
    const run = this.#run;
    const { period, withCurves } = this;
    try {
      const list = await this.services.journal.list(rangeOf(period));
      const entries = list.entries.filter(({ startedAt }) => isIn(period, startedAt)).reverse();
      if (entries.some((entry) => entry.kind === 'recall' && entry.memory.cueId !== null))
        await cueWordsReady().catch((error) => log.warn('entries are printed without the questions', error));
      await allFeelingWords();
      const drawn = withCurves && entries.length <= MOST_ENTRIES ? entries : [];
      const curves = await this.#curves(drawn, () => run === this.#run);
      const { points, apart } = await (await this.services.insights()).valence(
        entries.filter((entry) => !isOfDay(entry)).map(ratedEntry),
      );
      if (run !== this.#run) return;
      this.sheet = { period, entries, unreadable: list.unreadable.length, curves, points, apart };
      this.failure = null;
    } catch (error) {
      if (run === this.#run) this.failure = asJournalFailure(error, 'journal-unreadable');
    }
  }

  /** One trace at a time: only what is drawn of each is kept. One that cannot be read leaves its entry without a curve. */
  async #curves(entries: readonly Entry[], goesOn: () => boolean): Promise<Map<string, TraceSeries>> {
    const curves = new Map<string, TraceSeries>();
    for (const entry of entries) {
      if (!goesOn()) break;
      if (entry.kind !== 'recall' || !entry.hasTrace || entry.faceDisputed) continue;
      const trace = await this.services.journal.trace(entry.id).catch((error: unknown) => {
        if (isNotFetched(error)) throw error;
        return null;
      });
      if (trace) curves.set(entry.id, traceSeries(recallReadings(trace), phaseLengthMs(trace.segments, 'recall')));
    }
    return curves;
  }

  static override styles = [sharedStyles, choiceStyles, printStyles];
}

const tooMany = (count: number): TemplateResult =>
  html`<rv-notice
    what=${plural(msg('{count, plural, one {One entry is too many to print at once.} other {{count} entries are too many to print at once.}}'), { count })}
    next=${plural(msg('{most, plural, one {Choose a shorter period, with at most one entry, and print it in parts.} other {Choose a shorter period, with at most {most} entries, and print it in parts.}}'), { most: MOST_ENTRIES })}
  ></rv-notice>`;

const printedDay = (entries: readonly Entry[], curves: ReadonlyMap<string, TraceSeries>): TemplateResult =>
  html`<section class="day">
    <h3>${longDay(entries[0]!.startedAt)}</h3>
    ${entries.map(
      (entry) =>
        html`<div class=${entry.report.note.length < LONG_NOTE ? 'entry short' : 'entry'}>
          ${printedEntry(entry, curves.get(entry.id) ?? null)}
        </div>`,
    )}
  </section>`;

/** The entries of each lived day, in order, after the word for all of it. */
function byDay(entries: readonly Entry[]): (readonly Entry[])[] {
  const days = new Map<string, Entry[]>();
  for (const entry of entries) {
    const day = dayOf(entry.startedAt);
    const its = days.get(day) ?? [];
    days.set(day, isOfDay(entry) ? [entry, ...its] : [...its, entry]);
  }
  return [...days.values()];
}

/** What the drawing has no mark for is on the sheet all the same, and in its number. */
function unratedWords(n: number, others: boolean): TemplateResult | typeof nothing {
  if (n === 0) return nothing;
  const words = others
    ? msg('{n, plural, one {One more entry has no rating.} other {{n} more entries have no rating.}}')
    : msg('{n, plural, one {One entry, without a rating.} other {{n} entries, without a rating.}}');
  return html`<p class="small unrated">${plural(words, { n })}</p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-print': RvPrint;
  }
}
