/**
 * Points of the mesh by the points of the set that mark the same: pupils, corners of the eyes, middles of the lids, subnasale, corners and
 * middles of the lips, and the chin. The set numbers its 189 from 0, in the order of its file.
 */
const SAME_POINTS: Readonly<Record<number, number>> = {
  0: 468,
  1: 473,
  18: 33,
  20: 159,
  22: 133,
  29: 145,
  23: 362,
  25: 386,
  27: 263,
  32: 374,
  55: 2,
  87: 61,
  90: 0,
  93: 291,
  106: 17,
  129: 152,
};
const [RIGHT_PUPIL, LEFT_PUPIL] = [0, 1] as const;

type Point = readonly [x: number, y: number];

/**
 * Mean distance of the mesh from the points that people set by hand, in shares of the distance between their pupils. `byHand` has the set's
 * 189 points, `mesh` the 478 of the reader, in pixels of one picture.
 */
export function landmarkError(byHand: readonly Point[], mesh: readonly Point[]): number {
  const between = distance(byHand[RIGHT_PUPIL]!, byHand[LEFT_PUPIL]!);
  const errors = Object.entries(SAME_POINTS).map(([theirs, ours]) => distance(byHand[Number(theirs)]!, mesh[ours]!));
  return errors.reduce((sum, error) => sum + error, 0) / errors.length / between;
}

const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
