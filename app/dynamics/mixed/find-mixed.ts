import type { ActionUnit } from '../../domain/face/action-unit';
import type { ExpressionScores } from '../../domain/face/expression';
import type { MixedExpression, Mixture } from '../../domain/face/mixed-expression';
import { stretches } from '../../statistics/stretches';
import { LONGEST_GAP_MS, ONSET_READINGS } from '../summary/peaks';
import { mixedOdds, mixedShares, type Reading } from './mixed-odds';
import { MIXED_RULES } from './mixed-table';

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
  const told = moments.map(({ tMs, of }) => ({ tMs, of, sure: of && sureByParts(mixedOdds(of.units, of.still)) }));
  return mixtures()
    .flatMap((parts) => {
      const key = parts.join();
      const sureAt = ({ sure }: (typeof told)[number]): number => (sure ? (sure.get(key) ?? 0) : Number.NaN);
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

/** Each pair once, though some have two rules. */
const mixtures = (): readonly Mixture[] => [...new Map(MIXED_RULES.map(({ parts }) => [parts.join(), parts])).values()];

const sureByParts = (readings: readonly Reading[]): ReadonlyMap<string, number> =>
  new Map(readings.map(({ parts, sure }) => [parts.join(), sure]));
