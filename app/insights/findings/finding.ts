import { type Agreement, agreement } from '../statistics/agreement';
import { type PairedValences, pairedValences } from '../statistics/paired-valences';
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
 * @example findingOf([-1, -0.8, -0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8].map((self) => ({ self, face: self / 2, faceApart: false }))).kind
 * // 'together'
 * @example findingOf([{ self: 0.8, face: 0.4, faceApart: false }]) // { kind: 'too-few', n: 1, missing: 9 }
 */
export const findingOf = (points: readonly ValencePoint[]): Finding => findingOfPairs(pairedValences(points));

/** The same of the pairs themselves. */
export function findingOfPairs(pairs: PairedValences): Finding {
  const result = agreement(pairs);
  if (result.kind !== 'known') return result;
  const kind = result.low > 0 ? 'together' : result.high < 0 ? 'apart' : 'unclear';
  const ratio = spreadRatio(pairs);
  return { ...result, kind, quieterFace: ratio !== null && ratio < QUIETER_FACE };
}
