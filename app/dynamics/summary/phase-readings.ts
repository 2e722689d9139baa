import { EXPRESSIONS, type ExpressionScores } from '../../domain/face/expression';
import { PRESENCE_THRESHOLD, USABLE_PITCH, USABLE_YAW } from '../../domain/face/face-reading';
import type { Trace, TraceSegment } from '../../domain/face/trace';

/** One row of a trace as the summary needs it. */
export interface PhaseReading {
  /** Milliseconds since the phase began, pauses left out. */
  readonly tMs: number;
  /** How long this reading speaks for, in milliseconds, see `LONGEST_HOLD_MS`. */
  readonly heldMs: number;
  readonly hasFace: boolean;
  /** `isUsable` of the face it came from. */
  readonly usable: boolean;
  readonly facialValence: number;
  readonly expression: ExpressionScores;
}

/**
 * Fewest readings a second from which a summary is drawn. The shortest expression lasts about a second and an onset takes
 * three readings (`peaks.ts`), so below three a second whole expressions go by unseen.
 */
export const MIN_READINGS_PER_SECOND = 3;

/** A reading speaks for the time until the next one, but never for longer than this: what was not seen is not claimed. */
export const LONGEST_HOLD_MS = 1000 / MIN_READINGS_PER_SECOND;

/** The readings of one phase, in order, with times since the phase began. */
export function phaseReadings(trace: Trace, phase: TraceSegment['phase']): readonly PhaseReading[] {
  const segments = trace.segments.filter((segment) => segment.phase === phase);
  const first = segments[0];
  if (!first) return [];
  return segments.flatMap((segment) => segmentReadings(trace, segment, first.startMs));
}

/** Recorded length of a phase in milliseconds. */
export const phaseLengthMs = (trace: Trace, phase: TraceSegment['phase']): number =>
  trace.segments
    .filter((segment) => segment.phase === phase)
    .reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);

function segmentReadings(trace: Trace, { startMs, endMs }: TraceSegment, originMs: number): PhaseReading[] {
  const rows = [...trace.tMs.keys()].filter((i) => trace.tMs[i]! >= startMs && trace.tMs[i]! < endMs);
  return rows.map((row, k) => {
    // The first also speaks for the moments before it: the camera's picture takes a while to come.
    const lead = k === 0 ? Math.min(LONGEST_HOLD_MS, trace.tMs[row]! - startMs) : 0;
    const untilMs = k + 1 < rows.length ? trace.tMs[rows[k + 1]!]! : endMs;
    const heldMs = Math.min(LONGEST_HOLD_MS, untilMs - trace.tMs[row]!) + lead;
    return { tMs: trace.tMs[row]! - originMs, heldMs, ...faceAt(trace, row) };
  });
}

function faceAt(trace: Trace, row: number): Omit<PhaseReading, 'tMs' | 'heldMs'> {
  const hasFace = trace.presence[row]! >= PRESENCE_THRESHOLD;
  const [yaw, pitch] = trace.pose.subarray(row * 3, row * 3 + 2);
  const scores = EXPRESSIONS.map((name, e) => [name, trace.expression[row * EXPRESSIONS.length + e]!] as const);
  return {
    hasFace,
    // Float32 rounds the limits themselves up: compare in the precision the trace has.
    usable: hasFace && Math.abs(yaw!) <= Math.fround(USABLE_YAW) && Math.abs(pitch!) <= Math.fround(USABLE_PITCH),
    facialValence: trace.facialValence[row]!,
    expression: Object.fromEntries(scores) as Record<(typeof EXPRESSIONS)[number], number>,
  };
}
