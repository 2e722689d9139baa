import { OUTER_LEFT, OUTER_RIGHT } from '../../domain/face/mesh';
import type { Region } from '../geometry/affine';

/** How far the mesh's square reaches beyond the box it is built on (MediaPipe face_landmark_landmarks_to_roi, scale 1.5). */
export const REGION_SCALE = 1.5;

/** The whole frame as the detector sees it: centred in a square of the frame's long side, never stretched. */
export const wholeFrame = (width: number, height: number): Region => ({
  cx: width / 2,
  cy: height / 2,
  size: Math.max(width, height),
  angle: 0,
});

interface FoundFace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly keypoints: readonly (readonly [x: number, y: number])[];
}

/** Where to look for the mesh of a detected face, whose first two keypoints are the right and the left eye. */
export function regionFromDetection(face: FoundFace): Region {
  const [right, left] = [face.keypoints[0]!, face.keypoints[1]!];
  return {
    cx: face.x + face.width / 2,
    cy: face.y + face.height / 2,
    size: Math.max(face.width, face.height) * REGION_SCALE,
    angle: Math.atan2(left[1] - right[1], left[0] - right[0]),
  };
}

/**
 * Where to look for the mesh in the next frame: the box of this one's `landmarks` (n x 3 in frame pixels), measured along
 * the line between the eyes so that a tilted head does not make it larger, squared by its long side.
 */
export function regionFromLandmarks(landmarks: Float32Array): Region {
  const angle = Math.atan2(
    landmarks[3 * OUTER_LEFT + 1]! - landmarks[3 * OUTER_RIGHT + 1]!,
    landmarks[3 * OUTER_LEFT]! - landmarks[3 * OUTER_RIGHT]!,
  );
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let [minU, maxU, minV, maxV] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < landmarks.length; i += 3) {
    const u = landmarks[i]! * cos + landmarks[i + 1]! * sin;
    const v = landmarks[i + 1]! * cos - landmarks[i]! * sin;
    minU = Math.min(minU, u);
    maxU = Math.max(maxU, u);
    minV = Math.min(minV, v);
    maxV = Math.max(maxV, v);
  }
  const [u, v] = [(minU + maxU) / 2, (minV + maxV) / 2];
  const size = Math.max(maxU - minU, maxV - minV) * REGION_SCALE;
  return { cx: u * cos - v * sin, cy: u * sin + v * cos, size, angle };
}

/** The longer side of the face that `region` was built on, in frame pixels. */
export const extentOf = (region: Region): number => region.size / REGION_SCALE;

/** Whether a tracked region is still worth looking at: its middle is in the frame. */
export const isInside = (region: Region, width: number, height: number): boolean =>
  region.cx >= 0 && region.cx <= width && region.cy >= 0 && region.cy <= height && region.size > 0;
