import { mean } from '../mean';
import type { Numbers } from '../numbers';
import { quantile } from '../quantile';
import type { Random } from './random';

/** What a statistic of two columns comes to if their rows have nothing to do with each other. */
export interface ShuffledBaseline {
  readonly mean: number;
  /** 95 % of the shuffled values lie between the two. */
  readonly low: number;
  readonly high: number;
  /** Share of shuffles that come at least as far from 0 as the columns themselves, these counted in: 0 < p <= 1. */
  readonly p: number;
}

/**
 * `y` is moved along `x` by a random number of rows, end joined to beginning, so that each column keeps its own rhythm and
 * only what they share is lost (circular shift test; p as Phipson & Smyth 2010, Stat Appl Genet Mol Biol 9:39).
 *
 * @example shuffledBaseline([1, 2, 3, 4], [1, 2, 3, 4], 50, randomFrom(1), (x, y) => x[0] + y[0]).low // 3
 */
export function shuffledBaseline(
  x: Numbers,
  y: Numbers,
  shuffles: number,
  random: Random,
  statistic: (x: Numbers, y: Numbers) => number,
): ShuffledBaseline {
  const n = x.length;
  const rows = Float64Array.from(y as ArrayLike<number>);
  const moved = new Float64Array(n);
  const shuffled = Float64Array.from({ length: shuffles }, () => {
    const by = 1 + random.below(n - 1);
    moved.set(rows.subarray(by));
    moved.set(rows.subarray(0, by), n - by);
    return statistic(x, moved);
  });
  const own = Math.abs(statistic(x, y));
  const asFar = shuffled.filter((value) => Math.abs(value) >= own).length;
  return {
    mean: mean(shuffled),
    low: quantile(shuffled, 0.025),
    high: quantile(shuffled, 0.975),
    p: (1 + asFar) / (1 + shuffles),
  };
}
