import { mean } from '../mean';
import { type Needs, needsMore } from '../needs';
import { neighbours, type Series } from './series';

/** Fewest pairs of neighbours: below ten one jump decides the number. Ours, as in the published diaries we compare with. */
export const LEAST_NEIGHBOURS = 10;

export interface Instability {
  /** In the square of the unit of the values. */
  readonly mssd: number;
  /** Pairs of neighbours. */
  readonly n: number;
}

/**
 * Instability: the mean square of successive differences, sum((x[t] - x[t - 1])^2) / n over neighbouring steps alone, so that a
 * difference over a gap does not count (von Neumann 1941, Ann Math Stat 12:153; Jahng, Wood & Trull 2008, Psychol Methods 13:354).
 *
 * @example meanSquareSuccessiveDifference({ at: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], values: [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 3] })
 * // { mssd: 1.3, n: 10 }
 * @example meanSquareSuccessiveDifference({ at: [1, 2, 4], values: [0, 1, 0] }) // { needs: 9 }
 */
export function meanSquareSuccessiveDifference(series: Series): Instability | Needs {
  const { before, after } = neighbours(series);
  const n = after.length;
  if (n < LEAST_NEIGHBOURS) return needsMore(n, LEAST_NEIGHBOURS);
  return { mssd: mean(after.map((value, row) => (value - before[row]!) ** 2)), n };
}
