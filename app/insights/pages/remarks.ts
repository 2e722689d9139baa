import { benjaminiHochberg } from '../../statistics/compare/benjamini-hochberg';
import { isKnown } from '../../statistics/needs';
import { evidenceOf } from '../findings/evidence';
import type { Evidence } from '../findings/pattern';
import type { Effect, Effects } from '../statistics/effects';
import { labelEffects } from '../statistics/label-effects';
import { type WeekdayName, weekdayEffects } from '../statistics/rhythms';
import type { MonthsSeen } from '../statistics/seen-in-months';
import { columnsOf, type PageRow } from './table';
import type { PeriodDifference } from './two-periods';

/** How ratings of one kind differ from the others. */
export interface Contrast {
  readonly effect: number;
  readonly low: number;
  readonly high: number;
  /** Days of that weekday, or entries with that tag. */
  readonly n: number;
  readonly evidence: Evidence;
}

export type WeekdayContrast = Contrast & { readonly weekday: number };
export type TagContrast = Contrast & { readonly tag: string };
export type ChangeRemark = PeriodDifference & { readonly evidence: Evidence };

/** What is said of a stretch of days, and how many more entries it takes where nothing is. */
export interface Remarks {
  /** The lowest weekday, and the highest if that is more than a hint of chance. */
  readonly weekdays: readonly WeekdayContrast[];
  readonly weekdaysNeed: number | null;
  /** Tags that go with better or worse ratings, surest first. */
  readonly tags: readonly TagContrast[];
  /** Tags that there are, told or not. */
  readonly tagsSeen: number;
  readonly tagsNeed: number | null;
  /** In the order they were given; null where it is not known. */
  readonly changes: readonly (ChangeRemark | null)[];
}

/** Most tags that are told of. */
const MOST_TAGS = 3;

/**
 * Looks at weekdays and tags in `rows`, oldest first, and judges them together with `changes`: all p of a page are corrected for how many there are
 * (Benjamini & Hochberg 1995), so that of all that is called likely on it at most one in twenty is chance.
 */
export function remarksOn(rows: readonly PageRow[], changes: readonly (PeriodDifference | null)[]): Remarks {
  const columns = columnsOf(rows);
  const week = weekdayEffects(columns);
  const tags = labelEffects(columns);
  const judge = judgeOf([
    ...week.known.map(({ p }) => p),
    ...tags.known.map(({ p }) => p),
    ...changes.flatMap((change) => change?.p ?? []),
  ]);
  const contrast = ({ slope, low, high, p, months, ...effect }: Effect): Contrast => ({
    effect: slope,
    low,
    high,
    n: effect.with,
    evidence: judge(p, months),
  });
  const days = week.known
    .map((effect) => ({ ...contrast(effect), weekday: Number(effect.name) }))
    .sort((a, b) => a.effect - b.effect);
  const [lowest, highest] = [days[0], days.at(-1)];
  const told = tags.known.map((effect) => ({ ...contrast(effect), tag: effect.name }));
  return {
    weekdays: [lowest, highest === lowest || !isSure(highest) ? undefined : highest].filter((one) => one !== undefined),
    weekdaysNeed: needsOf(week),
    tags: told.filter(isSure).slice(0, MOST_TAGS),
    tagsSeen: tags.known.length + tags.waiting.length,
    tagsNeed: needsOf(tags),
    changes: changes.map((change) => change && { ...change, evidence: judge(change.p, null) }),
  };
}

const isSure = (one: Contrast | undefined): one is Contrast => one !== undefined && one.evidence.strength !== 'chance';

/** How many more it takes at least, where nothing is known. */
const needsOf = ({ known, waiting }: Effects<WeekdayName> | Effects): number | null =>
  known.length > 0 || waiting.length === 0 ? null : Math.min(...waiting.map(({ needs }) => needs));

function judgeOf(ps: readonly number[]): (p: number, months: MonthsSeen | null) => Evidence {
  const adjusted = benjaminiHochberg(ps);
  const of = new Map(ps.map((p, at) => [p, adjusted[at]!]));
  return (p, months) => evidenceOf({ adjustedP: of.get(p) ?? 1, months });
}

/** What is known of a difference. */
export const knownOr = <T extends object>(result: T | { readonly needs: number }): T | null =>
  isKnown(result) ? result : null;
