import { EXPRESSIONS } from '../../domain/face/expression';
import { faceOfRow, phaseRows, stillOfRow } from '../../domain/face/phase-rows';
import type { Trace } from '../../domain/face/trace';
import { recallExpression } from '../units/fused-expression';
import { type Rest, restOf } from '../units/rest';

/** Named with what read a face whose expressions are fused: raise it when the weights or the units change. */
export const FUSION = 'still-and-units 1';

/** How the face of this recording measures at rest; null where the baseline has too few readings. */
export const restIn = (trace: Trace): Rest | null =>
  restOf(
    rowsOf(trace, 'baseline').flatMap((row) => {
      const { usable, measures } = faceOfRow(trace, row);
      return usable && measures ? [measures] : [];
    }),
  );

/**
 * The trace with its expressions fused from the still model and what moved since the baseline, reading by reading. Where there is no
 * baseline the column stays NaN, and the still model stands alone. The column `fused` is filled in place.
 */
export function withFused(trace: Trace): Trace {
  const rest = restIn(trace);
  if (!rest || !trace.fused) return trace;
  for (const row of trace.tMs.keys()) {
    const { usable, measures } = faceOfRow(trace, row);
    if (!usable || !measures) continue;
    const scores = recallExpression(stillOfRow(trace, row), measures, rest);
    trace.fused.set(
      EXPRESSIONS.map((name) => scores[name]),
      row * EXPRESSIONS.length,
    );
  }
  return trace;
}

const rowsOf = (trace: Trace, phase: 'baseline' | 'recall'): readonly number[] =>
  phaseRows(trace, phase).flatMap(({ rows }) => rows);
