import { msg, str } from '@lit/localize';
import { dayOf, type Moment } from '../domain/moment/moment';

/**
 * Dates as the person lived them: in the zone of the entry, not of the phone today. The moment is shifted by its own
 * offset and then written as UTC, so that a zone this browser does not know cannot break a page.
 */
const write = (moment: Moment, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(undefined, { ...options, timeZone: 'UTC' }).format(
    moment.epochMs + moment.offsetMinutes * 60_000,
  );

const DAY_MS = 86_400_000;

/** How many calendar days lie between two of them, such as `2026-11-22`. */
const daysBetween = (day: string, later: string): number => Math.round((Date.parse(later) - Date.parse(day)) / DAY_MS);

/** How many calendar days `moment` lies before `now`, each in its own zone: 0 today, 1 yesterday. */
export const daysBefore = (moment: Moment, now: Moment): number => daysBetween(dayOf(moment), dayOf(now));

/** `Sunday 22 November`. */
export const longDay = (moment: Moment): string => write(moment, { weekday: 'long', day: 'numeric', month: 'long' });

/** `22 November 2026`. */
export const fullDay = (moment: Moment): string => write(moment, { dateStyle: 'long' });

/** `November 2026`. */
export const monthOf = (moment: Moment): string => write(moment, { month: 'long', year: 'numeric' });

/** `14:05`, or `2:05 PM` where that is usual. */
export const timeOf = (moment: Moment): string => write(moment, { hour: 'numeric', minute: '2-digit' });

/** "Today", "Yesterday", "Sunday", or the date, with the year when it is another one. */
export function dayWords(moment: Moment, now: Moment): string {
  const days = daysBefore(moment, now);
  if (days === 0) return msg('Today');
  if (days === 1) return msg('Yesterday');
  if (days > 1 && days < 7) return write(moment, { weekday: 'long' });
  const sameYear = dayOf(moment).slice(0, 4) === dayOf(now).slice(0, 4);
  return write(moment, { weekday: 'short', day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) });
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
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(-count, unit);
}

/** `22 November 2026` of a day such as `2026-11-22`. */
export const dateOf = (day: string): string =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(day));
