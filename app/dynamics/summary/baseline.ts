import { EXPRESSIONS, type ExpressionScores } from '../../domain/face/expression';
import { mean } from '../../statistics/mean';
import { median } from '../../statistics/median';
import { medianAbsoluteDeviation } from '../../statistics/median-absolute-deviation';
import type { PhaseReading } from './phase-readings';

/** What the face did while nothing was recalled: the person's own neutral, which everything after is measured against. */
export interface Baseline {
  /** Mean over usable readings, -1..1. */
  readonly facialValence: number;
  /** Median score of each expression. */
  readonly centre: ExpressionScores;
  /** 1.4826 MAD + `SPREAD_FLOOR` of each expression. */
  readonly spread: ExpressionScores;
  readonly readings: number;
}

/** Below this many usable readings a median is a guess and no peak is looked for: one second of the fullest trace. */
export const MIN_BASELINE_READINGS = 10;

/**
 * Added to every spread, in score units 0..1. A classifier that says "neutral" all through has a MAD of almost nothing,
 * and the smallest stir would be an onset; with this floor an onset takes a rise of at least 2.5 x .05 = .125.
 */
export const SPREAD_FLOOR = 0.05;

/** The baseline of these readings, or null where there are none to trust. */
export function baselineOf(readings: readonly PhaseReading[]): Baseline | null {
  const usable = readings.filter((reading) => reading.usable);
  if (usable.length === 0) return null;
  const column = (name: (typeof EXPRESSIONS)[number]): number[] => usable.map((reading) => reading.expression[name]);
  return {
    facialValence: mean(usable.map((reading) => reading.facialValence)),
    centre: perExpression((name) => median(column(name))),
    spread: perExpression((name) => 1.4826 * medianAbsoluteDeviation(column(name)) + SPREAD_FLOOR),
    readings: usable.length,
  };
}

const perExpression = (score: (name: (typeof EXPRESSIONS)[number]) => number): ExpressionScores =>
  Object.fromEntries(EXPRESSIONS.map((name) => [name, score(name)])) as Record<(typeof EXPRESSIONS)[number], number>;
