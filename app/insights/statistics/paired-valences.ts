import type { Numbers } from '../../statistics/numbers';
import type { ValencePoint } from './valence-point';

/** The points with both a rating and a face that is compared, as two columns of the same length. */
export interface PairedValences {
  readonly self: Numbers;
  readonly face: Numbers;
}

/**
 * The entries in which rating and face can be compared. All faces in them were read by one reader: the others are set apart.
 *
 * @example pairedValences([{ self: 0.8, face: 0.4 }, { self: 0.2, face: null }]) // { self: [0.8], face: [0.4] }
 * @example pairedValences([{ self: 0.8, face: 0.4, faceApart: true }]) // { self: [], face: [] }
 */
export function pairedValences(points: readonly ValencePoint[]): PairedValences {
  const self: number[] = [];
  const face: number[] = [];
  for (const point of points) {
    if (point.self === null || point.face === null || point.faceApart) continue;
    self.push(point.self);
    face.push(point.face);
  }
  return { self, face };
}
