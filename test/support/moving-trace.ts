import { EXPRESSIONS } from '../../app/domain/face/expression';
import { FACE_MEASURES } from '../../app/domain/face/face-measures';
import type { Trace } from '../../app/domain/face/trace';
import { type Moves, movedFace } from '../dynamics/units/moved-face';

const BASELINE_MS = 2000;
const STEP_MS = 100;

/**
 * A trace of a face that is at rest for a baseline of 2 s and then moves as `movesAt` says, ten readings a second; null is a moment
 * without a face.
 */
export function movingTrace(recallMs: number, movesAt: (tMs: number) => Moves | null, entryId = 'recall-1'): Trace {
  const times = Array.from({ length: (BASELINE_MS + recallMs) / STEP_MS }, (_, i) => i * STEP_MS);
  const moves = times.map((tMs) => (tMs < BASELINE_MS ? {} : movesAt(tMs - BASELINE_MS)));
  const perReading = (width: number, of: (one: Moves) => ArrayLike<number>) =>
    Float32Array.from(moves.flatMap((one) => (one ? Array.from(of(one)) : Array<number>(width).fill(Number.NaN))));
  return {
    version: 2,
    entryId,
    segments: [
      { phase: 'baseline', startMs: 0, endMs: BASELINE_MS },
      { phase: 'recall', startMs: BASELINE_MS, endMs: BASELINE_MS + recallMs },
    ],
    tMs: Float64Array.from(times),
    presence: Float32Array.from(moves, (one) => (one ? 0.99 : 0.1)),
    expression: perReading(EXPRESSIONS.length, () => EXPRESSIONS.map((name) => (name === 'neutral' ? 1 : 0))),
    facialValence: perReading(1, () => [0]),
    pose: perReading(3, () => [0, 0, 0]),
    eyeOpenness: perReading(2, () => [0.3, 0.3]),
    measures: perReading(FACE_MEASURES.length, (one) => movedFace(one)),
  };
}

/** A smile, with the corners of the mouth out and up. */
export const SMILE: Moves = { corner_out: 0.8, corner_up: 0.4, mouth_curve: 0.45, mouth_width: 1.6 };
