import { EXPRESSIONS, type ExpressionScores } from '../../domain/face/expression';
import { PRESENCE_THRESHOLD, USABLE_PITCH, USABLE_YAW } from '../../domain/face/face-reading';
import type { Trace, TraceSegment } from '../../domain/face/trace';

/** One reading of the recall, as it is drawn and listed. */
export interface RecallReading {
  /** Milliseconds into the recall, pauses left out. */
  readonly tMs: number;
  /** Whether the face was there and turned to the camera, so that the reading counts. */
  readonly readable: boolean;
  /** Sums to 1; NaN where there was no face. */
  readonly expression: ExpressionScores;
  /** -1..1; NaN where there was no face. */
  readonly facialValence: number;
}

/** The readings of the recall, in order; those of the baseline and of pauses are left out. */
export function recallReadings(trace: Trace): readonly RecallReading[] {
  const readings: RecallReading[] = [];
  let beforeMs = 0;
  for (const segment of trace.segments.filter(({ phase }) => phase === 'recall')) {
    for (const row of rowsIn(trace, segment)) readings.push(readingAt(trace, row, beforeMs - segment.startMs));
    beforeMs += segment.endMs - segment.startMs;
  }
  return readings;
}

/** Length of the recall in the trace, pauses left out, in milliseconds. */
export const recallLengthMs = ({ segments }: Trace): number =>
  segments.reduce((sum, { phase, startMs, endMs }) => (phase === 'recall' ? sum + endMs - startMs : sum), 0);

const rowsIn = ({ tMs }: Trace, { startMs, endMs }: TraceSegment): number[] =>
  [...tMs.keys()].filter((row) => tMs[row]! >= startMs && tMs[row]! < endMs);

function readingAt(trace: Trace, row: number, shiftMs: number): RecallReading {
  const scores = EXPRESSIONS.map((name, i) => [name, trace.expression[row * EXPRESSIONS.length + i]!] as const);
  return {
    tMs: trace.tMs[row]! + shiftMs,
    readable: isReadable(trace, row),
    expression: Object.fromEntries(scores) as unknown as ExpressionScores,
    facialValence: trace.facialValence[row]!,
  };
}

/** `isUsable` of the domain, for a row of a trace; float32 rounds the limits themselves, so they are rounded alike. */
const isReadable = ({ presence, pose, facialValence }: Trace, row: number): boolean =>
  presence[row]! >= PRESENCE_THRESHOLD &&
  Math.abs(pose[row * 3]!) <= Math.fround(USABLE_YAW) &&
  Math.abs(pose[row * 3 + 1]!) <= Math.fround(USABLE_PITCH) &&
  !Number.isNaN(facialValence[row]!);
