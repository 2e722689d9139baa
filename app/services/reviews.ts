import { DAY_MS } from '../base/time';
import { momentAt, wallMs } from '../domain/moment/moment';
import { monthOfDay, type ReviewPeriod, yearOfDay } from '../domain/moment/review-period';
import type { Review } from '../insights/pages/review';
import { pageTable } from '../insights/pages/table';
import { calendarYearsAgo } from '../insights/pages/years-ago';
import { dayOfWall } from '../insights/statistics/calendar';
import type { EntryOutline } from '../journal/journal';
import type { Page } from './page';

/** A page to read, with the outlines of the entries that it names. */
export interface ReadReview extends Review {
  readonly outlines: ReadonlyMap<string, EntryOutline>;
  readonly unreadable: number;
  /** The months or years before and after it that have an entry, nearest first. */
  readonly earlier: ReviewPeriod | null;
  readonly later: ReviewPeriod | null;
}

/** What there is to read today. */
export interface ToRead {
  /** Months with an entry, newest first, a few of them; and years. */
  readonly months: readonly ReviewPeriod[];
  readonly years: readonly ReviewPeriod[];
  /** Entries of this day in earlier years, newest first. */
  readonly onThisDay: readonly EntryOutline[];
}

/** Pages that look back on a month or a year. All of it rejects with Failure `journal-*`. */
export interface Reviews {
  read(period: ReviewPeriod): Promise<ReadReview>;
  toRead(): Promise<ToRead>;
}

/** How many months are named. */
const MOST_MONTHS = 6;

export const open = ({ journal, clock }: Pick<Page, 'journal' | 'clock'>): Reviews => {
  const today = (): number => dayOfWall(wallMs(momentAt(clock.epochMs(), clock.zone())));
  return {
    async read(period) {
      // A day is the one the person lived. Somewhere on earth it begins 14 hours before it does in Greenwich, and elsewhere it ends 12 hours later.
      const range = { fromMs: (period.from - 1) * DAY_MS, toMs: (period.to + 1) * DAY_MS };
      const [{ outlines, unreadable }, { entries }, { reviewOf }] = await Promise.all([
        journal.outlines(),
        journal.list(range),
        import('../insights/pages/review'),
      ]);
      const table = pageTable(outlines);
      const notes = new Map(entries.map(({ id, report }) => [id, report.note]));
      const days = table.rows.map(({ day }) => day);
      const of = period.kind === 'month' ? monthOfDay : yearOfDay;
      const [before, after] = [days.findLast((day) => day < period.from), days.find((day) => day >= period.to)];
      return {
        ...reviewOf(table, { period, today: today(), notes }),
        outlines: new Map(outlines.map((outline) => [outline.id, outline])),
        unreadable: unreadable.length,
        earlier: before === undefined ? null : of(before),
        later: after === undefined ? null : of(after),
      };
    },
    async toRead() {
      const { outlines } = await journal.outlines();
      const { rows } = pageTable(outlines);
      const named = (of: (day: number) => ReviewPeriod): readonly ReviewPeriod[] =>
        [...new Map(rows.map(({ day }) => [of(day).name, of(day)])).values()].reverse();
      const ids = new Set(calendarYearsAgo(rows, today()));
      return {
        months: named(monthOfDay).slice(0, MOST_MONTHS),
        years: named(yearOfDay),
        onThisDay: outlines.filter(({ id }) => ids.has(id)),
      };
    },
  };
};
