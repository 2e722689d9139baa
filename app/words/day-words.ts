import { DAY_MS } from '../base/time';
import { dated, dateFormat, daysBetween, monthFormat, ONE_CALENDAR, unstopped } from './dates';
import { inLocale } from './locale';

/* Days by themselves, on axes, in lists of copies and in spans. Apart from the other dates, because the first view shows none of them. */

const yearFormat = dated({ year: 'numeric' });
const markFormat = dated({ day: 'numeric', month: 'short' });
const markWithYearFormat = dated({ day: 'numeric', month: 'short', year: 'numeric' });
const markWithTimeFormat = dated({ dateStyle: 'medium', timeStyle: 'short' });
const hereFormat = inLocale((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', ...ONE_CALENDAR }));
const relativeFormat = inLocale((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));

/**
 * "today", "yesterday", "3 weeks ago", of a day such as `2026-11-22` as the person lived it. One that has not come yet, by a
 * clock that was set back or a journey west, is today.
 */
export function agoWords(day: string, today: string): string {
  const days = Math.max(0, daysBetween(day, today));
  const [count, unit] =
    days < 14
      ? ([days, 'day'] as const)
      : days < 60
        ? ([Math.round(days / 7), 'week'] as const)
        : days < 730
          ? ([Math.round(days / 30.44), 'month'] as const)
          : ([Math.round(days / 365.25), 'year'] as const);
  return relativeFormat().format(-count, unit);
}

/** `22 November 2026` of a day such as `2026-11-22`. */
export const dateOf = (day: string): string => dateFormat().format(Date.parse(day));

/** "November 2026" of a whole month, "2026" of a whole year, or the two days and what lies between, such as `2026-11-22`. */
export function spanWords({ from, to }: { readonly from: string; readonly to: string }): string {
  const [first, last] = [new Date(from), new Date(to)];
  const dayAfter = new Date(last.getTime() + DAY_MS);
  const wholeMonths = first.getUTCDate() === 1 && dayAfter.getUTCDate() === 1;
  if (wholeMonths && from.slice(0, 7) === to.slice(0, 7)) return monthFormat().format(first.getTime());
  const wholeYear = wholeMonths && first.getUTCMonth() === 0 && last.getUTCMonth() === 11;
  if (wholeYear && from.slice(0, 4) === to.slice(0, 4)) return yearFormat().format(first.getTime());
  return dateFormat().formatRange(first, last);
}

/** A day of `wallMs` for an axis: `12 Oct`, without the full stop of "Okt.", and with the year where it is not plain. */
export const markOf = (ms: number, withYear: boolean): string =>
  (withYear ? markWithYearFormat : markFormat)().format(ms).replace(/\.$/, '');

/** The day it is or was on this phone, in its zone: for what has no place of its own, such as a consent. */
export const dayHere = (epochMs: number): string => hereFormat().format(epochMs);

/** A day of `wallMs` with its time: `12 Oct 2026, 14:05`. */
export const markWithTime = (ms: number): string => unstopped(markWithTimeFormat().format(ms));
