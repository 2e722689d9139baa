import { mean } from '../../statistics/mean';
import { isKnown, type Needs, needsMore } from '../../statistics/needs';
import { type Inertia, inertia } from '../../statistics/series/inertia';
import { meanSquareSuccessiveDifference } from '../../statistics/series/successive-differences';
import { sampleDeviation } from '../../statistics/standard-deviation';
import { dailyMeans } from './calendar';
import type { TimedValues } from './rhythms';

/** Fewest days. Ours. */
export const LEAST_DAYS = 14;

/** How one's days go up and down, by the mean of each. */
export interface Steadiness {
  readonly mean: number;
  /** Variability: standard deviation over days. */
  readonly deviation: number;
  /** Instability: root of the mean squared step from one day to the next; null where too few days have a neighbour. */
  readonly step: number | null;
  /** How much of one day carries over to the next; null likewise. */
  readonly inertia: Inertia | null;
  readonly days: number;
}

/**
 * Variability, instability and inertia of the daily means (Jahng, Wood & Trull 2008, Psychol Methods 13:354; Kuppens et al. 2010, Psychol Sci 21:984).
 *
 * @example steadiness({ wallMs: [0], values: [0.4] }) // { needs: 13 }
 */
export function steadiness({ wallMs, values }: TimedValues): Steadiness | Needs {
  const days = dailyMeans(wallMs, values);
  const count = days.at.length;
  if (count < LEAST_DAYS) return needsMore(count, LEAST_DAYS);
  const [steps, carried] = [meanSquareSuccessiveDifference(days), inertia(days)];
  return {
    mean: mean(days.values),
    deviation: sampleDeviation(days.values),
    step: isKnown(steps) ? Math.sqrt(steps.mssd) : null,
    inertia: isKnown(carried) && !Number.isNaN(carried.r) ? carried : null,
    days: count,
  };
}
