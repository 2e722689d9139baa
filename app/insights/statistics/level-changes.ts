import { mean } from '../../statistics/mean';
import { type Needs, needsMore } from '../../statistics/needs';
import { changePoints } from '../../statistics/series/change-points';
import { neighbours, type Series } from '../../statistics/series/series';
import { dailyMeans } from './calendar';
import type { TimedValues } from './rhythms';

/** Fewest days with an entry before a change of level is looked for, and fewest on either side of one. Ours: two weeks a side. */
export const LEAST_DAYS_OF_LEVEL = 14;
export const LEAST_FOR_CHANGES = 42;

/** How many of the last days are looked at, ten years of them: the search takes the square of their number. */
export const MOST_DAYS_OF_LEVELS = 3_653;

/** How many times log(n) of the variance a change must save. BIC takes 2; at 3 a level that never changes is cut in fewer than 5 of 100 journals. */
export const PENALTY = 3;

/** A stretch of days around one level. */
export interface Level {
  /** First and last day with an entry, in days since 1970-01-01. */
  readonly from: number;
  readonly to: number;
  readonly mean: number;
  readonly days: number;
}

/**
 * When the level of one's days changed and stayed: the stretches between change points of the daily means (see `changePoints`), one alone where it never did.
 *
 * A change must save `PENALTY` x log(n) times the long-run variance of the days, s2 (1 + f) / (1 - f), because days that resemble
 * their neighbours drift by themselves and would be cut too often (Shi et al. 2022, Comput Stat Data Anal 170:107433). Variance s2 and inertia f come
 * from the squared differences of days one and two apart, 2 s2 (1 - f) and 2 s2 (1 - f^2), which a change of level hardly touches.
 *
 * @example levelChanges({ wallMs: [0], values: [0.5] }) // { needs: 41 }
 */
export function levelChanges({ wallMs, values }: TimedValues): readonly Level[] | Needs {
  const all = dailyMeans(wallMs, values);
  const days = {
    at: all.at.slice(-MOST_DAYS_OF_LEVELS),
    values: all.values.slice(-MOST_DAYS_OF_LEVELS),
  };
  const n = days.at.length;
  if (n < LEAST_FOR_CHANGES) return needsMore(n, LEAST_FOR_CHANGES);
  const variance = longRunVariance(days);
  // Where hardly two days are neighbours nothing is known of how they go together: no change is claimed.
  const cuts = Number.isNaN(variance)
    ? []
    : changePoints(days.values, { penalty: PENALTY * Math.log(n) * variance, least: LEAST_DAYS_OF_LEVEL });
  return [0, ...cuts].map((start, at) => {
    const end = cuts[at] ?? n;
    return {
      from: days.at[start]!,
      to: days.at[end - 1]!,
      mean: mean(days.values.slice(start, end)),
      days: end - start,
    };
  });
}

/** Inertia is taken as between 0 and this: above it the variance would have no bound. */
const MOST_INERTIA = 0.8;

/** How days scatter, and how much of it each hands on to the next. */
export interface DayVariance {
  readonly variance: number;
  /** The inertia of days, 0..`MOST_INERTIA`. */
  readonly carried: number;
}

/**
 * Variance s2 and inertia f of days by the squared differences of days one and two apart, which neither a trend nor a change of level
 * touches much. The variance is NaN where hardly two days are neighbours.
 *
 * @example dayVariance({ at: [0, 1, 2, 3], values: [0, 1, 0, 1] }) // { variance: 0.5, carried: 0 }
 */
export function dayVariance(days: Series): DayVariance {
  const [one, two] = [1, 2].map((lag) => {
    const { before, after } = neighbours(days, days, lag);
    return mean(after.map((value, row) => (value - before[row]!) ** 2));
  }) as [number, number];
  if (!(one > 0)) return { variance: one / 2, carried: 0 };
  const carried = Math.max(0, Math.min(MOST_INERTIA, two / one - 1));
  return { variance: one / 2 / (1 - carried), carried };
}

function longRunVariance(days: Series): number {
  const { variance, carried } = dayVariance(days);
  return (variance * (1 + carried)) / (1 - carried);
}
