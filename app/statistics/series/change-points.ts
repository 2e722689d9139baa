import type { Numbers } from '../numbers';

export interface ChangePointOptions {
  /** What one more change must save, in the unit of the cost: squares of deviations. */
  readonly penalty: number;
  /** Fewest values between two changes, 1 or more. */
  readonly least: number;
}

/**
 * Where the level of a column changes: the first row of each new level, in order. Of all ways to cut the column into stretches of at
 * least `least` values, the one with the smallest sum of squared deviations from the stretches' own means, plus `penalty` for
 * each cut. Exact, by PELT (Killick, Fearnhead & Eckley 2012, JASA 107:1590), whose pruning makes it nearly linear.
 *
 * The penalty is the caller's, because it says how sure a change must be: of independent values with variance s2, 2 s2 log(n) is that
 * of BIC for a level and its place. Values have no NaN.
 *
 * @example changePoints([0, 0.1, 0, 0.1, 5, 5.1, 5, 5.1], { penalty: 1, least: 2 }) // [4]
 */
export function changePoints(values: Numbers, { penalty, least }: ChangePointOptions): number[] {
  const n = values.length;
  const cost = costOf(values);
  const best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  const cutBefore = new Int32Array(n + 1);
  /** The first end that a start no longer counts for. */
  const goes = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  best[0] = -penalty;
  let candidates: number[] = [];
  for (let end = least; end <= n; end++) {
    candidates.push(end - least);
    for (const start of candidates) {
      const total = best[start]! + cost(start, end) + penalty;
      if (total < best[end]!) [best[end], cutBefore[end]] = [total, start];
    }
    // A start that is worse than a cut here stays worse for every end that a cut here can serve: those from `least` rows on.
    for (const start of candidates)
      if (best[start]! + cost(start, end) > best[end]!) goes[start] = Math.min(goes[start]!, end + least);
    candidates = candidates.filter((start) => end + 1 < goes[start]!);
  }
  const found: number[] = [];
  for (let end = n; end > 0 && cutBefore[end]! > 0; end = cutBefore[end]!) found.unshift(cutBefore[end]!);
  return found;
}

/** The squared deviations of rows `start` to `end`, the last not counted, from their mean; by sums that are made once. */
function costOf(values: Numbers): (start: number, end: number) => number {
  const n = values.length;
  // Moved to begin near 0, so that squares of a far level do not swallow the differences.
  const base = n === 0 ? 0 : values[0]!;
  const [sums, squares] = [new Float64Array(n + 1), new Float64Array(n + 1)];
  for (let row = 0; row < n; row++) {
    const value = values[row]! - base;
    sums[row + 1] = sums[row]! + value;
    squares[row + 1] = squares[row]! + value * value;
  }
  return (start, end) => {
    const sum = sums[end]! - sums[start]!;
    return squares[end]! - squares[start]! - (sum * sum) / (end - start);
  };
}
