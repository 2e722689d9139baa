import { DAY_MS } from '../base/time';
import { inLocale } from './locale';

const weekdayFormat = inLocale((locale) => new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }));

/** 5 January 1970, a Monday. */
const A_MONDAY = 4 * DAY_MS;

/** "Monday" of 0 to "Sunday" of 6. Not in `dates.ts`, which the first view has to load. */
export const weekdayName = (weekday: number): string => weekdayFormat().format(A_MONDAY + weekday * DAY_MS);

const shortWeekdayFormat = inLocale((locale) => new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }));

/** "Mon" of 0 to "Sun" of 6. */
export const shortWeekdayName = (weekday: number): string => shortWeekdayFormat().format(A_MONDAY + weekday * DAY_MS);
