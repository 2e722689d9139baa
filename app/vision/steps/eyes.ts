import { type Eye, IRIS_POINTS, LEFT_EYE, MESH_POINTS, RIGHT_EYE } from '../../domain/face/mesh';
import type { Affine, Region } from '../geometry/affine';
import { mapX, mapY } from '../geometry/affine';

/** How far an eye crop reaches beyond the line between the eye's corners (MediaPipe iris_landmark_landmarks_to_roi). */
export const EYE_REGION_SCALE = 2.3;
/** Points the iris model gives per eye: 71 of the eye's contour and brow, then centre and four edges of the iris. */
export const EYE_POINTS = 76;
const CONTOUR_POINTS = EYE_POINTS - IRIS_POINTS;

/** The square around one eye of a `mesh` in frame pixels, level with the eye's own corners. */
export function eyeRegion(mesh: Float32Array, { corners: [from, to] }: Eye): Region {
  const [x1, y1] = [mesh[3 * from]!, mesh[3 * from + 1]!];
  const [x2, y2] = [mesh[3 * to]!, mesh[3 * to + 1]!];
  return {
    cx: (x1 + x2) / 2,
    cy: (y1 + y2) / 2,
    size: Math.hypot(x2 - x1, y2 - y1) * EYE_REGION_SCALE,
    angle: Math.atan2(y2 - y1, x2 - x1),
  };
}

/**
 * All landmarks in frame pixels: the mesh with its lids moved to where the iris model sees them, which follows a blink
 * better than the mesh does, then five points per iris. `points` is 2 x `EYE_POINTS` x 3 in crop pixels, right eye first;
 * `toFrame` maps each crop.
 * Source: Ablavatski et al. 2020, arXiv 2006.11341; MediaPipe landmarks_refinement (z of an iris: mean of its lids).
 */
export function withEyes(mesh: Float32Array, points: Float32Array, toFrame: readonly Affine[]): Float32Array {
  const all = new Float32Array((MESH_POINTS + 2 * IRIS_POINTS) * 3);
  all.set(mesh);
  placeEye(all, RIGHT_EYE, points.subarray(0, EYE_POINTS * 3), toFrame[0]!);
  placeEye(all, LEFT_EYE, points.subarray(EYE_POINTS * 3), toFrame[1]!);
  return all;
}

function placeEye(all: Float32Array, eye: Eye, points: Float32Array, map: Affine): void {
  const place = (target: number, source: number): void => {
    const [x, y] = [points[3 * source]!, points[3 * source + 1]!];
    all[3 * target] = mapX(map, x, y);
    all[3 * target + 1] = mapY(map, x, y);
  };
  eye.lids.forEach(place);
  const z = eye.lids.reduce((sum, lid) => sum + all[3 * lid + 2]!, 0) / eye.lids.length;
  for (let k = 0; k < IRIS_POINTS; k++) {
    place(eye.iris + k, CONTOUR_POINTS + k);
    all[3 * (eye.iris + k) + 2] = z;
  }
}

/**
 * Eye aspect ratio: height over width of the opening, 0 closed to about .4 wide open
 * (Soukupova & Cech 2016, Real-Time Eye Blink Detection using Facial Landmarks).
 */
export function eyeOpenness(landmarks: Float32Array, { aspect }: Eye): number {
  const distance = (i: number, j: number): number => {
    const [a, b] = [3 * aspect[i]!, 3 * aspect[j]!];
    return Math.hypot(landmarks[a]! - landmarks[b]!, landmarks[a + 1]! - landmarks[b + 1]!);
  };
  const width = distance(0, 3);
  return width > 0 ? (distance(1, 5) + distance(2, 4)) / (2 * width) : 0;
}
