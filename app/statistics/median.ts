import type { Numbers } from './numbers';
import { quantile } from './quantile';

/** The median; NaN of nothing. @example median([3, 1, 2, 10]) // 2.5 */
export const median = (values: Numbers): number => quantile(values, 0.5);
