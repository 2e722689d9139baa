import { faceOfRow, phaseRows, type RowFace } from '../../domain/face/phase-rows';
import type { Trace } from '../../domain/face/trace';

/** One reading of the recall, as it is drawn and listed. */
export interface RecallReading extends Pick<RowFace, 'expression' | 'facialValence'> {
  /** Milliseconds into the recall, pauses left out. */
  readonly tMs: number;
  /** Whether the face was there and turned to the camera, so that the reading counts. */
  readonly readable: boolean;
}

/** The readings of the recall, in order; those of the baseline and of pauses are left out. */
export const recallReadings = (trace: Trace): readonly RecallReading[] =>
  phaseRows(trace, 'recall').flatMap(({ segment, beforeMs, rows }) =>
    rows.map((row) => {
      const { usable, expression, facialValence } = faceOfRow(trace, row);
      return { tMs: trace.tMs[row]! - segment.startMs + beforeMs, readable: usable, expression, facialValence };
    }),
  );
