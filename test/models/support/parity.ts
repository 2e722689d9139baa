/**
 * Largest absolute difference as a share of the expected output's range (largest minus smallest). An output of one
 * number has no range, so its size stands in, at least 1.
 *
 * @example relativeError([0, 10], [0, 10.1]) // 0.01
 */
export function relativeError(expected: ArrayLike<number>, actual: ArrayLike<number>): number {
  const values = Array.from(expected);
  const worst = values.reduce((max, value, i) => Math.max(max, Math.abs(value - (actual[i] ?? Number.NaN))), 0);
  const low = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return worst / (values.length === 1 ? Math.max(1, Math.abs(high)) : high - low);
}

/** A float32 conversion computes the same formula in another order, nothing else. */
export const FP32_BOUND = 1e-5;

/**
 * Bound for the shipped file, by model. The detector and the landmark model were published in binary16, so storing them
 * so loses nothing; the other two are rounded to 11 bits.
 */
export const SHIPPED_BOUND = { detector: 1e-5, landmarks: 1e-5, iris: 2e-3, baseline: 2e-3 } as const;
