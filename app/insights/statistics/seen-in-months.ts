import { mean } from '../../statistics/mean';
import type { Numbers } from '../../statistics/numbers';
import { monthCounter } from './calendar';

export interface MonthsSeen {
  /** Months in which the difference went the same way. */
  readonly seen: number;
  /** Months in which it can be told. */
  readonly of: number;
}

/** The values of a month: those without, and those with. */
type Both = readonly [others: number[], own: number[]];

/**
 * In how many calendar months rows with something (`x` 1) differed from those without (0) in the direction of `slope`, of those
 * months that have both: how steadily it is there, in a way that needs no statistics to be understood.
 *
 * `wallMs`: the clock on the wall of each row. NaN in `x` or `y` is missing.
 *
 * @example seenInMonths({ wallMs: [0, 1, 3e9, 3.1e9], x: [0, 1, 0, 1], y: [0.1, 0.3, 0.5, 0.2] }, 0.1) // { seen: 1, of: 2 }
 */
export function seenInMonths(
  { wallMs, x, y }: { readonly wallMs: Numbers; readonly x: Numbers; readonly y: Numbers },
  slope: number,
): MonthsSeen {
  const months = new Map<number, Both>();
  const monthOf = monthCounter();
  let [month, both]: [number, Both] = [Number.NaN, [[], []]];
  for (let row = 0; row < x.length; row++) {
    if (Number.isNaN(x[row]!) || Number.isNaN(y[row]!)) continue;
    const its = monthOf(wallMs[row]!);
    if (its !== month) {
      month = its;
      both = months.get(its) ?? [[], []];
      months.set(its, both);
    }
    both[x[row] === 1 ? 1 : 0].push(y[row]!);
  }
  const told = [...months.values()].filter((both) => both.every(({ length }) => length > 0));
  const seen = told.filter(([others, own]) => (mean(own) - mean(others)) * slope > 0);
  return { seen: seen.length, of: told.length };
}
