import { DAY_MS } from '../base/time';
import { ONE_CALENDAR } from './dates';
import { inLocale, locale } from './locale';

/* Days and months of a calendar, by their number of days since 1970-01-01 as the person lived them. */

const dated = (options: Intl.DateTimeFormatOptions) =>
  inLocale((locale) => new Intl.DateTimeFormat(locale, { ...options, ...ONE_CALENDAR, timeZone: 'UTC' }));

const narrowWeekday = dated({ weekday: 'narrow' });
const dayWordFormat = dated({ weekday: 'long', day: 'numeric', month: 'long' });
const longWeekday = dated({ weekday: 'long' });
const monthFormat = dated({ month: 'long', year: 'numeric' });
const shortMonthFormat = dated({ month: 'short' });
const monthWordFormat = dated({ month: 'long' });
const yearFormat = dated({ year: 'numeric' });
const dayFormat = dated({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** 1970-01-04 was a Sunday. */
const SUNDAY = 3;

type WithWeek = Intl.Locale & { getWeekInfo?(): { firstDay: number }; weekInfo?: { firstDay: number } };

/** The weekday a week begins with where the reader lives: 0 is Sunday. Monday where the browser does not say. */
function firstWeekday(): number {
  const here = new Intl.Locale(locale()) as WithWeek;
  return ((here.getWeekInfo?.() ?? here.weekInfo)?.firstDay ?? 1) % 7;
}

/** The seven weekdays, in the order of a week. */
export const weekdays = (): readonly { readonly letter: string; readonly name: string }[] =>
  Array.from({ length: 7 }, (_, at) => {
    const ms = (SUNDAY + firstWeekday() + at) * DAY_MS;
    return { letter: narrowWeekday().format(ms), name: longWeekday().format(ms) };
  });

/** How many days of the week come before this one: 0 for its first. */
export const placeInWeek = (day: number): number => (((day - SUNDAY - firstWeekday()) % 7) + 7) % 7;

/** `November 2026` of any of its days. */
export const monthName = (day: number): string => monthFormat().format(day * DAY_MS);

/** `Nov`. */
export const shortMonthName = (day: number): string => shortMonthFormat().format(day * DAY_MS);

/** `2026`. */
export const yearName = (day: number): string => yearFormat().format(day * DAY_MS);

/** `Sunday 22 November 2026`. */
export const dayName = (day: number): string => dayFormat().format(day * DAY_MS);

/** `November` of any of its days. */
export const monthWord = (day: number): string => monthWordFormat().format(day * DAY_MS);

/** `Sunday 22 November` */
export const dayWord = (day: number): string => dayWordFormat().format(day * DAY_MS);
