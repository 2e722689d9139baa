import { median } from './median';
import type { Numbers } from './numbers';

/**
 * Median absolute deviation from the median, unscaled; times 1.4826 it estimates a normal standard deviation
 * (Rousseeuw & Croux 1993, JASA 88:1273). NaN of nothing.
 *
 * @example medianAbsoluteDeviation([1, 1, 2, 2, 4, 6, 9]) // 1
 */
export function medianAbsoluteDeviation(values: Numbers): number {
  const centre = median(values);
  return median(Array.from(values, (value) => Math.abs(value - centre)));
}
