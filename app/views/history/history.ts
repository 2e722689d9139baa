import { consume } from '@lit/context';
import { msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { DAY_MS } from '../../base/time';
import { entryPath } from '../../domain/entry/entry-address';
import { severalVersions } from '../../domain/entry/entry-versions';
import { dayOf, type Moment, momentAt, wallMs } from '../../domain/moment/moment';
import { countEntries } from '../../words/entry/entry-words';
import { plural } from '../../words/plural';
import '../../elements/blocks/empty';
import '../../elements/marks/mark';
import '../../elements/blocks/notice';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { EntryOutline, OutlineList, UnreadableEntry } from '../../journal/journal';
import { fullDay, monthOf } from '../../words/dates';
import { feelingWord } from '../../words/report/feeling-words';
import { FromJournal } from '../shared/from-journal';
import { journalFailureScreen, journalNotice } from '../shared/journal-notice';
import { WhenFetched } from '../shared/when-fetched';
import { calendarDay, onThisDay } from './day-moods';
import './entry-row';
import type { Filter } from './filter';
import type { FilterChange, filtered } from './filters';
import './history-month';
import { type Services, servicesContext } from '../../services/types';
import { Screen } from '../shared/screen';
import '../shared/undo';

/** How many entries of this day in earlier years are shown. */
const MOST_EARLIER = 3;

/** Months that are drawn before it is known what is near the window. */
const EAGER_MONTHS = 2;

interface Month {
  /** `2026-11`. */
  readonly key: string;
  readonly outlines: readonly EntryOutline[];
}

/** Outlines (newest first) by the month their day was lived in, in the same order. */
export function groupByMonth(outlines: readonly EntryOutline[]): Month[] {
  const months = new Map<string, EntryOutline[]>();
  // Making a date of each of a hundred thousand holds the page up; days repeat.
  const keys = new Map<number, string>();
  for (const outline of outlines) {
    const day = Math.floor(wallMs(outline.startedAt) / DAY_MS);
    const key = keys.get(day) ?? dayOf(outline.startedAt).slice(0, 7);
    keys.set(day, key);
    const month = months.get(key);
    if (month) month.push(outline);
    else months.set(key, [outline]);
  }
  return Array.from(months, ([key, list]) => ({ key, outlines: list }));
}

interface HistoryData {
  readonly list: OutlineList;
  /** What a search left of the list; the whole list without one. */
  readonly shown: readonly EntryOutline[];
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
      const list = await journal.outlines();
      return {
        list,
        shown: this.search.trim() === '' ? list.outlines : await journal.search(this.search, feelingWord),
      };
    },
  );
  /** Comes with the filters. */
  #filtered: typeof filtered = (outlines) => outlines;
  #narrow: {
    readonly of: readonly EntryOutline[];
    readonly by: Filter;
    readonly outlines: readonly EntryOutline[];
  } | null = null;
  /** Grouping a hundred thousand takes a moment: it is done once for each list. */
  #grouped: { readonly of: readonly EntryOutline[]; readonly months: readonly Month[] } | null = null;

  protected override render() {
    const { value, failure } = this.#data;
    if (!value) return failure ? journalFailureScreen(failure) : html`<div class="page"></div>`;
    const { list } = value;
    return html`<div class="page">
      ${this.#head(list)} <rv-undo></rv-undo> ${failure ? journalNotice(failure) : nothing} ${this.#unreadable(list.unreadable)}
      ${this.#versions(list)}
      ${list.outlines.length === 0 ? this.#empty(list) : this.#found(value)}
    </div>`;
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
    const families = [...severalVersions(outlines).values()];
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
    </rv-empty>`;
  }

  #found({ list, shown }: HistoryData): TemplateResult {
    const found = this.filter ? this.#narrowed(shown, this.filter) : shown;
    const searching = found !== list.outlines;
    const { failure, again } = this.#opening;
    return html`
      <form role="search" @submit=${(event: Event) => event.preventDefault()}>
        <input
          type="search"
          aria-label=${msg('Search your entries')}
          placeholder=${msg('Title, feeling, note')}
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
          : html`${searching ? nothing : this.#onThisDay(found)} ${this.#months(found)}`
      }
    `;
  }

  #onThisDay(outlines: readonly EntryOutline[]) {
    const earlier = onThisDay(outlines, calendarDay({ startedAt: this.#now })).slice(0, MOST_EARLIER);
    if (earlier.length === 0) return nothing;
    return html`<section class="stack tight" aria-labelledby="this-day">
      <h2 class="h3" id="this-day">${msg('On this day')}</h2>
      <div class="card list">
        ${earlier.map((outline) => html`<rv-entry-row .outline=${outline} when=${fullDay(outline.startedAt)}></rv-entry-row>`)}
      </div>
    </section>`;
  }

  /** A list is narrowed once, so that it is the same list as long as nothing changes. */
  #narrowed(outlines: readonly EntryOutline[], filter: Filter): readonly EntryOutline[] {
    const known = this.#narrow;
    if (known?.of !== outlines || known.by !== filter)
      this.#narrow = { of: outlines, by: filter, outlines: this.#filtered(outlines, filter) };
    return this.#narrow!.outlines;
  }

  #months(outlines: readonly EntryOutline[]): TemplateResult {
    if (this.#grouped?.of !== outlines) this.#grouped = { of: outlines, months: groupByMonth(outlines) };
    return html`<div class="months">
      ${repeat(
        this.#grouped.months,
        ({ key }) => key,
        ({ outlines: itsOutlines }, index) =>
          html`<rv-history-month name=${monthOf(itsOutlines[0]!.startedAt)} .outlines=${itsOutlines} .now=${this.#now} ?eager=${index < EAGER_MONTHS}></rv-history-month>`,
      )}
    </div>`;
  }

  get #now(): Moment {
    return momentAt(this.services.clock.epochMs(), this.services.clock.zone());
  }

  readonly #onCalendar = (): void =>
    this.#opening.do(
      () => import('./calendar'),
      () => {
        this.asCalendar = !this.asCalendar;
      },
    );

  readonly #onFilter = (): void =>
    this.#opening.do(
      () => import('./filters'),
      ({ filtered, NO_FILTER }) => {
        this.#filtered = filtered;
        this.filter = this.filter ? null : NO_FILTER;
      },
    );

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

  static override styles = [
    sharedStyles,
    css`
      .months {
        display: flex;
        flex-direction: column;
        gap: var(--s5);
      }
      input[type='search'] {
        width: 100%;
        min-height: 48px;
        padding: var(--s2) var(--s4);
        border: 1px solid var(--edge);
        border-radius: 24px;
        background: var(--card);
        color: var(--ink);
        font: inherit;
        font-size: max(1rem, 16px);
      }
      .list {
        padding: 0;
        overflow: clip;
      }
      .key {
        display: flex;
        gap: var(--s4);
        align-items: center;
      }
      .key span {
        display: inline-flex;
        gap: 6px;
        align-items: center;
      }
      .key rv-mark {
        --mark-size: 14px;
      }
    `,
  ];
}

function foundWords(count: number): string {
  return count === 0 ? msg('No entries match.') : countEntries(count);
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-history': RvHistory;
  }
}
