import { MIN_PAIRS } from '../statistics/min-pairs';
import type { ValencePoint } from '../statistics/valence-point';

type ReadFace = Pick<ValencePoint, 'self' | 'face' | 'faceReader'>;

/**
 * The reader whose faces are compared with each other. Of those with enough pairs the one that read a face last, so that after an
 * update the finding stays with the faces it had until the new version has as many. Where none has enough, the one that read
 * last: what comes next will be added to its faces. Null where no face is there whose reader is known.
 *
 * `points`: oldest first.
 *
 * @example comparedReader([
 *   ...new Array(12).fill({ self: 0.1, face: 0.2, faceReader: 'emotion 1' }),
 *   ...new Array(9).fill({ self: 0.1, face: 0.2, faceReader: 'emotion 2' }),
 * ])
 * // 'emotion 1'
 * @example comparedReader([
 *   ...new Array(12).fill({ self: 0.1, face: 0.2, faceReader: 'emotion 1' }),
 *   ...new Array(10).fill({ self: 0.1, face: 0.2, faceReader: 'emotion 2' }),
 * ])
 * // 'emotion 2'
 * @example comparedReader([
 *   ...new Array(9).fill({ self: 0.1, face: 0.2, faceReader: 'emotion 1' }),
 *   { self: 0.1, face: 0.2, faceReader: 'emotion 2' },
 * ])
 * // 'emotion 2'
 */
export function comparedReader(points: readonly ReadFace[]): string | null {
  const pairs = new Map<string, number>();
  for (const { self, face, faceReader } of points) {
    if (face === null || faceReader === null) continue;
    const before = pairs.get(faceReader) ?? 0;
    // Taken out first, so that the order is that in which they last read a face.
    pairs.delete(faceReader);
    pairs.set(faceReader, before + (self === null ? 0 : 1));
  }
  const newestFirst = [...pairs].reverse();
  const [reader] = newestFirst.find(([, count]) => count >= MIN_PAIRS) ?? newestFirst[0] ?? [null];
  return reader;
}
