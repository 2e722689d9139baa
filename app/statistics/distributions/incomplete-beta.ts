import { gammaln } from 'simple-statistics';

const TINY = 1e-300;
const CLOSE = 1e-15;
/** Far more than the fraction takes where it is used, on the side of its mean. */
const MOST_TERMS = 10_000;

/**
 * The regularised incomplete beta function I_x(a, b), 0..1, for a, b >= .5: the continued fraction of DLMF 8.17.22 by the method
 * of Lentz (1976, Appl Opt 15:668), on the side where it converges fast.
 *
 * @example incompleteBeta(0.5, 2, 3) // 0.6875
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(gammaln(a + b) - gammaln(a) - gammaln(b) + a * Math.log(x) + b * Math.log1p(-x)) / a;
  return front / fraction(x, a, b);
}

/** 1 + d1 / (1 + d2 / (1 + ...)). */
function fraction(x: number, a: number, b: number): number {
  let [value, c, d] = [1, 1, 0];
  for (let term = 1; term < MOST_TERMS; term++) {
    const m = Math.floor(term / 2);
    const numerator =
      term % 2 === 0
        ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
        : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + numerator * d || TINY);
    c = 1 + numerator / c || TINY;
    value *= c * d;
    if (Math.abs(c * d - 1) < CLOSE) break;
  }
  return value;
}
