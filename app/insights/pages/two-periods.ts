import { studentP, studentQuantile } from '../../statistics/distributions/student-t';
import { mean } from '../../statistics/mean';
import { type Needs, needsMore } from '../../statistics/needs';
import type { Numbers } from '../../statistics/numbers';
import type { Series } from '../../statistics/series/series';
import { dayVariance } from '../statistics/level-changes';

/** Fewest days with a rating on either side. Ours: below a week a single day decides. */
export const LEAST_DAYS = 7;

/** How one stretch of days differs from an earlier one. */
export interface PeriodDifference {
  /** Mean of the later days less that of the earlier ones. */
  readonly effect: number;
  /** 95 % interval. */
  readonly low: number;
  readonly high: number;
  readonly p: number;
  /** Days with a rating, later and earlier. */
  readonly days: readonly [now: number, before: number];
  readonly means: readonly [now: number, before: number];
}

/**
 * The difference of two means of days, with an interval for days that resemble their neighbours: the long-run variance of all days there are,
 * s2 (1 + f) / (1 - f), see `dayVariance`, over the number of days on either side, and Student's t with as many degrees of freedom as the days
 * of both are worth, n (1 - f) / (1 + f) - 2 (effective sample size of an AR(1): Bayley & Hammersley 1946, J R Stat Soc Suppl 8:184).
 *
 * `all`: the daily means of everything up to the end of the later one.
 *
 * @example twoPeriods([0.1], [0.2], { at: [0, 1], values: [0.1, 0.2] }) // { needs: 6 }
 */
export function twoPeriods(now: Numbers, before: Numbers, all: Series): PeriodDifference | Needs {
  const fewer = Math.min(now.length, before.length);
  if (fewer < LEAST_DAYS) return needsMore(fewer, LEAST_DAYS);
  const { variance, carried } = dayVariance(all);
  // Hardly two days are neighbours: how they scatter is not known.
  if (Number.isNaN(variance)) return needsMore(0, 1);
  const worth = (1 - carried) / (1 + carried);
  const df = Math.max(2, (now.length + before.length) * worth - 2);
  const error = Math.sqrt((variance / worth) * (1 / now.length + 1 / before.length));
  const means = [mean(now), mean(before)] as const;
  const effect = means[0] - means[1];
  const halfWidth = studentQuantile(0.975, df) * error;
  return {
    effect,
    low: effect - halfWidth,
    high: effect + halfWidth,
    // Without an error nothing is estimated: no difference is claimed.
    p: error > 0 ? studentP(effect / error, df) : 1,
    days: [now.length, before.length],
    means,
  };
}
