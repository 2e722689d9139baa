import type { Gaze, HeadPose } from '../../domain/face/face-reading';
import { type Eye, LEFT_EYE, RIGHT_EYE } from '../../domain/face/mesh';

/** Width of an eye's opening over the radius at which the iris turns, both near 30 and 12 mm (Bekerman et al. 2014). */
export const EYE_WIDTH_OVER_RADIUS = 2.5;
/**
 * A screen is held below its camera and an uncalibrated estimate errs by about 20 degrees, so that only clear cases leave
 * "on-screen": further to the side, or up, than the first; further down than the second. Radians; ours: calibrate.
 */
export const AVERTED_ANGLE = (25 / 180) * Math.PI;
export const DOWN_ANGLE = (30 / 180) * Math.PI;

/** Where the eyes look: the turn of the head plus the mean turn of both eyes in it. `landmarks` are in frame pixels. */
export function gazeOf(landmarks: Float32Array, pose: HeadPose): Gaze {
  const [right, left] = [eyeTurn(landmarks, RIGHT_EYE), eyeTurn(landmarks, LEFT_EYE)];
  const yaw = pose.yaw + (right.yaw + left.yaw) / 2;
  const pitch = pose.pitch + (right.pitch + left.pitch) / 2;
  if (pitch < -DOWN_ANGLE) return 'down';
  return Math.abs(yaw) > AVERTED_ANGLE || pitch > AVERTED_ANGLE ? 'averted' : 'on-screen';
}

/** How far an iris is from the middle of its corners, along and across the line between them, as angles of the eyeball. */
function eyeTurn(landmarks: Float32Array, { corners: [from, to], iris }: Eye): { yaw: number; pitch: number } {
  const [x1, y1] = [landmarks[3 * from]!, landmarks[3 * from + 1]!];
  const [ux, uy] = [landmarks[3 * to]! - x1, landmarks[3 * to + 1]! - y1];
  const width2 = ux * ux + uy * uy;
  if (!(width2 > 0)) return { yaw: 0, pitch: 0 };
  const dx = landmarks[3 * iris]! - x1 - ux / 2;
  const dy = landmarks[3 * iris + 1]! - y1 - uy / 2;
  return { yaw: turn((dx * ux + dy * uy) / width2), pitch: turn((dx * uy - dy * ux) / width2) };
}

const turn = (share: number): number => Math.asin(Math.min(1, Math.max(-1, share * EYE_WIDTH_OVER_RADIUS)));
