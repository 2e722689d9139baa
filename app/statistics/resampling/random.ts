import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Numbers that are the same for the same seed, so that a finding is the same each time it is shown. */
export interface Random {
  /** In [0, 1). */
  uniform(): number;
  /** A whole number 0..count - 1. */
  below(count: number): number;
  /** Of the standard normal distribution. */
  normal(): number;
}

/** Seeds that are alike, such as 1 and 2, would begin alike: they are moved apart by the golden ratio, and the first numbers thrown away. */
const APART = 0x9e3779b1;
const WARM_UP = 64;

/**
 * xoroshiro128+ (Blackman & Vigna 2021, ACM Trans Math Softw 47:36). `numbersFrom` of `base/seeded` has a period of 2^32, which
 * a bootstrap of many columns comes near; this one's is 2^128. Normal numbers by the polar method (Marsaglia & Bray 1964, SIAM Rev 6:260).
 *
 * @example randomFrom(7).below(1) // 0
 */
export function randomFrom(seed: number): Random {
  const generator = xoroshiro128plus(Math.imul(seed, APART));
  const uniform = () => uniformFloat64(generator);
  for (let warm = 0; warm < WARM_UP; warm++) uniform();
  let spare: number | null = null;
  return {
    uniform,
    below: (count) => Math.floor(uniform() * count),
    normal() {
      if (spare !== null) {
        const kept = spare;
        spare = null;
        return kept;
      }
      for (;;) {
        const [u, v] = [2 * uniform() - 1, 2 * uniform() - 1];
        const s = u * u + v * v;
        if (s >= 1 || s === 0) continue;
        const scale = Math.sqrt((-2 * Math.log(s)) / s);
        spare = v * scale;
        return u * scale;
      }
    },
  };
}
