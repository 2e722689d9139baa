import { CANONICAL_FACE } from '../../../app/vision/geometry/canonical-face';
import { VERTICAL_FOV } from '../../../app/vision/geometry/head-fit';
import { type Place, placedAt, type Vector } from '../../../models/tools/participant/place';

export const FRAME = { width: 640, height: 480 };

export type Pose = Place;

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
  const middle = middleOf(
    CANONICAL_FACE.map((point) => ({ at: placedAt([point.x, point.y, point.z], pose), weight: point.weight })),
  );
  const away = Math.hypot(...middle);
  for (const { landmark, ...point } of [...CANONICAL_FACE, ...more]) {
    const at = placedAt([point.x, point.y, point.z], pose);
    const along = (at[0] * middle[0] + at[1] * middle[1] + at[2] * middle[2]) / away;
    landmarks[3 * landmark] = FRAME.width / 2 + (focal * at[0]) / -at[2];
    landmarks[3 * landmark + 1] = FRAME.height / 2 + (focal * -at[1]) / -at[2];
    landmarks[3 * landmark + 2] = ((along - away) * focal) / -middle[2];
  }
  return landmarks;
}

function middleOf(points: readonly { readonly at: Vector; readonly weight: number }[]): Vector {
  const total = points.reduce((sum, { weight }) => sum + weight, 0);
  return [0, 1, 2].map((k) => points.reduce((sum, { at, weight }) => sum + weight * at[k]!, 0) / total) as never;
}
