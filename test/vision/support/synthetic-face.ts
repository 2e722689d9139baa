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
 * z is what a mesh gives: relative depth along the line of sight to the middle of the face, in the scale that x has there.
 */
export function projectFace(pose: Pose, more: readonly FacePoint[] = []): Float32Array {
  const focal = FRAME.height / (2 * Math.tan(VERTICAL_FOV / 2));
  const landmarks = new Float32Array(468 * 3);
  const placed = ({ x, y, z }: { readonly x: number; readonly y: number; readonly z: number }) => {
    const [rx, ry, rz] = turned([x, y, z], pose);
    return [rx + pose.xCm, ry - pose.yCm, rz - pose.distanceCm] as const;
  };
  const middle = middleOf(CANONICAL_FACE.map((point) => ({ at: placed(point), weight: point.weight })));
  const away = Math.hypot(...middle);
  for (const { landmark, ...point } of [...CANONICAL_FACE, ...more]) {
    const at = placed(point);
    const along = (at[0] * middle[0] + at[1] * middle[1] + at[2] * middle[2]) / away;
    landmarks[3 * landmark] = FRAME.width / 2 + (focal * at[0]) / -at[2];
    landmarks[3 * landmark + 1] = FRAME.height / 2 + (focal * -at[1]) / -at[2];
    landmarks[3 * landmark + 2] = ((along - away) * focal) / -middle[2];
  }
  return landmarks;
}

type Vector = readonly [number, number, number];

function middleOf(points: readonly { readonly at: Vector; readonly weight: number }[]): Vector {
  const total = points.reduce((sum, { weight }) => sum + weight, 0);
  return [0, 1, 2].map((k) => points.reduce((sum, { at, weight }) => sum + weight * at[k]!, 0) / total) as never;
}

/** Clockwise roll, then pitch up, then yaw to the image's right; y points up, z towards the camera. */
export function turned([x, y, z]: [number, number, number], { yaw, pitch, roll }: Pose): [number, number, number] {
  const [x1, y1] = [x * Math.cos(roll) + y * Math.sin(roll), y * Math.cos(roll) - x * Math.sin(roll)];
  const [y2, z2] = [y1 * Math.cos(pitch) + z * Math.sin(pitch), z * Math.cos(pitch) - y1 * Math.sin(pitch)];
  return [x1 * Math.cos(yaw) + z2 * Math.sin(yaw), y2, z2 * Math.cos(yaw) - x1 * Math.sin(yaw)];
}
