/**
 * Two-sided p of McNemar's exact test that two classifiers err alike often: `onlyFirst` answers only the first had right,
 * `onlySecond` only the second; under the null hypothesis each falls on either side as a coin does
 * (McNemar 1947, Psychometrika 12:153). 1 where they never differ.
 *
 * @example mcnemar(1, 7) // 0.0703: 2 * (1 + 8) / 2^8
 */
export function mcnemar(onlyFirst: number, onlySecond: number): number {
  const n = onlyFirst + onlySecond;
  // Logarithms, since 2^-n leaves the range of numbers at n = 1,075.
  let log = -n * Math.LN2;
  let tail = 0;
  for (let k = 0; k <= Math.min(onlyFirst, onlySecond); k++) {
    tail += Math.exp(log);
    log += Math.log((n - k) / (k + 1));
  }
  return Math.min(1, 2 * tail);
}
