import { correlation } from '../correlation';
import { mean } from '../mean';
import type { Numbers } from '../numbers';
import { groupsOf } from './groups';

export interface WithinAndBetween {
  /** r of the distances from the groups' own means, all groups together. */
  readonly within: number;
  /** r of the groups' means, each counted as often as it has rows. */
  readonly between: number;
}

/**
 * A correlation in two: how two columns go together within groups, and how the groups' means do (Dansereau, Alutto &
 * Yammarino 1984; Pedhazur 1997, 16). As `rwg` and `rbg` of `psych::statsBy` in R. NaN where there is nothing to tell.
 *
 * @example withinCorrelation([0, 0, 1, 1], [1, 2, 5, 6], [2, 1, 9, 8]) // { within: -1, between: 1 }
 */
export function withinCorrelation(keys: Numbers, x: Numbers, y: Numbers): WithinAndBetween {
  const rows = Array.from(keys.keys()).filter((row) => !Number.isNaN(x[row]!) && !Number.isNaN(y[row]!));
  const key = rows.map((row) => keys[row]!);
  const [own, other] = [x, y].map((column) => {
    const values = rows.map((row) => column[row]!);
    const means = new Map(groupsOf(key, values).map((group) => [group.key, mean(group.values)]));
    const between = key.map((at) => means.get(at)!);
    return { between, within: values.map((value, at) => value - between[at]!) };
  }) as [Parts, Parts];
  return { within: correlation(own.within, other.within), between: correlation(own.between, other.between) };
}

interface Parts {
  readonly between: number[];
  readonly within: number[];
}
