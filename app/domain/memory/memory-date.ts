import { DAY_MS } from '../../base/time';
import type { When } from './memory';

/** How exactly a date is known. */
export type DatePrecision = 'day' | 'month' | 'year';

const FORM = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Earlier years are slips, such as 0021. */
const FIRST_YEAR = 1000;

/** Whether the text is a day, a month or a year there is: `2019-07-14`, `2019-07` or `2019`. */
export function isMemoryDate(text: string): boolean {
  const [, year, month = '01', day = '01'] = FORM.exec(text) ?? [];
  if (!year || Number(year) < FIRST_YEAR) return false;
  const whole = `${year}-${month}-${day}`;
  const date = new Date(`${whole}T00:00Z`);
  // The 30th of February is taken for a day of March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(whole);
}

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
