import type { Numbers } from '../numbers';

/**
 * A column over time. `at`: whole steps in ascending order, each once, such as days; steps without a value are simply not there,
 * or hold NaN. It is never filled up: a day without an entry is missing, not average.
 */
export interface Series {
  readonly at: Numbers;
  readonly values: Numbers;
}

/** Values that stand `lag` steps apart. */
export interface Neighbours {
  readonly before: Float64Array;
  readonly after: Float64Array;
}

/**
 * The value of `first` at t - `lag` beside that of `second` at t, wherever both are there.
 *
 * @example neighbours({ at: [1, 2, 4, 5], values: [10, 20, 40, 50] }) // { before: [10, 40], after: [20, 50] }
 */
export function neighbours(first: Series, second: Series = first, lag = 1): Neighbours {
  const before: number[] = [];
  const after: number[] = [];
  let row = 0;
  for (let later = 0; later < second.at.length; later++) {
    const wanted = second.at[later]! - lag;
    while (row < first.at.length && first.at[row]! < wanted) row++;
    if (first.at[row] !== wanted || Number.isNaN(first.values[row]!) || Number.isNaN(second.values[later]!)) continue;
    before.push(first.values[row]!);
    after.push(second.values[later]!);
  }
  return { before: Float64Array.from(before), after: Float64Array.from(after) };
}
