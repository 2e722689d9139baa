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
 * The mean of each day that has a value: a day with three entries counts once, and one without is not there.
 *
 * @example dailyMeans([0, 1000, 86400000], [0.2, 0.4, 0.5]) // { at: [0, 1], values: [0.3, 0.5] }
 */
export function dailyMeans(wallMs: Numbers, values: Numbers): Series {
  const days = groupsOf(Float64Array.from(wallMs as ArrayLike<number>, dayOfWall), values);
  return {
    at: Float64Array.from(days, ({ key }) => key),
    values: Float64Array.from(days, (day) => mean(day.values)),
  };
}
