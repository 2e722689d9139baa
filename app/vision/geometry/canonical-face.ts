/** One landmark of the canonical face in centimetres: x to the image's right, y up, z towards the camera. */
interface CanonicalPoint {
  readonly landmark: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** How much it counts in a fit; high where a face hardly moves with expression. */
  readonly weight: number;
}

const point = (landmark: number, x: number, y: number, z: number, weight: number): CanonicalPoint => ({
  landmark,
  x,
  y,
  z,
  weight,
});

/** The same place on both halves of the face: the model is symmetric. */
const pair = (right: number, left: number, x: number, y: number, z: number, weight: number): CanonicalPoint[] => [
  point(right, -x, y, z, weight),
  point(left, x, y, z, weight),
];

/**
 * The landmarks by which the head's pose is found, with positions and weights rounded to a tenth of a millimetre.
 * Source: MediaPipe (Apache-2.0) face_geometry/data: canonical_face_model.obj and the Procrustes basis in
 * geometry_pipeline_metadata_landmarks.pbtxt.
 */
export const CANONICAL_FACE: readonly CanonicalPoint[] = [
  point(4, 0, -0.46, 7.59, 0.0709),
  point(6, 0, 2.47, 5.79, 0.0321),
  point(10, 0, 8.26, 4.48, 0.0084),
  ...pair(33, 263, 4.45, 2.66, 3.17, 0.0587),
  ...pair(54, 284, 6.28, 6.62, 1.43, 0.0077),
  ...pair(67, 297, 3.52, 8.01, 3.73, 0.0091),
  ...pair(117, 346, 5.26, 0.95, 2.97, 0.0098),
  ...pair(119, 348, 3.3, 0.86, 3.87, 0.0146),
  ...pair(121, 350, 1.82, 1.47, 4.22, 0.0186),
  ...pair(127, 356, 7.74, 2.36, -2.01, 0.0052),
  ...pair(129, 358, 1.79, -0.98, 4.85, 0.1206),
  ...pair(132, 361, 7.27, -2.89, -2.25, 0.0056),
  ...pair(133, 362, 1.86, 2.59, 3.76, 0.0533),
  ...pair(136, 365, 5.09, -7.18, 0.71, 0.0669),
  ...pair(143, 372, 6.41, 2.24, 1.56, 0.0148),
  ...pair(147, 376, 6.23, -1.94, 1.66, 0.0143),
  ...pair(198, 420, 1.25, 0.23, 5.68, 0.0255),
  ...pair(205, 425, 3.83, -1.54, 4.14, 0.0473),
];
