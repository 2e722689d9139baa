import { quantileSorted } from 'simple-statistics';
import { asList, type Numbers } from './numbers';

/**
 * The value that a share of 0..1 of the others lie below, between two of them by straight interpolation: type 7 of Hyndman &
 * Fan (1996, Am Stat 50:361), as in numpy and R. NaN of nothing.
 *
 * @example quantile([1, 2, 3, 4], 0.25) // 1.75
 */
export const quantile = (values: Numbers, share: number): number =>
  values.length === 0 ? Number.NaN : quantileSorted(asList(new Float64Array(values).sort()), share);
