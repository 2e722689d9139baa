import { clamp } from '../../base/clamp';
import { EXPRESSIONS, type ExpressionScores } from '../../domain/face/expression';
import { TRACE_READINGS_PER_SECOND } from '../../domain/face/trace';
import type { Rest } from '../units/rest';
import { MOVES, movesOf } from './moves';

/** A reading as the memory head takes it. */
export interface HeadReading {
  /** Milliseconds since the recall began. */
  readonly tMs: number;
  /** By the still model alone. */
  readonly still: ExpressionScores;
  /** By the still model and what moved; the same as `still` where that cannot be told. */
  readonly fused: ExpressionScores;
  /** In the order of `FACE_MEASURES`. */
  readonly measures: Float32Array;
  /** What the measures are compared with. */
  readonly against: Rest;
}

/** One second as the memory head takes it: ten places, row by row. A place that no reading fell into is all zeros. */
export interface HeadSecond {
  /** 1 where there is a reading. */
  readonly seen: Float32Array;
  /** Logarithms of the still model's eight probabilities, how far each is from the one at rest, and logarithms of the fused ones. */
  readonly still: Float32Array;
  /** `movesOf` in spreads, then its change in spreads a second. */
  readonly moves: Float32Array;
}

/** Numbers in one place of `still` and of `moves`. */
export const STILL_WIDTH = 3 * EXPRESSIONS.length;
export const MOVES_WIDTH = 2 * MOVES.length;
/** As in training (models/train/sequences): logarithms of nothing, the fastest change, and how long ago tells no pace. */
const LEAST = 1e-4;
const MOST_PACE = 40;
const PACE_WITHIN_MS = 500;

/** Stands in where there is no baseline of the person: the mean of 107 neutral faces of FER+. A recall never uses it. */
export const AVERAGE_STILL: readonly number[] = [-0.23, -7.68, -8.44, -5.1, -6.84, -7.84, -8.49, -6.13];

/** Logarithms of the probabilities, in the order of `EXPRESSIONS`. */
export const logsOf = (scores: ExpressionScores): number[] =>
  EXPRESSIONS.map((name) => Math.log(Math.max(scores[name], LEAST)));

/** Mean of the logarithms at rest; null without a reading. */
export function stillAtRest(scores: readonly ExpressionScores[]): readonly number[] | null {
  if (scores.length === 0) return null;
  const logs = scores.map(logsOf);
  return EXPRESSIONS.map((_, at) => logs.reduce((sum, row) => sum + row[at]!, 0) / logs.length);
}

/**
 * The seconds of a recall, in order and without a gap: those in which nobody was seen too.
 * @param readings usable ones, by time; of several in a tenth of a second the first counts
 * @param rest logarithms of the still model's probabilities at rest
 * @param lengthMs of the recall
 */
export function secondsOf(readings: readonly HeadReading[], rest: readonly number[], lengthMs: number): HeadSecond[] {
  const seconds = Array.from({ length: Math.ceil(lengthMs / 1000) }, emptySecond);
  let before: { readonly tMs: number; readonly moves: Float32Array; readonly place: number } | null = null;
  for (const { tMs, still, fused, measures, against } of readings) {
    const place = Math.floor((tMs * TRACE_READINGS_PER_SECOND) / 1000);
    const second = seconds[Math.floor(place / TRACE_READINGS_PER_SECOND)];
    if (!second || (before && place <= before.place)) continue;
    const at = place % TRACE_READINGS_PER_SECOND;
    const moves = movesOf(measures, against);
    const logs = logsOf(still);
    second.seen[at] = 1;
    const changes = logs.map((value, of) => value - rest[of]!);
    second.still.set([...logs, ...changes, ...logsOf(fused)], at * STILL_WIDTH);
    second.moves.set(moves, at * MOVES_WIDTH);
    if (before && tMs - before.tMs <= PACE_WITHIN_MS) {
      const { moves: were, tMs: wasMs } = before;
      const pace = moves.map((value, of) => clamp((1000 * (value - were[of]!)) / (tMs - wasMs), -MOST_PACE, MOST_PACE));
      second.moves.set(pace, at * MOVES_WIDTH + MOVES.length);
    }
    before = { tMs, moves, place };
  }
  return seconds;
}

const emptySecond = (): HeadSecond => ({
  seen: new Float32Array(TRACE_READINGS_PER_SECOND),
  still: new Float32Array(TRACE_READINGS_PER_SECOND * STILL_WIDTH),
  moves: new Float32Array(TRACE_READINGS_PER_SECOND * MOVES_WIDTH),
});
