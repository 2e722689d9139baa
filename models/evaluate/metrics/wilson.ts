/** 97.5 % quantile of the standard normal distribution. */
const Z = 1.959964;

/**
 * 95 % Wilson interval of a share (Wilson 1927, JASA 22:209): 0 <= low <= hits / n <= high <= 1. `n` must be positive.
 *
 * @example wilson(2755, 3199) // [0.849, 0.873]
 */
export function wilson(hits: number, n: number): readonly [low: number, high: number] {
  const share = hits / n;
  const unit = Z ** 2 / n;
  const centre = (share + unit / 2) / (1 + unit);
  const half = (Z / (1 + unit)) * Math.sqrt((share * (1 - share)) / n + unit / (4 * n));
  // What is not there in exact arithmetic: at 0 and at n the sums leave the range by a rounding error.
  return [Math.max(0, Math.min(share, centre - half)), Math.min(1, Math.max(share, centre + half))];
}
