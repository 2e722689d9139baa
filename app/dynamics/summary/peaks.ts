import { EXPRESSIONS, type Expression } from '../../domain/face/expression';
import type { Peak } from '../../domain/face/face-summary';
import { stretches } from '../../statistics/stretches';
import { type Baseline, MIN_BASELINE_READINGS } from './baseline';
import type { PhaseReading } from './phase-readings';

/** An expression begins where its z over the baseline exceeds this for `ONSET_READINGS` readings on end. Ours: docs/decisions/007-our-own-numbers.md. */
export const ONSET_Z = 2.5;
export const ONSET_READINGS = 3;
/** It ends with the first reading below this: lower than the onset, so that a score at the edge does not flicker. */
export const OFFSET_Z = 1.5;
/** A longer stretch without a usable reading ends what was going on before it, in milliseconds: the shortest expression. */
export const LONGEST_GAP_MS = 1_000;

/**
 * The stretches of a recall in which an expression other than neutral stood out from the baseline, by onset. Empty without
 * a baseline of `MIN_BASELINE_READINGS`: there is then nothing to stand out from.
 */
export function findPeaks(readings: readonly PhaseReading[], baseline: Baseline | null): readonly Peak[] {
  if (!baseline || baseline.readings < MIN_BASELINE_READINGS) return [];
  const usable = readings.filter((reading) => reading.usable);
  const limits = { onset: ONSET_Z, offset: OFFSET_Z, onsetCount: ONSET_READINGS, longestGapMs: LONGEST_GAP_MS };
  return EXPRESSIONS.filter((name) => name !== 'neutral')
    .flatMap((name) => {
      const zOf = ({ expression }: PhaseReading) => (expression[name] - baseline.centre[name]) / baseline.spread[name];
      return stretches(usable, zOf, limits).map((stretch) => peakOf(stretch, name));
    })
    .sort((a, b) => a.onsetMs - b.onsetMs);
}

function peakOf(stretch: readonly PhaseReading[], expression: Expression): Peak {
  const apex = stretch.reduce((best, next) =>
    next.expression[expression] > best.expression[expression] ? next : best,
  );
  return {
    expression,
    onsetMs: stretch[0]!.tMs,
    apexMs: apex.tMs,
    offsetMs: stretch.at(-1)!.tMs,
    apexScore: apex.expression[expression],
  };
}
