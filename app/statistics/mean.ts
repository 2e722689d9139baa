import { mean as meanOfSome } from 'simple-statistics';
import { asList, type Numbers } from './numbers';

/** The arithmetic mean, its sum corrected for rounding (Kahan-Babuska); NaN of nothing. @example mean([1, 2, 6]) // 3 */
export const mean = (values: Numbers): number => (values.length === 0 ? Number.NaN : meanOfSome(asList(values)));
