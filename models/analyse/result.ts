import { type ExpressionScores, noScores } from '../../app/domain/face/expression';
import {
  type Box,
  type Doubt,
  type FaceReading,
  type FrameReading,
  isUsable,
  type StageMs,
} from '../../app/domain/face/face-reading';
import { mean } from '../../app/statistics/mean';
import type { DeviceReport } from '../../app/vision/protocol';
import type { Losses } from './picture';

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
  readonly stageMs: StageMs;
}

/** What a file came to. Means are over usable readings; null where there was none. */
export interface FileSummary {
  readonly usableShare: number;
  readonly expression: ExpressionScores | null;
  readonly facialValence: number | null;
  /** The most faces seen at once. */
  readonly facesSeen: number;
}

export interface FileResult {
  readonly file: string;
  readonly backend: string;
  readonly models: DeviceReport['models'];
  /** What could not be read of it: a damaged picture has no frame. */
  readonly losses: Losses;
  readonly frames: readonly FrameResult[];
  readonly summary: FileSummary;
}

const degrees = (radians: number): number => (radians * 180) / Math.PI;

export function frameResult(reading: FrameReading): FrameResult {
  const { tMs, presence, facesSeen, stageMs } = reading.face ?? reading;
  const frame = { tMs, presence, facesSeen, stageMs };
  if (!reading.face)
    return { ...frame, doubt: null, box: null, poseDeg: null, expression: null, facialValence: null, eyesOpen: null };
  const { doubt, box, pose, expression, facialValence, eyes } = reading.face;
  return {
    ...frame,
    doubt,
    box,
    poseDeg: { yaw: degrees(pose.yaw), pitch: degrees(pose.pitch), roll: degrees(pose.roll) },
    expression,
    facialValence,
    eyesOpen: { left: eyes.left.openness, right: eyes.right.openness },
  };
}

/** Means over the usable readings of a file. */
export function fileSummary(readings: readonly FrameReading[]): FileSummary {
  const usable = readings
    .map(({ face }) => face)
    .filter((face): face is FaceReading => face !== null && isUsable(face));
  const facesSeen = Math.max(0, ...readings.map((reading) => (reading.face ?? reading).facesSeen));
  if (usable.length === 0) return { usableShare: 0, expression: null, facialValence: null, facesSeen };
  const expression = noScores();
  for (const name of Object.keys(expression) as (keyof ExpressionScores)[]) {
    expression[name] = mean(usable.map((face) => face.expression[name]));
  }
  return {
    usableShare: usable.length / readings.length,
    expression,
    facialValence: mean(usable.map((face) => face.facialValence)),
    facesSeen,
  };
}
