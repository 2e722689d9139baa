import { EXPRESSIONS, type ExpressionScores, facialValence, noScores } from '../../app/domain/face/expression';
import type { Trace, TraceSegment } from '../../app/domain/face/trace';

/** One reading of a trace in words: what the face showed, or null for no face. */
export interface Sample {
  readonly tMs: number;
  readonly scores: Partial<ExpressionScores> | null;
  readonly yaw?: number;
}

/** A trace of `samples`; in `segments`, else one recall as long as they are. */
export function traceOf(samples: readonly Sample[], segments?: readonly TraceSegment[]): Trace {
  const endMs = (samples.at(-1)?.tMs ?? 0) + 100;
  const rows = samples.map(({ scores }) => (scores ? { ...noScores(), ...scores } : noScores(Number.NaN)));
  return {
    version: 1,
    entryId: 'entry',
    segments: segments ?? [{ phase: 'recall', startMs: 0, endMs }],
    tMs: Float64Array.from(samples, ({ tMs }) => tMs),
    presence: Float32Array.from(samples, ({ scores }) => (scores ? 0.98 : 0.1)),
    expression: Float32Array.from(rows.flatMap((row) => EXPRESSIONS.map((name) => row[name]))),
    facialValence: Float32Array.from(rows, facialValence),
    pose: Float32Array.from(samples.flatMap(({ scores, yaw = 0 }) => (scores ? [yaw, 0, 0] : [NaN, NaN, NaN]))),
    eyeOpenness: new Float32Array(samples.length * 2),
  };
}

/** `n` readings, ten a second, from a face that turns from sadness to happiness half way. */
export const turning = (n: number): Sample[] =>
  Array.from({ length: n }, (_, i) => ({
    tMs: i * 100,
    scores: i < n / 2 ? { sadness: 0.6, neutral: 0.4 } : { happiness: 0.7, neutral: 0.3 },
  }));
