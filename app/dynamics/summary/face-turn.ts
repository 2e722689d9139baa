import { EXPRESSIONS, type ExpressionScores, noScores, topExpression } from '../../domain/face/expression';
import type { FaceTurn } from '../../domain/face/face-summary';
import { mean } from '../../statistics/mean';
import type { PhaseReading } from './phase-readings';

/** Both sides of a turn must have been readable for this long, in milliseconds: the longest single expression. */
export const MIN_SIDE_MS = 5_000;
/** Facial valence has to change by this much, on -1..1. Ours: a sixth of the scale, clearly more than a classifier's wobble. */
export const MIN_TURN = 0.35;
/** The two levels have to explain this share of the variance; otherwise the face moved to and fro, it did not turn. */
export const MIN_EXPLAINED = 0.5;

/**
 * The one moment at which splitting the recall in two levels of facial valence leaves the least unexplained (least-squares
 * change point, Hinkley 1970, Biometrika 57:1), or null where the face did not clearly turn there.
 */
export function findTurn(readings: readonly PhaseReading[]): FaceTurn | null {
  const usable = readings.filter((reading) => reading.usable);
  const split = bestSplit(usable);
  if (!split || split.explained < MIN_EXPLAINED) return null;
  const before = usable.slice(0, split.at);
  const after = usable.slice(split.at);
  const fromValence = mean(before.map((reading) => reading.facialValence));
  const toValence = mean(after.map((reading) => reading.facialValence));
  const from = topExpression(meanExpression(before));
  const to = topExpression(meanExpression(after));
  if (Math.abs(toValence - fromValence) < MIN_TURN || from === to) return null;
  return { atMs: usable[split.at]!.tMs, from, to, fromValence, toValence };
}

/** Mean distribution over expressions; all 0 of nothing. */
export function meanExpression(readings: readonly PhaseReading[]): ExpressionScores {
  const sums = noScores();
  for (const { expression } of readings) for (const name of EXPRESSIONS) sums[name] += expression[name];
  const total = EXPRESSIONS.reduce((sum, name) => sum + sums[name], 0);
  if (total > 0) for (const name of EXPRESSIONS) sums[name] /= total;
  return sums;
}

/** Index of the first reading after the split, and the share of variance that the two levels explain. */
function bestSplit(readings: readonly PhaseReading[]): { at: number; explained: number } | null {
  const values = readings.map((reading) => reading.facialValence);
  const centre = mean(values);
  const variation = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  if (!(variation > 0)) return null;
  const totalMs = readings.reduce((sum, reading) => sum + reading.heldMs, 0);
  let best: { at: number; explained: number } | null = null;
  let deviation = 0;
  let sideMs = 0;
  for (let at = 1; at < readings.length; at++) {
    deviation += values[at - 1]! - centre;
    sideMs += readings[at - 1]!.heldMs;
    if (sideMs < MIN_SIDE_MS || totalMs - sideMs < MIN_SIDE_MS) continue;
    // Between-group sum of squares of a split, from the running sum of deviations alone.
    const explained = (deviation ** 2 * (1 / at + 1 / (values.length - at))) / variation;
    if (!best || explained > best.explained) best = { at, explained };
  }
  return best;
}
