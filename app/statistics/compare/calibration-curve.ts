import { studentQuantile } from '../distributions/student-t';
import { mean } from '../mean';
import { type Needs, needsMore } from '../needs';
import type { Numbers } from '../numbers';
import { presentPairs } from '../present';
import { quantile } from '../quantile';
import { sampleDeviation } from '../standard-deviation';

/** Fewest pairs in a bin. Ours. */
export const LEAST_IN_BIN = 5;

export interface CalibrationBin {
  /** Edges of the bin in x; each bin but the first leaves its lower edge to the one before. */
  readonly from: number;
  readonly to: number;
  readonly meanX: number;
  readonly meanY: number;
  /** Half width of the 95 % interval of `meanY`, by Student's t. */
  readonly halfWidth: number;
  readonly n: number;
}

/**
 * What y was on average where x was about this: the rows in `bins` bins of x that hold about as many each, cut at its quantiles of
 * type 7 (reliability curve: Zadrozny & Elkan 2002, KDD 694; equal counts: Nguyen & O'Connor 2015, EMNLP 1587). Bins that
 * the same value fills become one.
 *
 * @example calibrationCurve([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [1, 1, 1, 1, 1, 2, 2, 2, 2, 2], 2).map(({ meanY }) => meanY) // [1, 2]
 */
export function calibrationCurve(x: Numbers, y: Numbers, bins: number): readonly CalibrationBin[] | Needs {
  const pairs = presentPairs(x, y);
  const n = pairs.x.length;
  if (n < bins * LEAST_IN_BIN) return needsMore(n, bins * LEAST_IN_BIN);
  const edges = Array.from({ length: bins + 1 }, (_, at) => quantile(pairs.x, at / bins));
  return edges.slice(1).flatMap((to, at) => {
    const from = edges[at]!;
    const isIn = (value: number) => value <= to && (at === 0 ? value >= from : value > from);
    const values = pairs.y.filter((_, row) => isIn(pairs.x[row]!));
    if (values.length === 0) return [];
    const count = values.length;
    const t = count > 1 ? studentQuantile(0.975, count - 1) : Number.NaN;
    return [
      {
        from,
        to,
        meanX: mean(pairs.x.filter(isIn)),
        meanY: mean(values),
        halfWidth: (t * sampleDeviation(values)) / Math.sqrt(count),
        n: count,
      },
    ];
  });
}
