import { FACE_MEASURES, type FaceMeasure } from '../../domain/face/face-measures';

/** Component of a point, and its sign: x points to the image's right, which is the person's left. */
const AXES = { up: [1, 1], forward: [2, 1], left: [0, 1], right: [0, -1] } as const;

/**
 * The face measures of a `mesh` in canonical centimetres (`MESH_POINTS` x 3, see `canonicalMesh`), in the order of `measures`.
 * Source: the points named in `FACE_MEASURES`; distances in canonical space after MediaPipe face_geometry.
 */
export const measureFace = (mesh: Float64Array, measures: readonly FaceMeasure[] = FACE_MEASURES): Float32Array =>
  Float32Array.from(measures, ({ of }) => numberOf(mesh, of));

function numberOf(mesh: Float64Array, of: FaceMeasure['of']): number {
  if ('between' in of) {
    const [a, b] = of.between;
    return Math.hypot(...[0, 1, 2].map((k) => mean(mesh, a, k) - mean(mesh, b, k)));
  }
  const [component, sign] = AXES[of.along];
  const from = of.from ? mean(mesh, of.from, component) : 0;
  return sign * (mean(mesh, of.to, component) - from);
}

function mean(mesh: Float64Array, points: readonly number[], component: number): number {
  let sum = 0;
  for (const point of points) sum += mesh[3 * point + component]!;
  return sum / points.length;
}
