import { MESH_POINTS } from '../../domain/face/mesh';
import { CANONICAL_FACE } from './canonical-face';
import { alongSight, type Sight, sightOf } from './line-of-sight';
import { type RigidFit, rigidFit } from './rigid-fit';

/** What a phone's or laptop's camera sees from top to bottom (MediaPipe face_geometry `vertical_fov_degrees`), in radians. */
export const VERTICAL_FOV = (63 / 180) * Math.PI;
/** The mesh is a parallel projection; two rounds of undoing that settle the distance to well under a centimetre. */
const ROUNDS = 2;

const WEIGHTS = Float64Array.from(CANONICAL_FACE, (point) => point.weight);
const TOTAL_WEIGHT = WEIGHTS.reduce((sum, weight) => sum + weight, 0);
const CANONICAL = Float64Array.from(CANONICAL_FACE.flatMap(({ x, y, z }) => [x, y, z]));

/** A virtual camera at the origin that looks at the head, along -z. See: [Note: Along the line of sight] */
interface Camera {
  readonly width: number;
  readonly height: number;
  /** In pixels. */
  readonly focal: number;
  /** Where the head is for the camera that took the frame. */
  readonly sight: Sight;
  /** Mean z of the mesh, in pixels: the depth that lies `distanceCm` away. */
  readonly meanZ: number;
}

/** Where a head is and how it is turned. */
export interface HeadFit {
  readonly camera: Camera;
  /** From the camera to the middle of the face. */
  readonly distanceCm: number;
  /** From canonical centimetres to centimetres before the camera that looks at the head. */
  readonly fit: RigidFit;
}

/**
 * Fits the canonical face to `landmarks` in frame pixels (n x 3), which are put before a virtual camera that looks at them.
 * Source: MediaPipe face_geometry/libs/geometry_pipeline.cc (screen to metric space, weighted orthogonal Procrustes); that it looks
 * at the head is ours.
 */
export function fitHead(landmarks: Float32Array, width: number, height: number): HeadFit {
  const focal = height / (2 * Math.tan(VERTICAL_FOV / 2));
  const mean = (k: 0 | 1 | 2): number =>
    CANONICAL_FACE.reduce((sum, p) => sum + p.weight * landmarks[3 * p.landmark + k]!, 0) / TOTAL_WEIGHT;
  const sight = sightOf(mean(0) - width / 2, height / 2 - mean(1), focal);
  const camera: Camera = { width, height, focal, sight, meanZ: mean(2) };
  let distanceCm = focal / rigidFit(CANONICAL, parallel(landmarks), WEIGHTS).scale;
  let fit = rigidFit(CANONICAL, canonicalPoints(landmarks, camera, distanceCm), WEIGHTS);
  for (let round = 0; round < ROUNDS; round++) {
    distanceCm /= fit.scale;
    fit = rigidFit(CANONICAL, canonicalPoints(landmarks, camera, distanceCm), WEIGHTS);
  }
  return { camera, distanceCm, fit };
}

/**
 * The mesh as it would be if the head looked straight at the camera: `MESH_POINTS` x 3 in canonical centimetres, x to the image's
 * right, y up, z towards the camera. Turn, place and distance of the head are undone, perspective included; what is left is the
 * shape of the face and what it does.
 */
export function canonicalMesh(landmarks: Float32Array, { camera, distanceCm, fit }: HeadFit): Float64Array {
  const { rotation: r, translation: t, scale } = fit;
  const mesh = new Float64Array(MESH_POINTS * 3);
  const before = new Float64Array(3);
  for (let i = 0; i < MESH_POINTS; i++) {
    place(landmarks, i, camera, distanceCm, before, 0);
    const [x, y, z] = [before[0]! - t[0], before[1]! - t[1], before[2]! - t[2]];
    // A rotation is undone by its transpose.
    for (let k = 0; k < 3; k++) mesh[3 * i + k] = (r[k]! * x + r[3 + k]! * y + r[6 + k]! * z) / scale;
  }
  return mesh;
}

/** The fitted points as they are, with y up and z towards the camera, in pixels. */
function parallel(landmarks: Float32Array): Float64Array {
  return Float64Array.from(
    CANONICAL_FACE.flatMap(({ landmark }) => [
      landmarks[3 * landmark]!,
      -landmarks[3 * landmark + 1]!,
      -landmarks[3 * landmark + 2]!,
    ]),
  );
}

/** The fitted points in centimetres before the camera. */
function canonicalPoints(landmarks: Float32Array, camera: Camera, distanceCm: number): Float64Array {
  const points = new Float64Array(CANONICAL_FACE.length * 3);
  CANONICAL_FACE.forEach(({ landmark }, at) => {
    place(landmarks, landmark, camera, distanceCm, points, 3 * at);
  });
  return points;
}

/** Writes where one landmark lies before the camera, in centimetres, into `into` from `at` on. */
function place(
  landmarks: Float32Array,
  landmark: number,
  { width, height, focal, sight, meanZ }: Camera,
  distanceCm: number,
  into: Float64Array,
  at: number,
): void {
  const seen = [landmarks[3 * landmark]! - width / 2, height / 2 - landmarks[3 * landmark + 1]!, -focal] as const;
  const [x, y, z] = alongSight(seen, sight);
  // Away from the middle of a frame a centimetre takes more pixels, by the cosine, and so does the mesh's own depth.
  const behind = ((landmarks[3 * landmark + 2]! - meanZ) * -sight[2]) / focal;
  const depth = distanceCm * (1 + behind);
  into[at] = (x / -z) * depth;
  into[at + 1] = (y / -z) * depth;
  into[at + 2] = -depth;
}
