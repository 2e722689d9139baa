import { faceOfRow, phaseRows, type RowFace, type SegmentRows } from '../../domain/face/phase-rows';
import type { Trace, TraceSegment } from '../../domain/face/trace';

/** One row of a trace as the summary needs it. */
export interface PhaseReading extends RowFace {
  /** Index into the trace's columns. */
  readonly row: number;
  /** Milliseconds since the phase began, pauses left out. */
  readonly tMs: number;
  /** How long this reading speaks for, in milliseconds, see `LONGEST_HOLD_MS`. */
  readonly heldMs: number;
}

/**
 * Fewest readings a second from which a summary is drawn. The shortest expression lasts about a second and an onset takes
 * three readings (`peaks.ts`), so below three a second whole expressions go by unseen.
 */
export const MIN_READINGS_PER_SECOND = 3;

/** A reading speaks for the time until the next one, but never for longer than this: what was not seen is not claimed. */
export const LONGEST_HOLD_MS = 1000 / MIN_READINGS_PER_SECOND;

/** The readings of one phase, in order, with times since the phase began. */
export const phaseReadings = (trace: Trace, phase: TraceSegment['phase']): readonly PhaseReading[] =>
  phaseRows(trace, phase).flatMap((found) => segmentReadings(trace, found));

function segmentReadings(trace: Trace, { segment, beforeMs, rows }: SegmentRows): PhaseReading[] {
  const { startMs, endMs } = segment;
  return rows.map((row, k) => {
    const tMs = trace.tMs[row]!;
    // The first also speaks for the moments before it: the camera's picture takes a while to come.
    const lead = k === 0 ? Math.min(LONGEST_HOLD_MS, tMs - startMs) : 0;
    const untilMs = k + 1 < rows.length ? trace.tMs[rows[k + 1]!]! : endMs;
    const heldMs = Math.min(LONGEST_HOLD_MS, untilMs - tMs) + lead;
    return Object.assign(faceOfRow(trace, row), { row, tMs: tMs - startMs + beforeMs, heldMs });
  });
}
