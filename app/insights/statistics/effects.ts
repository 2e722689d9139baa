import { benjaminiHochberg } from '../../statistics/compare/benjamini-hochberg';
import { shrunkEffects } from '../../statistics/groups/shrunk-effects';
import { isKnown, type Needs, needsMore } from '../../statistics/needs';
import type { Numbers } from '../../statistics/numbers';
import { presentPairs } from '../../statistics/present';
import { robustSlope, type Slope } from '../../statistics/trend/robust-slope';
import { type MonthsSeen, seenInMonths } from './seen-in-months';

/** Fewest rows with something, and fewest without: below eight, two that stand out decide. Ours. */
export const LEAST_OF_EACH = 8;

/** One of several things that are looked at together. */
export interface Looked<Name extends string = string> {
  readonly name: Name;
  /** Whether x says that it was there, 1, or not, 0; or is a scale. */
  readonly of: 'flag' | 'scale';
  /** The clock on the wall of each row, in order. */
  readonly wallMs: Numbers;
  /** NaN where it was not asked. */
  readonly x: Numbers;
  readonly y: Numbers;
}

/** What a look gave. Of a flag the slope is the difference of two means: with it less without it. */
export interface Effect<Name extends string = string> extends Slope {
  readonly name: Name;
  /** Rows with it; all of a scale. */
  readonly with: number;
  /** p corrected for how many were looked at (Benjamini & Hochberg 1995). */
  readonly adjustedP: number;
  /** The slope, moved towards 0 by what luck adds to the largest of several (see `shrunkEffects`). */
  readonly shrunk: number;
  /** In how many months a flag made the same difference; null of a scale. */
  readonly months: MonthsSeen | null;
}

/** What can be said, surest first, and of what not yet. */
export interface Effects<Name extends string = string> {
  readonly known: readonly Effect<Name>[];
  readonly waiting: readonly (Needs & { readonly name: Name })[];
}

type Single<Name extends string> = Omit<Effect<Name>, 'adjustedP' | 'shrunk'>;

/**
 * Looks at several things at once by `robustSlope`, so that what is called real is not just the luckiest of them. One that has
 * no slope, because its x or y never varied, is in neither list.
 *
 * @example manyEffects([{ name: 'a', of: 'flag', wallMs: [0, 1], x: [0, 1], y: [0.2, 0.3] }]) // { known: [], waiting: [{ name: 'a', needs: 7 }] }
 */
export function manyEffects<Name extends string>(looked: readonly Looked<Name>[]): Effects<Name> {
  const results = looked.map(lookAt);
  // Without an error nothing is estimated: all rows lie on the line.
  const known = results.filter(isKnown).filter(({ standardError }) => standardError > 0) as Single<Name>[];
  const adjusted = benjaminiHochberg(known.map(({ p }) => p));
  const shrunk = shrunkEffects(
    known.map(({ slope }) => slope),
    known.map(({ standardError }) => standardError),
  );
  return {
    known: known
      .map((one, at) => ({ ...one, adjustedP: adjusted[at]!, shrunk: shrunk[at]!.effect }))
      .sort((a, b) => a.adjustedP - b.adjustedP || a.p - b.p),
    waiting: results.flatMap((one, at) => (isKnown(one) ? [] : [{ name: looked[at]!.name, needs: one.needs }])),
  };
}

function lookAt<Name extends string>({ name, of, wallMs, x, y }: Looked<Name>): Single<Name> | Needs {
  const there = presentPairs(x, y).x;
  const count = of === 'flag' ? there.filter((is) => is === 1).length : there.length;
  const fewer = of === 'flag' ? Math.min(count, there.length - count) : Number.POSITIVE_INFINITY;
  if (fewer < LEAST_OF_EACH) return needsMore(fewer, LEAST_OF_EACH);
  const result = robustSlope(x, y);
  if (!isKnown(result)) return result;
  return { ...result, name, with: count, months: of === 'flag' ? seenInMonths({ wallMs, x, y }, result.slope) : null };
}
