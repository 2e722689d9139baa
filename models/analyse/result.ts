import { type ExpressionScores, noScores } from '../../app/domain/face/expression';
import { type FaceReading, type FrameReading, isUsable } from '../../app/domain/face/face-reading';
import type { FaceStates } from '../../app/domain/face/face-states';
import { mean } from '../../app/statistics/mean';
import type { DeviceReport } from '../../app/vision/protocol';
import type { Dynamics } from './dynamics/dynamics';
import type { FrameResult } from './frame-result';
import type { Motion } from './motion';
import type { Losses } from './picture';
import type { StatesOfFrame } from './states';
import { stillExpression } from './still-expression';

/**
 * A frame with its action units, with the expressions of still model and units together, by the prior of posed faces and by that of
 * a recall, and with what went on; null where they cannot be told. The expression of a picture that stands alone is read as that of a
 * picture, and of a clip's frame as the app reads it. See: [Note: Two priors of one still model]
 */
export type FrameWithUnits = FrameResult & {
  /** By the prior of web faces, whatever the file. */
  readonly webExpression: ExpressionScores | null;
  readonly units: PrintedUnits | null;
  readonly fused: ExpressionScores | null;
  readonly recall: ExpressionScores | null;
  readonly states: StatesOfFrame;
};

/** What a file came to. Means are over usable readings; null where there was none. */
export interface FileSummary {
  readonly usableShare: number;
  readonly expression: ExpressionScores | null;
  readonly facialValence: number | null;
  /** The most faces seen at once. */
  readonly facesSeen: number;
}

/** What the page gives of a file. */
export interface FileResult {
  readonly file: string;
  readonly backend: string;
  readonly models: DeviceReport['models'];
  /** What could not be read of it: a damaged picture has no frame. */
  readonly losses: Losses;
  readonly frames: readonly FrameResult[];
  readonly summary: FileSummary;
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

/** Units that nothing here can tell, printed as such: the mesh hardly carries them. models/units/CARD.md */
export const UNTOLD_UNITS = { AU10: null, AU14: null } as const;
export type PrintedUnits = NonNullable<Motion['units']> & typeof UNTOLD_UNITS;

/** A file as it is printed: with what moved in it. */
export interface PrintedResult extends FileResult {
  readonly frames: readonly FrameWithUnits[];
  readonly summary: FileSummary &
    Pick<Motion, 'baseline' | 'events' | 'mixed'> & {
      readonly units: PrintedUnits | null;
      readonly states: FaceStates;
      /** With --dynamics only. */
      readonly dynamics?: Dynamics;
    };
}

export function withMotion(
  { frames, summary, ...result }: FileResult,
  { baseline, frames: moved, fused, recall, units, events, mixed, states }: Motion,
): PrintedResult {
  const read = (web: ExpressionScores | null) => (web && frames.length === 1 ? stillExpression(web) : web);
  return {
    ...result,
    frames: frames.map((frame, index) => ({
      ...frame,
      expression: read(frame.expression),
      webExpression: frame.expression,
      units: printed(moved[index] ?? null),
      fused: fused[index] ?? null,
      recall: recall[index] ?? null,
      states: states.frames[index]!,
    })),
    summary: {
      ...summary,
      expression: read(summary.expression),
      baseline,
      units: printed(units),
      events,
      mixed,
      states: states.summary,
    },
  };
}

const printed = (units: Motion['units']): PrintedUnits | null => units && { ...units, ...UNTOLD_UNITS };
