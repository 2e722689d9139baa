import type { ActionUnit } from '../../domain/face/action-unit';
import type { ExpressionScores } from '../../domain/face/expression';
import type { MixedExpression, Mixture } from '../../domain/face/mixed-expression';
import { stretches } from '../../statistics/stretches';
import { LONGEST_GAP_MS, ONSET_READINGS } from '../summary/peaks';
import { mixedShares, mixedSure, READINGS, type Reading } from './mixed-odds';

/** A moment of a face; null where it cannot be told. */
export interface MixedMoment {
  readonly tMs: number;
  readonly of: {
    /** Each 0..1, against the person's own rest. */
    readonly units: Readonly<Record<ActionUnit, number>>;
    /** By the still model alone: what moved is in the units. */
    readonly still: ExpressionScores;
  } | null;
}

/** A mixed expression is told from this probability on, for three readings on end, until it is less likely than not. */
export const MIXED_SURE = 0.75;
const MIXED_OFFSET = 0.5;
/** And for this long, in milliseconds: a shorter one is a face on its way from one expression to the next. */
export const MIXED_MS = 1_000;

/** The stretches in which a face showed two expressions at once, by onset. */
export function findMixed(moments: readonly MixedMoment[]): readonly MixedExpression[] {
  const told = moments.map(({ tMs, of }) => ({ tMs, of, sure: of && mixedSure(of.units, of.still) }));
  return READINGS.flatMap((parts, at) => {
    if (!isMixture(parts)) return [];
    const sureAt = ({ sure }: (typeof told)[number]): number => (sure ? sure[at]! : Number.NaN);
    const limits = {
      onset: MIXED_SURE,
      offset: MIXED_OFFSET,
      onsetCount: ONSET_READINGS,
      longestGapMs: LONGEST_GAP_MS,
    };
    return stretches(told, sureAt, limits).map((stretch) => {
      const apex = stretch.reduce((best, next) => (sureAt(next) > sureAt(best) ? next : best));
      return {
        parts,
        shares: mixedShares(parts, apex.of!.units, apex.of!.still),
        sure: sureAt(apex),
        ...{ onsetMs: stretch[0]!.tMs, apexMs: apex.tMs, offsetMs: stretch.at(-1)!.tMs },
      };
    });
  })
    .filter(({ onsetMs, offsetMs }) => offsetMs - onsetMs >= MIXED_MS)
    .sort((a, b) => a.onsetMs - b.onsetMs);
}

const isMixture = (parts: Reading['parts']): parts is Mixture => parts.length === 2;
