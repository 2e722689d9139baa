import type { HeadPose } from '../../domain/face/face-reading';
import type { HeadFit } from '../geometry/head-fit';

/**
 * How the head is turned against the line from the camera to it, and how far away it is. The canonical face looks along +z; the order
 * of turns is roll, then pitch, then yaw, in the signs of `HeadPose`.
 */
export const headPose = ({ fit: { rotation: r, translation } }: HeadFit): HeadPose => ({
  yaw: Math.atan2(r[2]!, r[8]!),
  pitch: Math.asin(Math.min(1, Math.max(-1, r[5]!))),
  roll: -Math.atan2(r[3]!, r[4]!),
  distanceCm: -translation[2],
});
