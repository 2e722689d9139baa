import type { ExpressionScores } from '../../domain/face/expression';
import { measuredReadings } from '../units/measured-readings';
import type { Rest } from '../units/rest';
import type { UnitReading } from '../units/unit-reading';
import { unitProbabilities } from '../units/unit-scores';
import type { MixedMoment } from './find-mixed';

/**
 * What readings tell of mixed expressions: those that count, of a mouth that does not talk, because syllables part the lips and lower
 * the jaw as expressions do.
 * @param stillAt what the still model says of the reading at an index
 */
export const mixedMoments = (
  readings: readonly UnitReading[],
  stillAt: (index: number) => ExpressionScores | null,
  rest: Rest,
  spoken: Rest | null,
): readonly MixedMoment[] =>
  measuredReadings(readings, rest, spoken).map(({ tMs, usable, measures, talking, against }, index) => {
    const still = usable && !talking ? stillAt(index) : null;
    return { tMs, of: measures && still && { units: unitProbabilities(measures, against), still } };
  });
