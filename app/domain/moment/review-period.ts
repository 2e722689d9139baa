import { DAY_MS } from '../../base/time';

/** A calendar month or year that is looked back on, by what it is called in an address: `2026-11` or `2026`. */
export interface ReviewPeriod {
  readonly name: string;
  readonly kind: 'month' | 'year';
  /** The first day of it, and the first after it, in days since 1970-01-01. */
  readonly from: number;
  readonly to: number;
}

const NAME = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/;
/** Years before it are nobody's, and those below 100 are others in JavaScript. */
const FIRST_YEAR = 1900;

/**
 * The period that is called so; null where none is.
 *
 * @example reviewPeriod('2026-13') // null
 */
export function reviewPeriod(name: string): ReviewPeriod | null {
  const [, year, month] = NAME.exec(name) ?? [];
  if (!year || Number(year) < FIRST_YEAR) return null;
  return month ? monthFrom(Number(year), Number(month) - 1) : yearFrom(Number(year));
}

/** The month in which a day lies. */
export function monthOfDay(day: number): ReviewPeriod {
  const date = new Date(day * DAY_MS);
  return monthFrom(date.getUTCFullYear(), date.getUTCMonth());
}

/** The year in which a day lies. */
export const yearOfDay = (day: number): ReviewPeriod => yearFrom(new Date(day * DAY_MS).getUTCFullYear());

/** The period before or after one, of the same kind. */
export const neighbourOf = ({ kind, from, to }: ReviewPeriod, which: 'before' | 'after'): ReviewPeriod =>
  (kind === 'month' ? monthOfDay : yearOfDay)(which === 'before' ? from - 1 : to);

/** The same month of the year before; of a year the one before. */
export function yearBefore({ kind, from }: ReviewPeriod): ReviewPeriod {
  const date = new Date(from * DAY_MS);
  const year = date.getUTCFullYear() - 1;
  return kind === 'month' ? monthFrom(year, date.getUTCMonth()) : yearFrom(year);
}

/** The months of a year; a month alone. */
export function monthsOf(period: ReviewPeriod): readonly ReviewPeriod[] {
  if (period.kind === 'month') return [period];
  const year = Number(period.name);
  return Array.from({ length: 12 }, (_, month) => monthFrom(year, month));
}

const monthFrom = (year: number, month: number): ReviewPeriod => ({
  name: new Date(Date.UTC(year, month)).toISOString().slice(0, 7),
  kind: 'month',
  from: Date.UTC(year, month) / DAY_MS,
  to: Date.UTC(year, month + 1) / DAY_MS,
});

const yearFrom = (year: number): ReviewPeriod => ({
  name: String(year),
  kind: 'year',
  from: Date.UTC(year, 0) / DAY_MS,
  to: Date.UTC(year + 1, 0) / DAY_MS,
});
