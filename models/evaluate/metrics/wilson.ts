/** 97.5 % quantile of the standard normal distribution. */
const Z = 1.959964;

/**
 * 95 % Wilson interval of a share, 0..1 (Wilson 1927, JASA 22:209). `n` must be positive.
 *
 * @example wilson(2755, 3199) // [0.849, 0.873]
 */
export function wilson(hits: number, n: number): readonly [low: number, high: number] {
  const share = hits / n;
  const unit = Z ** 2 / n;
  const centre = (share + unit / 2) / (1 + unit);
  const half = (Z / (1 + unit)) * Math.sqrt((share * (1 - share)) / n + unit / (4 * n));
  return [centre - half, centre + half];
}
