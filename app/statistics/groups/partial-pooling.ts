import { mean } from '../mean';
import { type Needs, needsMore } from '../needs';
import type { Group } from './groups';
import { varianceComponents } from './variance-components';

/** Fewest values that are pooled, and fewest groups they lie in. Ours. */
export const LEAST_TO_POOL = 20;

export interface PooledGroup {
  readonly key: number;
  readonly n: number;
  /** The mean of its own values alone. */
  readonly own: number;
  /** Moved towards the others, more so the fewer values it has. */
  readonly pooled: number;
  readonly standardError: number;
}

export interface Pooled {
  /** The mean of a group nobody has seen. */
  readonly centre: number;
  readonly groups: readonly PooledGroup[];
}

/**
 * Group means, partially pooled: w own + (1 - w) centre with w = b / (b + v / n), where b and v are the variances between and within groups
 * (`varianceComponents`) and the centre weighs each mean by 1 / (b + v / n) (Gelman & Hill 2007, 12.2; BLUP: Robinson 1991, Stat Sci 6:15).
 * The error is sqrt(w v / n + (1 - w)^2 / sum of those weights), taking the variances as known.
 *
 * A weekday that has three entries is not called the worst of the week because two of them were bad. Where groups differ by no
 * more than chance, all of them get the same mean.
 *
 * @example partialPooling([{ key: 0, values: [1, 2] }, { key: 1, values: [4] }]) // { needs: 17 }
 */
export function partialPooling(groups: readonly Group[]): Pooled | Needs {
  const n = groups.reduce((sum, { values }) => sum + values.length, 0);
  // Groups of one value each say nothing of the variance within.
  const enough = n >= LEAST_TO_POOL && groups.length >= 2 && n > groups.length;
  if (!enough) return needsMore(Math.min(n, LEAST_TO_POOL - 1), LEAST_TO_POOL);
  const { within, between } = varianceComponents(groups);
  const errors = groups.map(({ values }) => within / values.length);
  const means = groups.map(({ values }) => mean(values));
  const weights = between > 0 || within > 0 ? errors.map((error) => 1 / (between + error)) : errors.map(() => 1);
  const weightOfAll = weights.reduce((sum, weight) => sum + weight, 0);
  const centre = means.reduce((sum, value, at) => sum + weights[at]! * value, 0) / weightOfAll;
  return {
    centre,
    groups: groups.map(({ key, values }, at) => {
      const w = between > 0 ? between / (between + errors[at]!) : 0;
      return {
        key,
        n: values.length,
        own: means[at]!,
        pooled: w * means[at]! + (1 - w) * centre,
        standardError: Math.sqrt(w * errors[at]! + (1 - w) ** 2 / weightOfAll),
      };
    }),
  };
}
