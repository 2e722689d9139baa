import { numbersOf } from '../../base/numbers-of';
import { DAY_MS } from '../../base/time';
import { groupsOf } from '../../statistics/groups/groups';
import { mean } from '../../statistics/mean';
import type { Numbers } from '../../statistics/numbers';
import type { Series } from '../../statistics/series/series';

const HOUR_MS = DAY_MS / 24;
/** 1 January 1970 was a Thursday: three days after Monday. */
const FIRST_WEEKDAY = 3;

/** The calendar day, in days since 1970-01-01. `ms`: the clock on the wall, see `wallMs`. @example dayOfWall(86400000) // 1 */
export const dayOfWall = (ms: number): number => Math.floor(ms / DAY_MS);

/** 0 for Monday to 6 for Sunday. @example weekdayOfWall(Date.UTC(2026, 10, 29)) // 6 */
export const weekdayOfWall = (ms: number): number => (((dayOfWall(ms) + FIRST_WEEKDAY) % 7) + 7) % 7;

/** 0..23. @example hourOfWall(Date.UTC(2026, 10, 29, 23, 59)) // 23 */
export const hourOfWall = (ms: number): number => Math.floor((ms - dayOfWall(ms) * DAY_MS) / HOUR_MS);

/** 0 for January to 11 for December. @example monthOfWall(Date.UTC(2026, 10, 29)) // 10 */
export const monthOfWall = (ms: number): number => new Date(ms).getUTCMonth();

/**
 * Counts calendar months, those of all years in one row. Rows come in order of time, so the month of the last one is remembered with its
 * bounds: a date is made once a month rather than once a row, which was most of the time that many looks took.
 *
 * @example monthCounter()(Date.UTC(1970, 1, 3)) // 23641
 */
export function monthCounter(): (ms: number) => number {
  let [month, from, to] = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return (ms) => {
    if (ms >= from && ms < to) return month;
    const date = new Date(ms);
    const [year, ofYear] = [date.getUTCFullYear(), date.getUTCMonth()];
    month = year * 12 + ofYear;
    from = Date.UTC(year, ofYear);
    to = Date.UTC(year, ofYear + 1);
    return month;
  };
}

/** The days of a column, as long as somebody has it: most looks at ratings begin with them. */
const dailyOf = new WeakMap<Numbers, { readonly wallMs: Numbers; readonly days: Series }>();

/**
 * The mean of each day that has a value: a day with three entries counts once, and one without is not there.
 *
 * @example dailyMeans([0, 1000, 86400000], [0.2, 0.4, 0.5]) // { at: [0, 1], values: [0.3, 0.5] }
 */
export function dailyMeans(wallMs: Numbers, values: Numbers): Series {
  const known = dailyOf.get(values);
  if (known?.wallMs === wallMs) return known.days;
  const groups = groupsOf(numbersOf(wallMs, dayOfWall), values);
  const days = {
    at: numbersOf(groups, ({ key }) => key),
    values: numbersOf(groups, (day) => mean(day.values)),
  };
  dailyOf.set(values, { wallMs, days });
  return days;
}
