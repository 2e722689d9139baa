import { EXPRESSIONS } from '../../domain/face/expression';
import { phaseRows, stillOfRow } from '../../domain/face/phase-rows';
import { TRACE_PHASES, type Trace } from '../../domain/face/trace';
import { recallExpression } from '../units/fused-expression';
import type { MeasuredTrace } from './measured-trace';

/** Named with what read a face whose expressions are fused: raise it when the weights or the units change. */
export const FUSION = 'still-and-units 1';

/**
 * The trace with its expressions fused from the still model and what moved since the baseline, reading by reading. Where there is no
 * baseline the column stays NaN, and the still model stands alone. The column `fused` is filled in place.
 */
export function withFused(trace: Trace, measured: MeasuredTrace | null): Trace {
  if (!measured || !trace.fused) return trace;
  for (const phase of TRACE_PHASES) {
    const rows = phaseRows(trace, phase).flatMap((segment) => segment.rows);
    for (const [at, { strengths }] of measured[phase].entries()) {
      if (!strengths) continue;
      const row = rows[at]!;
      const scores = recallExpression(stillOfRow(trace, row), strengths);
      for (const [of, name] of EXPRESSIONS.entries()) trace.fused[row * EXPRESSIONS.length + of] = scores[name];
    }
  }
  return trace;
}
