import { studentP, studentQuantile } from '../distributions/student-t';
import { mean } from '../mean';
import { type Needs, needsMore } from '../needs';
import type { Numbers } from '../numbers';
import { presentPairs } from '../present';

/** Fewest rows a slope is told of. Ours: below ten its interval reaches over most of what is possible. */
export const LEAST_FOR_SLOPE = 10;

export interface Slope {
  /** What y changes by for each unit of x. */
  readonly slope: number;
  readonly intercept: number;
  readonly standardError: number;
  /** 95 % interval of the slope. */
  readonly low: number;
  readonly high: number;
  /** Two-sided, against a slope of 0. */
  readonly p: number;
  readonly n: number;
}

/**
 * How many neighbours' errors are taken to be alike: 1.3 sqrt(n), rounded up, and at most `MOST_LAG` (Lazarus, Lewis, Stock & Watson 2018, J Bus Econ Stat
 * 36:541). The shorter lag that software often takes, 4 (n / 100)^(2 / 9), covers 90 % instead of 95 where n is 60.
 *
 * @example usualLag(700) // 35
 */
export const usualLag = (n: number): number => Math.min(MOST_LAG, Math.ceil(1.3 * Math.sqrt(n)));

/** Two months of days: what reaches further is a change of level, not a memory. From 2,130 rows on it also keeps the time linear. Ours. */
const MOST_LAG = 60;

/** The 97.5 % quantile of the standard normal distribution. */
const Z_975 = 1.959963984540054;

/**
 * How much wider an interval has to be because the variance itself is estimated, with so long a lag, from the same few values: the
 * 97.5 % critical value of Bartlett's kernel at b = (lag + 1) / n, 1.9600 + 2.9694 b + 0.4160 b^2 - 0.5324 b^3, over that at 0 (Kiefer &
 * Vogelsang 2005, Econom Theory 21:1130, table 1).
 */
const widening = (b: number): number => (Z_975 + 2.9694 * b + 0.416 * b ** 2 - 0.5324 * b ** 3) / Z_975;

/**
 * The line of y on x by least squares, with an interval that holds though neighbouring rows resemble each other, few of them have a
 * rare x, or some scatter more than others: the variance of Newey & West (1987, Econometrica 55:703), with Bartlett's weights 1 - l / (lag + 1), of
 * residuals over sqrt(1 - h), where h is the row's leverage (HC2: MacKinnon & White 1985, J Econom 29:305). With a lag of 0 it is
 * `sandwich::vcovHC(type = "HC2")` in R.
 *
 * The interval is Student's, widened for the length of the lag (see `widening`), and p belongs to it. It has sum(d^2)^2 / sum(d^4) degrees of
 * freedom, d being the distances of x from its mean, and at most n - 2: how many rows the slope really rests on (Satterthwaite 1946, Biometrics
 * 2:110, of independent residuals; Imbens & Kolesar 2016, Rev Econ Stat 98:701). Of nine days with a tag among sixty that is twelve.
 *
 * Rows are in the order of time. An x of 0 and 1 makes the slope a difference of two means. A column that is all the same has
 * no slope: NaN. An x that changes only once or twice, as a trend does, is covered 90 times in 100 rather than 95.
 *
 * @example robustSlope([0, 0, 0, 0, 0, 1, 1, 1, 1, 1], [1, 2, 1, 2, 1, 3, 4, 3, 4, 3]).slope // 2
 * @example robustSlope([0, 1], [1, 2]) // { needs: 8 }
 */
export function robustSlope(x: Numbers, y: Numbers, wantedLag?: number): Slope | Needs {
  const pairs = presentPairs(x, y);
  const n = pairs.x.length;
  if (n < LEAST_FOR_SLOPE) return needsMore(n, LEAST_FOR_SLOPE);
  const [meanX, meanY] = [mean(pairs.x), mean(pairs.y)];
  const from = pairs.x.map((value) => value - meanX);
  let [squares, fourths, products] = [0, 0, 0];
  for (let row = 0; row < n; row++) {
    const square = from[row]! * from[row]!;
    squares += square;
    fourths += square * square;
    products += from[row]! * (pairs.y[row]! - meanY);
  }
  const slope = products / squares;
  const intercept = meanY - slope * meanX;
  const scores = from.map((value, row) => {
    const leverage = 1 / n + (value * value) / squares;
    return (value * (pairs.y[row]! - intercept - slope * pairs.x[row]!)) / Math.sqrt(1 - leverage);
  });
  const lag = wantedLag ?? usualLag(n);
  const standardError = Math.sqrt(Math.max(0, longRun(scores, lag))) / squares;
  const wider = widening((lag + 1) / n) * standardError;
  const df = Math.min(n - 2, squares ** 2 / fourths);
  const halfWidth = studentQuantile(0.975, df) * wider;
  return {
    slope,
    intercept,
    standardError,
    low: slope - halfWidth,
    high: slope + halfWidth,
    p: studentP(slope / wider, df),
    n,
  };
}

/** The sum of the products of all rows up to `lag` apart, those further apart counting less. */
function longRun(scores: Float64Array, lag: number): number {
  let total = 0;
  for (let apart = 0; apart <= Math.min(lag, scores.length - 1); apart++) {
    let products = 0;
    for (let row = apart; row < scores.length; row++) products += scores[row]! * scores[row - apart]!;
    total += (apart === 0 ? 1 : 2 * (1 - apart / (lag + 1))) * products;
  }
  return total;
}
