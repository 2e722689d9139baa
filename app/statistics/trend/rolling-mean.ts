import type { Numbers } from '../numbers';

export interface Rolling {
  /** Beside each of `at`; NaN where fewer than `least` values lie in its window. */
  readonly mean: Float64Array;
  /** How many values lie in the window of each of `at`. */
  readonly n: Int32Array;
}

/**
 * The mean of the values within `width` / 2 to either side of each of `at`, both edges counted in. `at` and `times` ascend, in one
 * unit; a value that is NaN is not there.
 *
 * @example rollingMean([2, 9], { times: [1, 2, 3, 9], values: [1, 2, 6, 4] }, { width: 2, least: 2 })
 * // { mean: [3, NaN], n: [3, 1] }
 */
export function rollingMean(
  at: Numbers,
  { times, values }: { readonly times: Numbers; readonly values: Numbers },
  { width, least }: { readonly width: number; readonly least: number },
): Rolling {
  const mean = new Float64Array(at.length).fill(Number.NaN);
  const n = new Int32Array(at.length);
  let first = 0;
  for (let row = 0; row < at.length; row++) {
    while (first < times.length && times[first]! < at[row]! - width / 2) first++;
    let sum = 0;
    for (let index = first; index < times.length && times[index]! <= at[row]! + width / 2; index++) {
      if (Number.isNaN(values[index]!)) continue;
      sum += values[index]!;
      n[row]! += 1;
    }
    if (n[row]! >= least) mean[row] = sum / n[row]!;
  }
  return { mean, n };
}
