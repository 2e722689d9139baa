import { studentQuantile } from '../distributions/student-t';
import { mean } from '../mean';
import { type Needs, needsMore } from '../needs';
import type { Numbers } from '../numbers';
import { presentPairs } from '../present';
import { sampleDeviation } from '../standard-deviation';

/** Fewest pairs. Ours: with ten the limits themselves are known to about half the distance between them. */
export const LEAST_FOR_LIMITS = 10;

/** How far two measures of the same thing lie apart, in their own unit. */
export interface MethodDifference {
  /** Mean of x - y. */
  readonly mean: number;
  /** 95 % interval of that mean, for independent pairs. */
  readonly low: number;
  readonly high: number;
  /** 95 % of single differences lie between these two, if they are spread normally. */
  readonly lowerLimit: number;
  readonly upperLimit: number;
  /** Half width of the 95 % interval of either limit. */
  readonly limitHalfWidth: number;
  readonly n: number;
}

/** The 97.5 % quantile of the standard normal distribution. */
const Z_975 = 1.959963984540054;

/**
 * Mean difference and limits of agreement, mean +- 1.96 s, with intervals t(n - 1) s / sqrt(n) for the mean and t(n - 1) s sqrt(3 / n) for a
 * limit (Bland & Altman 1986, Lancet 327:307).
 *
 * @example blandAltman([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [0, 2, 2, 4, 4, 6, 6, 8, 8, 10]).mean // 0.5
 */
export function blandAltman(x: Numbers, y: Numbers): MethodDifference | Needs {
  const pairs = presentPairs(x, y);
  const n = pairs.x.length;
  if (n < LEAST_FOR_LIMITS) return needsMore(n, LEAST_FOR_LIMITS);
  const differences = pairs.x.map((value, row) => value - pairs.y[row]!);
  const [centre, spread] = [mean(differences), sampleDeviation(differences)];
  const t = studentQuantile(0.975, n - 1);
  const halfWidth = (t * spread) / Math.sqrt(n);
  return {
    mean: centre,
    low: centre - halfWidth,
    high: centre + halfWidth,
    lowerLimit: centre - Z_975 * spread,
    upperLimit: centre + Z_975 * spread,
    limitHalfWidth: t * spread * Math.sqrt(3 / n),
    n,
  };
}
