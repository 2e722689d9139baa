import type { Numbers } from './numbers';

/** What is there of a column in which NaN stands for a value that is missing. @example presentOf([1, NaN, 3]) // [1, 3] */
export function presentOf(values: Numbers): Float64Array {
  const there = new Float64Array(values.length);
  let n = 0;
  for (let row = 0; row < values.length; row++) if (!Number.isNaN(values[row]!)) there[n++] = values[row]!;
  return there.slice(0, n);
}

/** A value for those who know null alone as missing. @example orNull(NaN) // null */
export const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** Two columns of one length, row by row. */
export interface Pairs {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * The rows in which both columns have a value, in their order.
 *
 * @example presentPairs([1, NaN, 3, 4], [5, 6, NaN, 8]) // { x: [1, 4], y: [5, 8] }
 */
export function presentPairs(x: Numbers, y: Numbers): Pairs {
  const own = new Float64Array(x.length);
  const other = new Float64Array(x.length);
  let n = 0;
  for (let row = 0; row < x.length; row++) {
    if (Number.isNaN(x[row]!) || Number.isNaN(y[row]!)) continue;
    own[n] = x[row]!;
    other[n] = y[row]!;
    n += 1;
  }
  return { x: own.slice(0, n), y: other.slice(0, n) };
}
