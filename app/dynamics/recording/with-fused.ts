import { EXPRESSIONS } from '../../domain/face/expression';
import { stillOfRow } from '../../domain/face/phase-rows';
import type { Trace } from '../../domain/face/trace';
import { phaseReadings } from '../summary/phase-readings';
import { recallExpression } from '../units/fused-expression';
import { measuredReadings } from '../units/measured-readings';
import { type Rest, restOfReadings } from '../units/rest';
import { talkingRest } from '../units/talking-mouth';

/** Named with what read a face whose expressions are fused: raise it when the weights or the units change. */
export const FUSION = 'still-and-units 1';

/**
 * From this score of happiness and surprise together on, 0..1, a face is not at rest. Of the other expressions a face at rest may look
 * a little: taken as what it is, it is what the rest is measured against.
 */
export const SMILING = 0.5;

/** How the face of this recording measures at rest; null where the baseline has too few readings of one at rest. */
export const restIn = (trace: Trace): Rest | null =>
  restOfReadings(
    phaseReadings(trace, 'baseline').filter(({ row }) => {
      const { happiness, surprise } = stillOfRow(trace, row);
      return happiness + surprise < SMILING;
    }),
  );

/**
 * The trace with its expressions fused from the still model and what moved since the baseline, reading by reading. Where there is no
 * baseline the column stays NaN, and the still model stands alone. The column `fused` is filled in place.
 */
export function withFused(trace: Trace): Trace {
  const rest = restIn(trace);
  if (!rest || !trace.fused) return trace;
  const atRest = phaseReadings(trace, 'baseline');
  const spoken = talkingRest(atRest);
  for (const readings of [atRest, phaseReadings(trace, 'recall')]) {
    for (const [at, { usable, measures, against }] of measuredReadings(readings, rest, spoken).entries()) {
      if (!usable || !measures) continue;
      const { row } = readings[at]!;
      const scores = recallExpression(stillOfRow(trace, row), measures, against);
      trace.fused.set(
        EXPRESSIONS.map((name) => scores[name]),
        row * EXPRESSIONS.length,
      );
    }
  }
  return trace;
}
