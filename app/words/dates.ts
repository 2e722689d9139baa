import { msg, str } from '@lit/localize';
import { DAY_MS } from '../base/time';
import { dayOf, type Moment, wallMs } from '../domain/moment/moment';
import { inLocale } from './locale';

/**
 * Some regions count years and months by another calendar. Fields for dates, months in lists and the grid of days are all Gregorian, so
 * their names are as well: two calendars on one screen would name one month twice.
 */
export const ONE_CALENDAR = { calendar: 'gregory' } as const;

/**
 * Formatters for `wallMs`. Dates are written as the person lived them, in the zone of the entry, not of the phone today; and a
 * zone this browser does not know cannot break a page.
 */
const dated = (options: Intl.DateTimeFormatOptions) =>
  inLocale((locale) => new Intl.DateTimeFormat(locale, { ...options, ...ONE_CALENDAR, timeZone: 'UTC' }));

const longDayFormat = dated({ weekday: 'long', day: 'numeric', month: 'long' });
const shortDayFormat = dated({ weekday: 'short', day: 'numeric', month: 'long' });
const shortDayWithYearFormat = dated({ weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' });
const weekdayFormat = dated({ weekday: 'long' });
const dateFormat = dated({ dateStyle: 'long' });
const monthFormat = dated({ month: 'long', year: 'numeric' });
const yearFormat = dated({ year: 'numeric' });
const timeFormat = dated({ timeStyle: 'short' });
const markFormat = dated({ day: 'numeric', month: 'short' });
const markWithYearFormat = dated({ day: 'numeric', month: 'short', year: 'numeric' });
const markWithTimeFormat = dated({ dateStyle: 'medium', timeStyle: 'short' });
const hereFormat = inLocale((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', ...ONE_CALENDAR }));
const relativeFormat = inLocale((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));

/** How many calendar days lie between two of them, such as `2026-11-22`. */
const daysBetween = (day: string, later: string): number => Math.round((Date.parse(later) - Date.parse(day)) / DAY_MS);

/** How many calendar days `moment` lies before `now`, each in its own zone: 0 today, 1 yesterday. */
export const daysBefore = (moment: Moment, now: Moment): number => daysBetween(dayOf(moment), dayOf(now));

/** `Sunday 22 November`. */
export const longDay = (moment: Moment): string => longDayFormat().format(wallMs(moment));

/** `22 November 2026`. */
export const fullDay = (moment: Moment): string => dateFormat().format(wallMs(moment));

/** `November 2026`. */
export const monthOf = (moment: Moment): string => monthFormat().format(wallMs(moment));

/** `14:05`, or `2:05 PM` where that is usual. */
export const timeOf = (moment: Moment): string => timeFormat().format(wallMs(moment));

/** "Today", "Yesterday", "Sunday", or the date, with the year when it is another one. */
export function dayWords(moment: Moment, now: Moment): string {
  const days = daysBefore(moment, now);
  if (days === 0) return msg('Today');
  if (days === 1) return msg('Yesterday');
  if (days > 1 && days < 7) return weekdayFormat().format(wallMs(moment));
  const sameYear = dayOf(moment).slice(0, 4) === dayOf(now).slice(0, 4);
  return (sameYear ? shortDayFormat : shortDayWithYearFormat)().format(wallMs(moment));
}

/** "Yesterday, 14:05". */
export const whenWords = (moment: Moment, now: Moment): string => msg(str`${dayWords(moment, now)}, ${timeOf(moment)}`);

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

/** A day of `wallMs` for an axis: `12 Oct`, and with the year where it is not plain. */
export const markOf = (ms: number, withYear: boolean): string =>
  (withYear ? markWithYearFormat : markFormat)().format(ms);

/** The day it is or was on this phone, in its zone: for what has no place of its own, such as a consent. */
export const dayHere = (epochMs: number): string => hereFormat().format(epochMs);

/** A day of `wallMs` with its time: `12 Oct 2026, 14:05`. */
export const markWithTime = (ms: number): string => markWithTimeFormat().format(ms);
