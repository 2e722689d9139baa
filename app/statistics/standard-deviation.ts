import { standardDeviation as populationDeviation, sampleStandardDeviation } from 'simple-statistics';
import { asList, type Numbers } from './numbers';

/** Standard deviation of a sample, by n - 1; NaN of fewer than two. @example sampleDeviation([1, 3]) // 1.414 */
export const sampleDeviation = (values: Numbers): number =>
  values.length < 2 ? Number.NaN : sampleStandardDeviation(asList(values));

/** Standard deviation of all there is, by n; NaN of nothing. @example standardDeviation([1, 3]) // 1 */
export const standardDeviation = (values: Numbers): number =>
  values.length === 0 ? Number.NaN : populationDeviation(asList(values));
