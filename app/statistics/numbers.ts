import type { NumberArray } from '../base/number-arrays';

/** What every function here takes: a list or a typed array. It is never changed. */
export type Numbers = readonly number[] | NumberArray;

/** The same numbers for a library whose types know lists alone, though its code reads either. @example asList([1, 2]) // [1, 2] */
export const asList = (values: Numbers): number[] => values as number[];
