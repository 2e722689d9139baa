import { sampleCorrelation } from 'simple-statistics';
import { asList, type Numbers } from './numbers';

/**
 * Pearson's r, -1..1, of two columns of one length; NaN of fewer than two pairs, and where a column is all the same.
 *
 * @example correlation([1, 2, 3, 4], [1, 3, 2, 4]) // 0.8
 */
export const correlation = (x: Numbers, y: Numbers): number =>
  x.length < 2 ? Number.NaN : sampleCorrelation(asList(x), asList(y));

/** The 97.5 % quantile of the standard normal distribution. */
const Z_975 = 1.959964;

/**
 * 95 % interval of a correlation r of n > 3 pairs, by Fisher's z transformation (Fisher 1921, Metron 1:3).
 *
 * @example fisherInterval(0.58, 30) // { low: 0.278, high: 0.778 }
 */
export function fisherInterval(r: number, n: number): { low: number; high: number } {
  const z = Math.atanh(Math.min(1, Math.max(-1, r)));
  const halfWidth = Z_975 / Math.sqrt(n - 3);
  return { low: Math.tanh(z - halfWidth), high: Math.tanh(z + halfWidth) };
}
