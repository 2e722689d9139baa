import { CANONICAL_FACE } from '../../../app/vision/geometry/canonical-face';
import { VERTICAL_FOV } from '../../../app/vision/geometry/head-fit';

export const FRAME = { width: 640, height: 480 };

export interface Pose {
  readonly yaw: number;
  readonly pitch: number;
  readonly roll: number;
  /** Centimetres from the camera's axis, to the image's right and down, and away from it. */
  readonly xCm: number;
  readonly yCm: number;
  readonly distanceCm: number;
}

/** A point of the canonical face, in centimetres. */
export interface FacePoint {
  readonly landmark: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/**
 * Landmarks (468 x 3, frame pixels) of the canonical face, and of `more` points of it, as a camera would see it in `pose`; others are 0.
 * z is what a mesh gives: relative depth in the scale that x has in the middle of the face.
 */
export function projectFace(pose: Pose, more: readonly FacePoint[] = []): Float32Array {
  const focal = FRAME.height / (2 * Math.tan(VERTICAL_FOV / 2));
  const landmarks = new Float32Array(468 * 3);
  const middle = CANONICAL_FACE.reduce((sum, { x, y, z, weight }) => sum + weight * turned([x, y, z], pose)[2], 0);
  const weights = CANONICAL_FACE.reduce((sum, { weight }) => sum + weight, 0);
  for (const { landmark, x, y, z } of [...CANONICAL_FACE, ...more]) {
    const [rx, ry, rz] = turned([x, y, z], pose);
    const depth = pose.distanceCm - rz;
    landmarks[3 * landmark] = FRAME.width / 2 + (focal * (rx + pose.xCm)) / depth;
    landmarks[3 * landmark + 1] = FRAME.height / 2 + (focal * (pose.yCm - ry)) / depth;
    landmarks[3 * landmark + 2] = (-rz * focal) / (pose.distanceCm - middle / weights);
  }
  return landmarks;
}

/** Clockwise roll, then pitch up, then yaw to the image's right; y points up, z towards the camera. */
function turned([x, y, z]: [number, number, number], { yaw, pitch, roll }: Pose): [number, number, number] {
  const [x1, y1] = [x * Math.cos(roll) + y * Math.sin(roll), y * Math.cos(roll) - x * Math.sin(roll)];
  const [y2, z2] = [y1 * Math.cos(pitch) + z * Math.sin(pitch), z * Math.cos(pitch) - y1 * Math.sin(pitch)];
  return [x1 * Math.cos(yaw) + z2 * Math.sin(yaw), y2, z2 * Math.cos(yaw) - x1 * Math.sin(yaw)];
}
