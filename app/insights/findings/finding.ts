import { type Agreement, agreement } from '../statistics/agreement';
import { pairedValences } from '../statistics/paired-valences';
import { spreadRatio } from '../statistics/spread-ratio';
import type { ValencePoint } from '../statistics/valence-point';

/** Below this ratio the face is said to show less than the words. Ours: a third less. */
export const QUIETER_FACE = 0.67;

type Known = Extract<Agreement, { kind: 'known' }>;

/**
 * What can be said of rating and face together; the words are the view's.
 * `together` and `apart`: the interval of r lies on one side of 0. `unclear`: it holds 0, which is not "they do not agree".
 */
export type Finding =
  | (Omit<Known, 'kind'> & {
      readonly kind: 'together' | 'apart' | 'unclear';
      /** The face differs less between memories than the ratings do. */
      readonly quieterFace: boolean;
    })
  | Exclude<Agreement, Known>;

/**
 * The one finding that applies.
 *
 * @example findingOf(points with 30 pairs and r = 0.58)
 * // { kind: 'together', r: 0.58, low: 0.278, high: 0.778, n: 30, quieterFace: false }
 * @example findingOf(points with 4 pairs) // { kind: 'too-few', n: 4, missing: 6 }
 */
export function findingOf(points: readonly ValencePoint[]): Finding {
  const pairs = pairedValences(points);
  const result = agreement(pairs);
  if (result.kind !== 'known') return result;
  const kind = result.low > 0 ? 'together' : result.high < 0 ? 'apart' : 'unclear';
  const ratio = spreadRatio(pairs);
  return { ...result, kind, quieterFace: ratio !== null && ratio < QUIETER_FACE };
}
