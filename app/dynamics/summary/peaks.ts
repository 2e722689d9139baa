import { EXPRESSIONS, type Expression } from '../../domain/face/expression';
import type { Peak } from '../../domain/face/face-summary';
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
  return EXPRESSIONS.filter((name) => name !== 'neutral')
    .flatMap((name) => stretches(usable, name, baseline).map((stretch) => peakOf(stretch, name)))
    .sort((a, b) => a.onsetMs - b.onsetMs);
}

/** Runs of readings from onset to offset, both included. */
function stretches(readings: readonly PhaseReading[], name: Expression, baseline: Baseline): PhaseReading[][] {
  const zOf = (reading: PhaseReading): number =>
    (reading.expression[name] - baseline.centre[name]) / baseline.spread[name];
  const found: PhaseReading[][] = [];
  let run: PhaseReading[] = [];
  const close = (): void => {
    if (run.length >= ONSET_READINGS) found.push(run);
    run = [];
  };
  for (const reading of readings) {
    const last = run.at(-1);
    if (last && reading.tMs - last.tMs > LONGEST_GAP_MS) close();
    const begun = run.length >= ONSET_READINGS;
    if (zOf(reading) > ONSET_Z || (begun && zOf(reading) >= OFFSET_Z)) {
      run.push(reading);
      continue;
    }
    if (begun) run.push(reading);
    close();
  }
  close();
  return found;
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
