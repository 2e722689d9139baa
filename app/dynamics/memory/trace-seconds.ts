import { phaseLengthMs, stillOfRow } from '../../domain/face/phase-rows';
import type { Trace } from '../../domain/face/trace';
import { measuredTrace } from '../recording/measured-trace';
import { phaseReadings } from '../summary/phase-readings';
import { recallExpression } from '../units/fused-expression';
import { type HeadReading, type HeadSecond, secondsOf, stillAtRest } from './seconds';

/** The seconds of a trace's recall for the memory head; null without a baseline of the face at rest, or without face measures. */
export function traceSeconds(trace: Trace): readonly HeadSecond[] | null {
  const measured = measuredTrace(trace);
  const atRest = phaseReadings(trace, 'baseline').filter(({ usable }) => usable);
  const rest = stillAtRest(atRest.map(({ row }) => stillOfRow(trace, row)));
  if (!measured || !rest) return null;
  const rows = phaseReadings(trace, 'recall');
  const readings = measured.recall.flatMap(({ tMs, usable, measures, against, strengths }, at): HeadReading[] => {
    if (!usable || !measures) return [];
    const still = stillOfRow(trace, rows[at]!.row);
    // Older traces have measures and no column for what they are fused to.
    return [{ tMs, still, fused: strengths ? recallExpression(still, strengths) : still, measures, against }];
  });
  return secondsOf(readings, rest, phaseLengthMs(trace.segments, 'recall'));
}
