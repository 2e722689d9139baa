import { correlation, fisherInterval } from '../../statistics/correlation';
import { standardDeviation } from '../../statistics/standard-deviation';
import { MIN_PAIRS } from './min-pairs';
import type { PairedValences } from './paired-valences';

/** Spread (standard deviation, on the scale of -1..1) below which a column counts as always the same. */
export const MIN_SPREAD = 0.01;

/** How rating and face go together, or why it cannot be said. */
export type Agreement =
  | { readonly kind: 'known'; readonly r: number; readonly low: number; readonly high: number; readonly n: number }
  | { readonly kind: 'too-few'; readonly n: number; readonly missing: number }
  | { readonly kind: 'no-spread'; readonly n: number; readonly which: 'self' | 'face' };

/**
 * Pearson's r of self-rated and facial valence within one person, with the 95 % interval by Fisher's z transformation:
 * tanh(atanh(r) +- 1.96 / sqrt(n - 3)).
 *
 * The interval takes entries as independent. Days that resemble their neighbours make it somewhat too narrow.
 *
 * @example agreement({ self: [-1, -0.8, -0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8], face: [-1, -0.6, -0.8, -0.2, -0.4, 0.2, 0, 0.6, 0.4, 0.8] })
 * // { kind: 'known', r: 0.952, low: 0.803, high: 0.989, n: 10 }
 */
export function agreement({ self, face }: PairedValences): Agreement {
  const n = self.length;
  if (n < MIN_PAIRS) return { kind: 'too-few', n, missing: MIN_PAIRS - n };
  for (const [which, values] of [['self', self] as const, ['face', face] as const]) {
    if (standardDeviation(values) < MIN_SPREAD) return { kind: 'no-spread', n, which };
  }
  const r = correlation(self, face);
  return { kind: 'known', r, ...fisherInterval(r, n), n };
}
