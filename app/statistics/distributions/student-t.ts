import { incompleteBeta } from './incomplete-beta';

/**
 * Two-sided p of Student's t with `df` > 0 degrees of freedom, 0..1: I_x(df / 2, 1 / 2) at x = df / (df + t^2)
 * (DLMF 8.17; Student 1908, Biometrika 6:1).
 *
 * @example studentP(2.5, 10) // 0.0314
 */
export const studentP = (t: number, df: number): number =>
  Number.isNaN(t) ? Number.NaN : incompleteBeta(df / (df + t * t), df / 2, 0.5);

/**
 * The value that Student's t with `df` degrees of freedom stays below with probability `share`, .5 to .9999: found by halving,
 * to 1e-12. `studentT975` in `mean-interval.ts` is the fast one that summaries of faces were made with; it is right within .01.
 *
 * @example studentQuantile(0.975, 10) // 2.2281
 */
export function studentQuantile(share: number, df: number): number {
  const p = 2 * (1 - share);
  let [low, high] = [0, 1];
  while (studentP(high, df) > p) high *= 2;
  while (high - low > 1e-12 * high) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (studentP(middle, df) > p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
