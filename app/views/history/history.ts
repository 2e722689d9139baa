import { consume } from '@lit/context';
import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { nextTask } from '../../base/idle';
import { entryPath } from '../../domain/entry/entry-address';
import { severalVersions } from '../../domain/entry/entry-versions';
import { dayOf, type Moment, momentAt } from '../../domain/moment/moment';
import { countEntries } from '../../words/entry/entry-words';
import { plural } from '../../words/plural';
import '../../elements/blocks/empty';
import '../../elements/marks/mark';
import '../../elements/blocks/notice';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { EntryOutline, Found, OutlineList, UnreadableEntry } from '../../journal/journal';
import { type Services, servicesContext } from '../../services/types';
import { fullDay, monthOf } from '../../words/dates';
import { feelingWord } from '../../words/report/feeling-words';
import '../../words/report/more-feeling-words';
import { FromJournal } from '../shared/from-journal';
import { journalFailureScreen, journalNotice } from '../shared/journal-notice';
import { NewDay } from '../shared/new-day';
import { sampleOffer } from '../shared/sample-offer';
import { Screen } from '../shared/screen';
import '../shared/undo';
import { WhenFetched } from '../shared/when-fetched';
import { calendarDay, onThisDay } from './on-this-day';
import './entry-row';
import type { Filter } from './filter';
import type { FilterChange, filtered } from './filters';
import { later } from './history-month';
import { historyStyles } from './history-styles';
import { type LeftList, leaveList, takeLeftList } from './left-list';
import { groupByMonth, guessMonths, type Month } from './list-parts';

/** How many entries of this day in earlier years are shown. */
const MOST_EARLIER = 3;

/** Rows and months that are drawn before it is known what is near the window: the month that holds so many, and those before it. */
const EAGER_ROWS = 12;
const EAGER_MONTHS = 4;

/** Months that are made in one task: a life has hundreds, and each of them takes a fifth of a millisecond. */
const MONTHS_AT_ONCE = 40;

/** Remembers what `work` gave for the list it was last given. */
function once<T>(work: (outlines: readonly EntryOutline[]) => T): (outlines: readonly EntryOutline[]) => T {
  let last: { readonly of: readonly EntryOutline[]; readonly result: T } | null = null;
  return (outlines) => {
    if (last?.of !== outlines) last = { of: outlines, result: work(outlines) };
    return last.result;
  };
}

interface HistoryData {
  readonly list: OutlineList;
  /** What a search left of the list; the whole list without one. */
  readonly shown: readonly EntryOutline[];
  readonly hitIn: Found['hitIn'];
}

/** Every entry, by day. */
@customElement('rv-history')
export class RvHistory extends Screen {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  @state() private search = '';
  @state() private asCalendar = false;
  @state() private filter: Filter | null = null;
  readonly #opening = new WhenFetched(this);
  readonly #data = new FromJournal(
    this,
    () => this.services.journal,
    async (journal): Promise<HistoryData> => {
      this.#searching.abort();
      this.#searching = new AbortController();
      const { signal } = this.#searching;
      const list = await journal.outlines();
      if (this.search.trim() === '') return { list, shown: list.outlines, hitIn: () => null };
      const { outlines, hitIn } = await journal.search(this.search, feelingWord, signal);
      return { list, shown: outlines, hitIn };
    },
  );
  /** Comes with the filters. */
  #filtered: typeof filtered = (outlines) => outlines;
  #narrow: {
    readonly of: readonly EntryOutline[];
    readonly by: Filter;
    readonly outlines: readonly EntryOutline[];
  } | null = null;
  /** Looking through a hundred thousand takes a moment: it is done once for each list. */
  readonly #monthsOf = once(groupByMonth);
  #earlierOf = this.#thisDay();
  readonly newDay = new NewDay(
    this,
    () => this.services.clock,
    () => {
      this.#earlierOf = this.#thisDay();
      this.requestUpdate();
    },
  );
  readonly #familiesOf = once(severalVersions<EntryOutline>);
  /** The months that are drawn, by their keys. */
  #made: ReadonlySet<string> = new Set();
  #moreToMake = false;
  /** Where the list stood when it was left, until it stands there again. */
  #returnTo: number | null = null;
  #today: Moment | null = null;
  /** The search under way: with the next letter nobody waits for it any more. */
  #searching = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    const before = takeLeftList(this.services.journal);
    if (before) this.#restore(before);
  }

  #restore({ search, asCalendar, filter, y }: LeftList): void {
    this.search = search;
    this.#returnTo = y;
    void this.#data.refresh();
    if (filter) this.#openFilter(filter);
    else if (asCalendar) this.#onCalendar();
  }

  protected override render() {
    const { value, failure } = this.#data;
    this.#moreToMake = false;
    if (!value) return failure ? journalFailureScreen(failure) : html`<div class="page"></div>`;
    const { list } = value;
    return html`<div class="page" @click=${this.#onClick}>
      ${this.#head(list)} <rv-undo></rv-undo> ${failure ? journalNotice(failure) : nothing} ${this.#unreadable(list.unreadable)}
      ${this.#versions(list)}
      ${list.outlines.length === 0 ? this.#empty(list) : this.#found(value)}
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#moreToMake) void nextTask().then(() => this.isConnected && this.requestUpdate());
    else if (this.#returnTo !== null && this.#data.value) this.#goBackTo(this.#returnTo);
  }

  #head({ outlines }: OutlineList): TemplateResult {
    return html`<header class="stack tight">
      <p class="eyebrow">${msg('History')}</p>
      <h1 class="h1">${outlines.length === 0 ? msg('Nothing here yet.') : msg('Your entries')}</h1>
      ${
        outlines.length === 0
          ? nothing
          : html`<p class="small key">
              <span><rv-mark kind="you"></rv-mark>${msg('what you said')}</span>
              <span><rv-mark kind="face"></rv-mark>${msg('what your face showed')}</span>
            </p>`
      }
    </header>`;
  }

  /** Last writer never wins in silence: what was kept twice is told until the person has chosen. */
  #versions({ outlines }: OutlineList) {
    const families = [...this.#familiesOf(outlines).values()];
    const [first] = families[0] ?? [];
    if (!first) return nothing;
    const what = plural(
      msg('{n, plural, one {One entry has more than one version.} other {{n} entries have more than one version.}}'),
      { n: families.length },
    );
    return html`<rv-notice
      what=${what}
      safe=${msg('Something was changed in two windows, or a backup had another version. All of it is kept until you choose.')}
    >
      <a class="link" href=${entryPath(first.id)}>${msg('See the versions')}</a>
    </rv-notice>`;
  }

  #empty({ unreadable }: OutlineList) {
    if (unreadable.length > 0) return nothing;
    return html`<rv-empty heading=${msg('Your entries will appear here')}>
      <p>${msg('Memories you relive and quick check-ins, with what you said and what your face showed.')}</p>
      <a slot="actions" class="button quiet" href="/">${msg('Go to Today')}</a>
      ${sampleOffer('/history', this.services)}
    </rv-empty>`;
  }

  #found({ list, shown, hitIn }: HistoryData): TemplateResult {
    const found = this.filter ? this.#narrowed(shown, this.filter) : shown;
    const searching = found !== list.outlines;
    const { failure, again } = this.#opening;
    return html`
      <form role="search" @submit=${(event: Event) => event.preventDefault()}>
        <input
          type="search"
          aria-label=${msg('Search your entries')}
          placeholder=${msg('Any word in an entry')}
          .value=${this.search}
          autocomplete="off"
          enterkeyhint="search"
          @input=${this.#onSearch}
        />
      </form>
      <div class="row">
        <button class="chip" aria-pressed=${this.asCalendar} @click=${this.#onCalendar}>${msg('Calendar')}</button>
        <button class="chip" aria-pressed=${this.filter !== null} @click=${this.#onFilter}>${msg('Filter')}</button>
      </div>
      ${failure ? journalNotice(failure, html`<button class="quiet less" @click=${again}>${msg('Try again')}</button>`) : nothing}
      ${
        this.filter
          ? html`<rv-history-filters .filter=${this.filter} .outlines=${list.outlines} @rv-change=${this.#onNarrow}></rv-history-filters>`
          : nothing
      }
      <p class="small ${searching ? '' : 'visually-hidden'}" role="status">${searching ? foundWords(found.length) : nothing}</p>
      ${
        this.asCalendar
          ? html`<rv-history-calendar .outlines=${found} .now=${this.#now}></rv-history-calendar>`
          : html`${searching ? nothing : this.#onThisDay(found)} ${this.#months(found, hitIn)}`
      }
    `;
  }

  #onThisDay(outlines: readonly EntryOutline[]) {
    const earlier = this.#earlierOf(outlines);
    if (earlier.length === 0) return nothing;
    return html`<section class="stack tight" aria-labelledby="this-day">
      <h2 class="h3" id="this-day">${msg('On this day')}</h2>
      <div class="card list">
        ${earlier.map((outline) => html`<rv-entry-row .outline=${outline} when=${fullDay(outline.startedAt)}></rv-entry-row>`)}
      </div>
    </section>`;
  }

  /** What was on this day in earlier years, looked for once for each list. */
  #thisDay(): (outlines: readonly EntryOutline[]) => readonly EntryOutline[] {
    return once((outlines) => onThisDay(outlines, calendarDay({ startedAt: this.#now })).slice(0, MOST_EARLIER));
  }

  /** A list is narrowed once, so that it is the same list as long as nothing changes. */
  #narrowed(outlines: readonly EntryOutline[], filter: Filter): readonly EntryOutline[] {
    const known = this.#narrow;
    if (known?.of !== outlines || known.by !== filter)
      this.#narrow = { of: outlines, by: filter, outlines: this.#filtered(outlines, filter) };
    return this.#narrow!.outlines;
  }

  #months(outlines: readonly EntryOutline[], hitIn: Found['hitIn']): TemplateResult {
    const months = this.#monthsOf(outlines);
    const made = this.#toMake(months);
    const eager = eagerMonths(made);
    return html`<div class="months">
      ${repeat(
        made,
        ({ key }) => key,
        ({ outlines: its, days }, index) =>
          html`<rv-history-month name=${monthOf(its[0]!.startedAt)} .outlines=${its} .days=${days} .now=${this.#now} .hitIn=${hitIn} ?eager=${index < eager}></rv-history-month>`,
      )}
      ${made.length < months.length ? later(guessMonths(months.slice(made.length))) : nothing}
    </div>`;
  }

  /** The months that are there already, and some that are new; the others follow in tasks of their own. */
  #toMake(months: readonly Month[]): readonly Month[] {
    let room = MONTHS_AT_ONCE;
    const end = months.findIndex(({ key }) => !this.#made.has(key) && room-- === 0);
    const made = end < 0 ? months : months.slice(0, end);
    this.#made = new Set(made.map(({ key }) => key));
    this.#moreToMake = made !== months;
    return made;
  }

  /** The same object all day long, so that only what changes is drawn again. */
  get #now(): Moment {
    const now = momentAt(this.services.clock.epochMs(), this.services.clock.zone());
    if (!this.#today || dayOf(this.#today) !== dayOf(now)) this.#today = now;
    return this.#today;
  }

  readonly #onCalendar = (): void =>
    this.#opening.do(
      () => import('./calendar'),
      () => {
        this.asCalendar = !this.asCalendar;
      },
    );

  readonly #onFilter = (): void => this.#openFilter(null);

  /** Opens it as it was, or else closes it if it is open. */
  #openFilter(before: Filter | null): void {
    this.#opening.do(
      () => import('./filters'),
      ({ filtered, NO_FILTER }) => {
        this.#filtered = filtered;
        this.filter = before ?? (this.filter ? null : NO_FILTER);
      },
    );
  }

  /** A link may lead to an entry. Those who come back find the list as it was. */
  readonly #onClick = (event: MouseEvent): void => {
    const isLink = event.composedPath().some((one) => one instanceof HTMLAnchorElement);
    const { search, asCalendar, filter } = this;
    if (isLink) leaveList(this.services.journal, { search, asCalendar, filter, y: scrollY });
  };

  /** The parts of a list take their height a moment after the list itself. */
  #goBackTo(y: number): void {
    this.#returnTo = null;
    requestAnimationFrame(() => requestAnimationFrame(() => this.isConnected && scrollTo({ top: y })));
  }

  readonly #onNarrow = ({ detail: { filter } }: FilterChange): void => {
    this.filter = filter;
  };

  readonly #onSearch = ({ target }: InputEvent): void => {
    this.search = (target as HTMLInputElement).value;
    void this.#data.refresh();
  };

  /** An entry that cannot be read is still there, and said to be. */
  #unreadable(list: readonly UnreadableEntry[]) {
    if (list.length === 0) return nothing;
    const n = list.length;
    const what = plural(msg('{n, plural, one {One entry can’t be read.} other {{n} entries can’t be read.}}'), { n });
    const safe = plural(
      msg(
        '{n, plural, one {It stays exactly as it is, and nothing will be written over it. All the others are below.} other {They stay exactly as they are, and nothing will be written over them. All the others are below.}}',
      ),
      { n },
    );
    return html`<rv-notice
      tone="warn"
      what=${what}
      safe=${safe}
      detail=${list.map(({ id, problem }) => `${id}: ${problem}`).join('; ')}
    ></rv-notice>`;
  }

  static override styles = [sharedStyles, historyStyles];
}

/** How many months, from the first on, are drawn at once. */
function eagerMonths(months: readonly Month[]): number {
  let count = 0;
  for (let rows = 0; rows < EAGER_ROWS && count < EAGER_MONTHS; count++) rows += months[count]?.outlines.length ?? 0;
  return count;
}

function foundWords(count: number): string {
  return count === 0 ? msg('No entries match.') : countEntries(count);
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-history': RvHistory;
  }
}
