import { DAY_MS } from '../../base/time';
import type { When } from './memory';

/** How exactly a date is known. */
export type DatePrecision = 'day' | 'month' | 'year';

/** How exactly such a text says it. */
export const precisionOf = (date: string): DatePrecision =>
  date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';

/** Up to so many days ago it was this week, this month and in the past year. */
const [WEEK, MONTH, YEAR] = [6, 30, 365] as const;

/**
 * How long before `today` (`2026-11-22`) that was, in the coarse bins; null for a date that is still to come. Of a month or a year
 * the whole of it has to lie in a bin, so that nothing is said to be nearer than it may be.
 *
 * @example whenOf('2019-07', '2026-11-22') // 'years'
 */
export function whenOf(date: string, today: string): When | null {
  const precision = precisionOf(date);
  if (date > today.slice(0, date.length)) return null;
  if (precision === 'year') return date === today.slice(0, 4) ? 'this-year' : 'years';
  if (precision === 'month' && date === today.slice(0, 7)) return 'this-month';
  const days = (Date.parse(today) - Date.parse(date)) / DAY_MS;
  if (precision === 'day' && days <= MONTH) return days === 0 ? 'today' : days <= WEEK ? 'this-week' : 'this-month';
  return days <= YEAR ? 'this-year' : 'years';
}
