import { mean } from '../../statistics/mean';
import { isKnown, type Needs, needsMore } from '../../statistics/needs';
import { presentOf } from '../../statistics/present';
import { robustSlope, type Slope } from '../../statistics/trend/robust-slope';
import { evidenceOf } from '../findings/evidence';
import type { Evidence } from '../findings/pattern';
import type { RatedBook } from '../readers/book';
import { LEAST_OF_EACH } from '../statistics/effects';

/** The sides of entries that two periods are compared by. */
export const COMPARED_SIDES = ['valence', 'arousal', 'face'] as const;
export type ComparedSide = (typeof COMPARED_SIDES)[number];

export interface SideCompared {
  readonly side: ComparedSide;
  readonly before: { readonly mean: number; readonly n: number } | null;
  readonly now: { readonly mean: number; readonly n: number } | null;
  /** Now less before. */
  readonly change: (Slope & { readonly evidence: Evidence }) | Needs;
}

export interface PeriodsCompared {
  readonly sides: readonly SideCompared[];
  /** How many entries have a rating. */
  readonly rated: { readonly before: number; readonly now: number };
}

/** How one period differs from another that came before it. */
export const periodsCompared = (now: RatedBook, before: RatedBook): PeriodsCompared => ({
  sides: COMPARED_SIDES.map((side) => sideCompared(side, now[side], before[side])),
  rated: { before: presentOf(before.valence).length, now: presentOf(now.valence).length },
});

function sideCompared(side: ComparedSide, now: Float64Array, before: Float64Array): SideCompared {
  const [later, earlier] = [presentOf(now), presentOf(before)];
  const fewer = Math.min(later.length, earlier.length);
  const x = [...earlier.map(() => 0), ...later.map(() => 1)];
  const slope = fewer < LEAST_OF_EACH ? needsMore(fewer, LEAST_OF_EACH) : robustSlope(x, [...earlier, ...later]);
  return {
    side,
    before: earlier.length === 0 ? null : { mean: mean(earlier), n: earlier.length },
    now: later.length === 0 ? null : { mean: mean(later), n: later.length },
    change: !isKnown(slope)
      ? slope
      : // Where nothing ever varied there is no error to tell it by.
        Number.isNaN(slope.p)
        ? { needs: 1 }
        : { ...slope, evidence: evidenceOf({ adjustedP: slope.p, months: null }) },
  };
}
