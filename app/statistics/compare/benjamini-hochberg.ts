import type { Numbers } from '../numbers';

/**
 * p-values corrected for many looks: of all that are called real at a level, that share at most is chance on average. The k-th
 * smallest of m becomes the smallest of m p(j) / j over j >= k (Benjamini & Hochberg 1995, J R Stat Soc B 57:289).
 *
 * `ps` without NaN, in any order, which is kept.
 *
 * @example benjaminiHochberg([0.01, 0.04, 0.03, 0.5]) // [0.04, 0.0533, 0.0533, 0.5]
 */
export function benjaminiHochberg(ps: Numbers): Float64Array {
  const m = ps.length;
  const largestFirst = Array.from(ps.keys()).sort((a, b) => ps[b]! - ps[a]!);
  const adjusted = new Float64Array(m);
  let smallest = 1;
  for (const [place, row] of largestFirst.entries()) {
    smallest = Math.min(smallest, ps[row]! * (m / (m - place)));
    adjusted[row] = smallest;
  }
  return adjusted;
}
