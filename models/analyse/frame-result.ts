import type { ExpressionScores } from '../../app/domain/face/expression';
import { FACE_MEASURES } from '../../app/domain/face/face-measures';
import type { Box, Doubt, FrameReading, Gaze, StageMs } from '../../app/domain/face/face-reading';

/** What one picture gave; without a face everything but time, presence and timings is null. */
export interface FrameResult {
  readonly tMs: number;
  readonly presence: number;
  /** How many faces there were when it was last looked for them. */
  readonly facesSeen: number;
  /** Why the reading does not count although there is a face; null for nothing. */
  readonly doubt: Doubt | null;
  readonly box: Box | null;
  readonly poseDeg: { readonly yaw: number; readonly pitch: number; readonly roll: number } | null;
  readonly expression: ExpressionScores | null;
  readonly facialValence: number | null;
  /** Eye aspect ratios. */
  readonly eyesOpen: { readonly left: number; readonly right: number } | null;
  /** Uncalibrated: it errs by about 20 degrees. */
  readonly gaze: Gaze | null;
  /** Face measures by name, in canonical centimetres. */
  readonly measures: Readonly<Record<string, number>> | null;
  readonly stageMs: StageMs;
}

/** To a hundredth of a millimetre, which is finer than any mesh. */
const rounded = (cm: number): number => Math.round(cm * 1000) / 1000;

/** What is null where there is no face. */
const NOTHING = {
  doubt: null,
  box: null,
  poseDeg: null,
  expression: null,
  facialValence: null,
  eyesOpen: null,
  gaze: null,
  measures: null,
} as const;

const degrees = (radians: number): number => (radians * 180) / Math.PI;

export function frameResult(reading: FrameReading): FrameResult {
  const { tMs, presence, facesSeen, stageMs } = reading.face ?? reading;
  const frame = { tMs, presence, facesSeen, stageMs };
  if (!reading.face) return { ...frame, ...NOTHING };
  const { doubt, box, pose, expression, facialValence, eyes, gaze, measures } = reading.face;
  return {
    ...frame,
    doubt,
    box,
    poseDeg: { yaw: degrees(pose.yaw), pitch: degrees(pose.pitch), roll: degrees(pose.roll) },
    expression,
    facialValence,
    eyesOpen: { left: eyes.left.openness, right: eyes.right.openness },
    gaze,
    measures: Object.fromEntries(FACE_MEASURES.map(({ name }, at) => [name, rounded(measures[at]!)])),
  };
}
