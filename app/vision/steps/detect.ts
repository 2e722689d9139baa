import type { Affine } from '../geometry/affine';
import { mapX, mapY } from '../geometry/affine';

/** Score from which on an anchor counts as a face (MediaPipe face_detection_short_range `min_score_thresh`). */
export const MIN_SCORE = 0.5;
/** Overlap from which on two candidates are the same face (MediaPipe `min_suppression_threshold`). */
export const SAME_FACE_IOU = 0.3;
/** Centre, size, and six keypoints, x and y each. */
const VALUES_PER_ANCHOR = 16;
const KEYPOINTS = 6;

/** A face in frame pixels: box, and x, y of right eye, left eye, nose tip, mouth, right ear, left ear. */
export interface Detection {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly score: number;
  readonly keypoints: readonly (readonly [x: number, y: number])[];
}

/**
 * Anchor centres, x and y in 0..1, row by row: two per cell of the 16 x 16 grid, then six per cell of the 8 x 8 one.
 * Anchors have no size of their own (`fixed_anchor_size`).
 * Source: MediaPipe ssd_anchors_calculator.cc with the options of face_detection_short_range (strides 8, 16, 16, 16).
 */
export function anchors(): Float32Array {
  const centres: number[] = [];
  for (const [cells, perCell] of [
    [16, 2],
    [8, 6],
  ] as const) {
    for (let row = 0; row < cells; row++)
      for (let column = 0; column < cells; column++)
        for (let k = 0; k < perCell; k++) centres.push((column + 0.5) / cells, (row + 0.5) / cells);
  }
  return Float32Array.from(centres);
}

const ANCHORS = anchors();

export interface DetectConfig {
  /** From detector crop pixels to frame pixels. */
  readonly toFrame: Affine;
  /** Width of the detector crop in pixels. */
  readonly cropSize: number;
  readonly minScore?: number;
  readonly sameFaceIou?: number;
}

/**
 * Faces in frame pixels, best first, from the raw outputs of BlazeFace (Bazarevsky et al. 2019, arXiv 1907.05047):
 * `boxes` n x 16 in crop pixels relative to the anchors, `scores` n logits.
 */
export function detect(boxes: Float32Array, scores: Float32Array, config: DetectConfig): Detection[] {
  const { minScore = MIN_SCORE, sameFaceIou = SAME_FACE_IOU } = config;
  const found: Detection[] = [];
  for (let i = 0; i < scores.length; i++) {
    const score = 1 / (1 + Math.exp(-scores[i]!));
    if (score >= minScore) found.push(decode(boxes, i, score, config));
  }
  return mergeOverlapping(found, sameFaceIou);
}

function decode(boxes: Float32Array, i: number, score: number, { toFrame, cropSize }: DetectConfig): Detection {
  const at = i * VALUES_PER_ANCHOR;
  const [ax, ay] = [ANCHORS[2 * i]! * cropSize, ANCHORS[2 * i + 1]! * cropSize];
  const point = (offset: number): [number, number] => {
    const [x, y] = [boxes[at + offset]! + ax, boxes[at + offset + 1]! + ay];
    return [mapX(toFrame, x, y), mapY(toFrame, x, y)];
  };
  const [cx, cy] = point(0);
  const width = boxes[at + 2]! * toFrame[0];
  const height = boxes[at + 3]! * toFrame[3];
  const keypoints = Array.from({ length: KEYPOINTS }, (_, k) => point(4 + 2 * k));
  return { x: cx - width / 2, y: cy - height / 2, width, height, score, keypoints };
}

/**
 * Weighted non-maximum suppression: candidates that overlap the best one become one face, each weighing as much as its
 * score, which keeps boxes steadier from frame to frame than taking the best alone.
 * Source: MediaPipe non_max_suppression_calculator.cc, WEIGHTED.
 */
export function mergeOverlapping(candidates: readonly Detection[], sameFaceIou: number): Detection[] {
  let rest = candidates.toSorted((a, b) => b.score - a.score);
  const faces: Detection[] = [];
  while (rest.length > 0) {
    const best = rest[0]!;
    const same = rest.filter((other) => other === best || overlap(best, other) > sameFaceIou);
    rest = rest.filter((other) => !same.includes(other));
    faces.push(weightedMean(same, best.score));
  }
  return faces;
}

function weightedMean(faces: readonly Detection[], score: number): Detection {
  const total = faces.reduce((sum, face) => sum + face.score, 0);
  const mean = (value: (face: Detection) => number): number =>
    faces.reduce((sum, face) => sum + face.score * value(face), 0) / total;
  return {
    x: mean((face) => face.x),
    y: mean((face) => face.y),
    width: mean((face) => face.width),
    height: mean((face) => face.height),
    score,
    keypoints: faces[0]!.keypoints.map((_, k) => [mean((f) => f.keypoints[k]![0]), mean((f) => f.keypoints[k]![1])]),
  };
}

/** Intersection over union of two boxes, 0..1. */
export function overlap(a: Detection, b: Detection): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (a.width * a.height + b.width * b.height - shared);
}
