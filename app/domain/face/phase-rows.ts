import { EXPRESSIONS, type ExpressionScores, noScores } from './expression';
import { PRESENCE_THRESHOLD, USABLE_PITCH, USABLE_YAW } from './face-reading';
import type { Trace, TraceSegment } from './trace';

type Phase = TraceSegment['phase'];

/** The rows of one segment, as indices into a trace's columns, in order. */
export interface SegmentRows {
  readonly segment: TraceSegment;
  /** Recorded time of the same phase before this segment, in milliseconds: what pauses took is not in it. */
  readonly beforeMs: number;
  readonly rows: readonly number[];
}

/** The rows of a phase, segment by segment. */
export function phaseRows(trace: Trace, phase: Phase): readonly SegmentRows[] {
  let beforeMs = 0;
  return segmentsOf(trace.segments, phase).map((segment) => {
    const rows = [...trace.tMs.keys()].filter((row) => isWithin(segment, trace.tMs[row]!));
    const found = { segment, beforeMs, rows };
    beforeMs += segment.endMs - segment.startMs;
    return found;
  });
}

/** The phase that a row was read in; null between them. */
export const phaseOfRow = ({ segments, tMs }: Trace, row: number): Phase | null =>
  segments.find((segment) => isWithin(segment, tMs[row]!))?.phase ?? null;

/** Recorded length of a phase in milliseconds, pauses left out. */
export const phaseLengthMs = (segments: readonly TraceSegment[], phase: Phase): number =>
  segmentsOf(segments, phase).reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);

const segmentsOf = (segments: readonly TraceSegment[], phase: Phase): readonly TraceSegment[] =>
  segments.filter((segment) => segment.phase === phase);

/** A segment's end belongs to the next one. */
const isWithin = ({ startMs, endMs }: TraceSegment, tMs: number): boolean => tMs >= startMs && tMs < endMs;

/** What a row says of the face. */
export interface RowFace {
  readonly hasFace: boolean;
  /** `isUsable` of the face it came from. */
  readonly usable: boolean;
  /** How the head was turned, in radians; NaN where there was no face. */
  readonly yaw: number;
  readonly pitch: number;
  /** By the still model and what moved where both could tell, else by the still model alone. Sums to 1; NaN where there was no face. */
  readonly expression: ExpressionScores;
  /** -1..1; NaN where there was no face. */
  readonly facialValence: number;
  /** In the order of `FACE_MEASURES`; NaN where there was no face, null in a trace that is older than they are. */
  readonly measures: Float32Array | null;
}

export function faceOfRow(trace: Trace, row: number): RowFace {
  const { presence, facialValence, pose, fused } = trace;
  const hasFace = presence[row]! >= PRESENCE_THRESHOLD;
  const [yaw = Number.NaN, pitch = Number.NaN] = [pose[3 * row], pose[3 * row + 1]];
  const isFused = fused !== undefined && Number.isFinite(fused[EXPRESSIONS.length * row]);
  return {
    hasFace,
    usable: hasFace && isFrontal(yaw, pitch) && !Number.isNaN(facialValence[row]!),
    yaw,
    pitch,
    expression: scoresIn(isFused ? fused : trace.expression, row),
    facialValence: facialValence[row]!,
    measures: measuresOfRow(trace, row),
  };
}

function scoresIn(column: Float32Array, row: number): ExpressionScores {
  const scores = noScores();
  for (let at = 0; at < EXPRESSIONS.length; at++) scores[EXPRESSIONS[at]!] = column[EXPRESSIONS.length * row + at]!;
  return scores;
}

/** What the still model alone said of a row. */
export const stillOfRow = ({ expression }: Trace, row: number): ExpressionScores => scoresIn(expression, row);

/** The column is as wide as it is longer than the times are. */
function measuresOfRow({ measures, tMs }: Trace, row: number): Float32Array | null {
  if (!measures) return null;
  const width = measures.length / tMs.length;
  return measures.subarray(row * width, (row + 1) * width);
}

/** Float32 rounds the limits themselves up: they are compared in the precision the trace has. */
const isFrontal = (yaw: number, pitch: number): boolean =>
  Math.abs(yaw) <= Math.fround(USABLE_YAW) && Math.abs(pitch) <= Math.fround(USABLE_PITCH);
