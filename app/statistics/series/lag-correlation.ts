import { correlation } from '../correlation';
import { type Needs, needsMore } from '../needs';
import { neighbours, type Series } from './series';
import { LEAST_NEIGHBOURS } from './successive-differences';

export interface LagCorrelation {
  /** Pearson's r, -1..1; NaN where one of the two is always the same. */
  readonly r: number;
  /** Pairs that stand that far apart. */
  readonly n: number;
}

/**
 * How what `first` was `lag` steps before goes with what `second` is: Pearson's r of the pairs that stand exactly that far apart
 * (Box, Jenkins & Reinsel 2008, 12.1, with means of the pairs themselves because there are gaps).
 *
 * @example lagCorrelation({ at: [1, 2], values: [1, 2] }, { at: [2, 3], values: [5, 7] }, 1) // { needs: 8 }
 */
export function lagCorrelation(first: Series, second: Series, lag: number): LagCorrelation | Needs {
  const { before, after } = neighbours(first, second, lag);
  const n = after.length;
  return n < LEAST_NEIGHBOURS ? needsMore(n, LEAST_NEIGHBOURS) : { r: correlation(before, after), n };
}
