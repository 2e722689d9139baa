import type { ExpressionScores } from './expression';

/** An upright rectangle in image coordinates: 0..1 from the top left of the unmirrored frame. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Head pose in radians, against the line from the camera to the face: a face that looks into the camera has none, wherever in the frame it is.
 * Positive yaw: the face turns to the image's right; positive pitch: up; positive roll: clockwise in the image.
 */
export interface HeadPose {
  readonly yaw: number;
  readonly pitch: number;
  readonly roll: number;
  /** Distance from the camera in centimetres, assuming a vertical field of view of 63 degrees. */
  readonly distanceCm: number;
}

/** Where the eyes look, as far as an uncalibrated camera can tell (it errs by about 20 degrees). */
export const GAZES = ['on-screen', 'averted', 'down'] as const;
export type Gaze = (typeof GAZES)[number];

export interface EyeReading {
  /** Eye aspect ratio (Soukupova & Cech 2016), 0 closed to about .4 wide open. */
  readonly openness: number;
  /** Centre of the iris in image coordinates. */
  readonly iris: readonly [x: number, y: number];
}

/** How long each step took, in milliseconds; a step that did not run (the detector, while tracking) is absent. */
export type StageMs = Readonly<Partial<Record<Stage, number>>>;
export const STAGES = ['upload', 'detect', 'landmarks', 'iris', 'classify', 'total'] as const;
export type Stage = (typeof STAGES)[number];

/**
 * Why a reading is not to be taken for the expression of the person's face, although there is a face.
 * - `whose`: it may be another's.
 * - `covered`: a hand, a scarf or hair hides much of it, and what is left would be read as the whole.
 */
export const DOUBTS = ['whose', 'covered'] as const;
export type Doubt = (typeof DOUBTS)[number];

/** What one frame gave when a face was found in it. Numbers only: no pixel leaves the worker. */
export interface FaceReading {
  /** Capture time in milliseconds since the stream's first frame. */
  readonly tMs: number;
  /** Probability, 0..1, that the tracked region holds a face. Below .5 nothing else here may be used. */
  readonly presence: number;
  /** How many faces there were when it was last looked for them, once in a second or oftener. */
  readonly facesSeen: number;
  /** How many of them stand far behind, where nobody who holds the phone could be; absent for none. */
  readonly facesBehind?: number;
  /** What speaks against counting it; null for nothing. */
  readonly doubt: Doubt | null;
  /** Probability, 0..1, that a hand, a scarf, a mask or hair hides much of the face; absent where it can't be told. */
  readonly covered?: number;
  /** Box around the landmarks. */
  readonly box: Box;
  /** `LANDMARK_COUNT` (`mesh.ts`) x 3, row-major: x, y in image coordinates, z in the scale of x (smaller is nearer). */
  readonly landmarks: Float32Array;
  readonly pose: HeadPose;
  readonly expression: ExpressionScores;
  /** -1..1: how far raters would see the face on the side of happiness. Given by the expression model, or see `facialValence`. */
  readonly facialValence: number;
  /** The person's own left and right. */
  readonly eyes: { readonly left: EyeReading; readonly right: EyeReading };
  readonly gaze: Gaze;
  /** In canonical centimetres, in the order of `FACE_MEASURES`. */
  readonly measures: Float32Array;
  readonly stageMs: StageMs;
}

/** What one frame gave: a reading, or the fact that there was no face. */
export type FrameReading =
  | { readonly face: FaceReading }
  | {
      readonly face: null;
      readonly tMs: number;
      readonly presence: number;
      readonly facesSeen: number;
      readonly stageMs: StageMs;
    };

/** A face is taken to be there from this presence on (MediaPipe `min_tracking_confidence`). */
export const PRESENCE_THRESHOLD = 0.5;
/** A reading is usable for a summary up to these angles: beyond them mesh and classifier are not trusted. Ours: docs/decisions/007-our-own-numbers.md. */
export const USABLE_YAW = Math.PI / 6;
export const USABLE_PITCH = Math.PI / 9;

/** Whether a reading may count towards a summary. */
export const isUsable = ({ presence, doubt, pose }: Pick<FaceReading, 'presence' | 'doubt' | 'pose'>): boolean =>
  presence >= PRESENCE_THRESHOLD &&
  doubt === null &&
  Math.abs(pose.yaw) <= USABLE_YAW &&
  Math.abs(pose.pitch) <= USABLE_PITCH;
