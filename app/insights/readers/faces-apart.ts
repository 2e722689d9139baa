import type { ValencePoint } from '../statistics/valence-point';

/** How many faces are left out of every comparison, and why. */
export interface FacesApart {
  /** Read by another version than those that are compared. */
  readonly other: number;
  /** Whether all of these came before those that are compared, after them, or neither. */
  readonly when: 'before' | 'after' | 'among';
  /** Of which it is not known what read them. */
  readonly unknown: number;
}

/**
 * What `valenceOverTime` has set apart.
 *
 * @example facesApart([
 *   { epochMs: 1, face: 0.2, faceReader: 'emotion 1', faceApart: true },
 *   { epochMs: 2, face: 0.3, faceReader: 'emotion 2', faceApart: false },
 * ])
 * // { other: 1, when: 'before', unknown: 0 }
 */
export function facesApart(points: readonly ValencePoint[]): FacesApart {
  const faces = points.filter(({ face }) => face !== null);
  const compared = faces.filter(({ faceApart }) => !faceApart);
  const apart = faces.filter(({ faceApart }) => faceApart);
  const others = apart.filter(({ faceReader }) => faceReader !== null);
  const [first, last] = [compared[0], compared.at(-1)];
  const all = (is: (epochMs: number) => boolean) => others.every(({ epochMs }) => is(epochMs));
  const isBefore = first !== undefined && all((epochMs) => epochMs < first.epochMs);
  const isAfter = last !== undefined && all((epochMs) => epochMs > last.epochMs);
  return {
    other: others.length,
    when: isBefore ? 'before' : isAfter ? 'after' : 'among',
    unknown: apart.length - others.length,
  };
}
