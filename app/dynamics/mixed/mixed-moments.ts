import type { ExpressionScores } from '../../domain/face/expression';
import type { MeasuredReading } from '../units/measured-readings';
import { unitProbabilities } from '../units/unit-scores';
import type { MixedMoment } from './find-mixed';

/**
 * What readings tell of mixed expressions: those that count, of a mouth that does not talk, because syllables part the lips and lower
 * the jaw as expressions do.
 * @param stillAt what the still model says of the reading at an index
 */
export const mixedMoments = (
  readings: readonly MeasuredReading[],
  stillAt: (index: number) => ExpressionScores | null,
): readonly MixedMoment[] =>
  readings.map(({ tMs, talking, strengths }, index) => {
    const still = strengths && !talking ? stillAt(index) : null;
    return { tMs, of: strengths && still && { units: unitProbabilities(strengths), still } };
  });
