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
export const dated = (options: Intl.DateTimeFormatOptions) =>
  inLocale((locale) => new Intl.DateTimeFormat(locale, { ...options, ...ONE_CALENDAR, timeZone: 'UTC' }));

/** A time without the full stops of "p.m.", as Canada writes it, because a sentence may end there as well. */
export const unstopped = (time: string): string => time.replace('.m.', 'm');

const longDayFormat = dated({ weekday: 'long', day: 'numeric', month: 'long' });
const shortDayFormat = dated({ weekday: 'short', day: 'numeric', month: 'long' });
const shortDayWithYearFormat = dated({ weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' });
const weekdayFormat = dated({ weekday: 'long' });
export const dateFormat = dated({ dateStyle: 'long' });
export const monthFormat = dated({ month: 'long', year: 'numeric' });
const timeFormat = dated({ timeStyle: 'short' });

/** How many calendar days lie between two of them, such as `2026-11-22`. */
export const daysBetween = (day: string, later: string): number =>
  Math.round((Date.parse(later) - Date.parse(day)) / DAY_MS);

/** How many calendar days `moment` lies before `now`, each in its own zone: 0 today, 1 yesterday. */
export const daysBefore = (moment: Moment, now: Moment): number => daysBetween(dayOf(moment), dayOf(now));

/** `Sunday 22 November`. */
export const longDay = (moment: Moment): string => longDayFormat().format(wallMs(moment));

/** `22 November 2026`. */
export const fullDay = (moment: Moment): string => dateFormat().format(wallMs(moment));

/** `November 2026`. */
export const monthOf = (moment: Moment): string => monthFormat().format(wallMs(moment));

/** `14:05`, or `2:05 PM` where that is usual. */
export const timeOf = (moment: Moment): string => unstopped(timeFormat().format(wallMs(moment)));

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
