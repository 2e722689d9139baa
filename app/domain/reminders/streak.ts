import { DAY_MS } from '../../base/time';

/** So many days off in a row are forgiven. */
export const DAYS_OFF = 2;

/** Fewer days than this are not worth a word. */
export const FEWEST_DAYS = 3;

/**
 * On how many days something was kept, as far back as there were never more than `DAYS_OFF` days off in a row. It counts days that
 * were used and not days that passed, and today is no day off before it is over. Zero if the last one is too long ago: that is
 * no loss to tell of.
 *
 * @param days local days, `YYYY-MM-DD`, newest first; a day may come more than once, and those after today count as today
 */
export function streakOf(days: Iterable<string>, today: string): number {
  let count = 0;
  let last = dayNumber(today);
  let counted = Number.POSITIVE_INFINITY;
  for (const day of days) {
    const number = Math.min(dayNumber(day), dayNumber(today));
    if (number >= counted) continue;
    if (last - number > DAYS_OFF + 1) break;
    count += 1;
    counted = number;
    last = number;
  }
  return count;
}

const dayNumber = (day: string): number => Math.round(Date.parse(day) / DAY_MS);
