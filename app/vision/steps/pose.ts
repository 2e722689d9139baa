import type { HeadPose } from '../../domain/face/face-reading';
import { CANONICAL_FACE } from '../geometry/canonical-face';
import type { RigidFit } from '../geometry/rigid-fit';
import { rigidFit } from '../geometry/rigid-fit';

/** What a phone's or laptop's camera sees from top to bottom (MediaPipe face_geometry `vertical_fov_degrees`), in radians. */
export const VERTICAL_FOV = (63 / 180) * Math.PI;
/** The mesh is a parallel projection; two rounds of undoing that settle the distance to well under a centimetre. */
const ROUNDS = 2;

const WEIGHTS = Float64Array.from(CANONICAL_FACE, (point) => point.weight);
const CANONICAL = Float64Array.from(CANONICAL_FACE.flatMap(({ x, y, z }) => [x, y, z]));

/**
 * Where the head is and how it is turned, from `landmarks` in frame pixels (n x 3): the mesh is put before a virtual camera
 * in the middle of the frame and the canonical face fitted to it.
 * Source: MediaPipe face_geometry/libs/geometry_pipeline.cc (screen to metric space, weighted orthogonal Procrustes).
 */
export function headPose(landmarks: Float32Array, width: number, height: number): HeadPose {
  const focal = height / (2 * Math.tan(VERTICAL_FOV / 2));
  let distance = focal / rigidFit(CANONICAL, parallel(landmarks), WEIGHTS).scale;
  let fit = rigidFit(CANONICAL, beforeCamera(landmarks, width, height, focal, distance), WEIGHTS);
  for (let round = 0; round < ROUNDS; round++) {
    distance /= fit.scale;
    fit = rigidFit(CANONICAL, beforeCamera(landmarks, width, height, focal, distance), WEIGHTS);
  }
  return { ...anglesOf(fit), distanceCm: -fit.translation[2] };
}

/** The mesh as it is, with y up and z towards the camera, in pixels. */
function parallel(landmarks: Float32Array): Float64Array {
  return Float64Array.from(
    CANONICAL_FACE.flatMap(({ landmark }) => [
      landmarks[3 * landmark]!,
      -landmarks[3 * landmark + 1]!,
      -landmarks[3 * landmark + 2]!,
    ]),
  );
}

/** The mesh in centimetres before a camera at the origin that looks along -z, its middle `distance` away. */
function beforeCamera(
  landmarks: Float32Array,
  width: number,
  height: number,
  focal: number,
  distance: number,
): Float64Array {
  const meanZ = CANONICAL_FACE.reduce((sum, p) => sum + p.weight * landmarks[3 * p.landmark + 2]!, 0) / TOTAL_WEIGHT;
  return Float64Array.from(
    CANONICAL_FACE.flatMap(({ landmark }) => {
      const depth = distance * (1 + (landmarks[3 * landmark + 2]! - meanZ) / focal);
      const x = ((landmarks[3 * landmark]! - width / 2) * depth) / focal;
      const y = ((height / 2 - landmarks[3 * landmark + 1]!) * depth) / focal;
      return [x, y, -depth];
    }),
  );
}

const TOTAL_WEIGHT = WEIGHTS.reduce((sum, weight) => sum + weight, 0);

/** Yaw, pitch and roll in the signs of `HeadPose`: the canonical face looks along +z; turn order roll, then pitch, then yaw. */
function anglesOf({ rotation: r }: RigidFit): Pick<HeadPose, 'yaw' | 'pitch' | 'roll'> {
  return {
    yaw: Math.atan2(r[2]!, r[8]!),
    pitch: Math.asin(Math.min(1, Math.max(-1, r[5]!))),
    roll: -Math.atan2(r[3]!, r[4]!),
  };
}
