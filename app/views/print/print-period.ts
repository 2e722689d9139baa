import { DAY_MS } from '../../base/time';
import { dayOf, type Moment } from '../../domain/moment/moment';

/** The days that are printed, both included, `YYYY-MM-DD`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export const PERIODS = ['month', 'last-month', 'year', 'days'] as const;
export type PeriodName = (typeof PERIODS)[number];

/** The period a name stands for on the day of `now`; of `days`, which the person chooses, where to begin: the last two weeks. */
export function periodOf(name: PeriodName, now: Moment): Period {
  const today = dayOf(now);
  const [year, month] = today.split('-').map(Number) as [number, number];
  switch (name) {
    case 'month':
      return { from: dayAt(year, month - 1, 1), to: dayAt(year, month, 0) };
    case 'last-month':
      return { from: dayAt(year, month - 2, 1), to: dayAt(year, month - 1, 0) };
    case 'year':
      return { from: dayAt(year, 0, 1), to: dayAt(year, 11, 31) };
    case 'days':
      return { from: new Date(Date.parse(today) - 13 * DAY_MS).toISOString().slice(0, 10), to: today };
  }
}

/** Months from 0; days and months beyond their ends run over into the next. */
const dayAt = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

/**
 * The stretch of time in which every entry of the period lies, in epoch milliseconds: a day is the one the person lived, and
 * somewhere on earth it begins 14 hours before and ends 12 hours after it does in Greenwich.
 */
export const rangeOf = ({ from, to }: Period): { readonly fromMs: number; readonly toMs: number } => ({
  fromMs: Date.parse(from) - DAY_MS,
  toMs: Date.parse(to) + 2 * DAY_MS,
});

export const isIn = ({ from, to }: Period, moment: Moment): boolean => {
  const day = dayOf(moment);
  return from <= day && day <= to;
};
