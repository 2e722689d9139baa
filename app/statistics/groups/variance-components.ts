import { mean } from '../mean';
import type { Group } from './groups';

/** Where the variance of grouped values lies. */
export interface VarianceComponents {
  /** Mean square within groups. */
  readonly within: number;
  /** Variance between groups, 0 or more. */
  readonly between: number;
  /** Share of the variance that lies between groups; below 0 where groups are more alike than chance has it. */
  readonly icc1: number;
  /** How reliably the groups' means tell them apart. */
  readonly icc2: number;
  readonly n: number;
}

/**
 * One-way random effects by the mean squares of an analysis of variance (Searle, Casella & McCulloch 1992, 3.6): between is (MSB - MSW) / n0
 * with n0 = (N - sum(n^2) / N) / (groups - 1), at least 0; ICC1 = (MSB - MSW) / (MSB + (k - 1) MSW) with k the mean size of a group, ICC2 = (MSB - MSW) / MSB (Bliese 2000).
 * As `psych::statsBy` in R. NaN of one group alone, or where no group has two values.
 *
 * @example varianceComponents([{ key: 0, values: [1, 2] }, { key: 1, values: [4, 5] }])
 * // { within: 0.5, between: 4.25, icc1: 0.8947, icc2: 0.9444, n: 4 }
 */
export function varianceComponents(groups: readonly Group[]): VarianceComponents {
  const sizes = groups.map(({ values }) => values.length);
  const n = total(sizes);
  const all = mean(groups.flatMap(({ values }) => values));
  const means = groups.map(({ values }) => mean(values));
  const squaresWithin = total(groups.map(({ values }, at) => total(values.map((value) => (value - means[at]!) ** 2))));
  const squaresBetween = total(means.map((value, at) => sizes[at]! * (value - all) ** 2));
  const within = squaresWithin / (n - groups.length);
  const meanSquareBetween = squaresBetween / (groups.length - 1);
  const n0 = (n - total(sizes.map((size) => size * size)) / n) / (groups.length - 1);
  return {
    within,
    between: Math.max(0, (meanSquareBetween - within) / n0),
    icc1: (meanSquareBetween - within) / (meanSquareBetween + (n / groups.length - 1) * within),
    icc2: (meanSquareBetween - within) / meanSquareBetween,
    n,
  };
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
