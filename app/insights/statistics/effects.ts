import { benjaminiHochberg } from '../../statistics/compare/benjamini-hochberg';
import { shrunkEffects } from '../../statistics/groups/shrunk-effects';
import { isKnown, type Needs } from '../../statistics/needs';
import type { Slope } from '../../statistics/trend/robust-slope';

/** One of several things that were looked at together. */
export interface Effect<Name extends string = string> extends Slope {
  readonly name: Name;
  /** Of x = 1, where x is whether it was there. */
  readonly with: number;
  /** p corrected for how many were looked at (Benjamini & Hochberg 1995). */
  readonly adjustedP: number;
  /** The slope, moved towards 0 by what luck adds to the largest of several (see `shrunkEffects`). */
  readonly shrunk: number;
}

/** What can be said, surest first, and of what not yet. */
export interface Effects<Name extends string = string> {
  readonly known: readonly Effect<Name>[];
  readonly waiting: readonly (Needs & { readonly name: Name })[];
}

export interface Looked<Name extends string = string> {
  readonly name: Name;
  readonly with: number;
  readonly result: Slope | Needs;
}

/**
 * Looks at several things at once, so that what is called real is not just the luckiest of them. One whose slope is no number,
 * because its x or y never varied, is in neither list.
 *
 * @example manyEffects([{ name: 'a', with: 3, result: { needs: 5 } }]) // { known: [], waiting: [{ name: 'a', needs: 5 }] }
 */
export function manyEffects<Name extends string>(looked: readonly Looked<Name>[]): Effects<Name> {
  const known: { name: Name; with: number; result: Slope }[] = [];
  const waiting: (Needs & { name: Name })[] = [];
  for (const { name, with: count, result } of looked) {
    if (!isKnown(result)) waiting.push({ name, needs: result.needs });
    // Without an error nothing is estimated: all rows lie on the line.
    else if (result.standardError > 0) known.push({ name, with: count, result });
  }
  const adjusted = benjaminiHochberg(known.map(({ result }) => result.p));
  const shrunk = shrunkEffects(
    known.map(({ result }) => result.slope),
    known.map(({ result }) => result.standardError),
  );
  return {
    known: known
      .map(({ name, with: count, result }, at) => ({
        ...result,
        name,
        with: count,
        adjustedP: adjusted[at]!,
        shrunk: shrunk[at]!.effect,
      }))
      .sort((a, b) => a.adjustedP - b.adjustedP || a.p - b.p),
    waiting,
  };
}
