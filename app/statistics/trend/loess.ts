import { studentQuantile } from '../distributions/student-t';
import { type Needs, needsMore } from '../needs';
import type { Numbers } from '../numbers';
import { presentPairs } from '../present';

/** Fewest values a local line is drawn through. Ours. */
export const LEAST_FOR_TREND = 10;

export interface Trend {
  /** The smooth line, beside each of `at`. */
  readonly fit: Float64Array;
  /** Half width of its 95 % band at each place: the line is there, not the values. */
  readonly halfWidth: Float64Array;
  readonly n: number;
}

/**
 * A smooth line through values over time: at each place a straight line by least squares through the nearest `span` (0..1) of
 * them, nearer ones counting more, by the tricube (1 - (d / h)^3)^3 of the distance (LOESS of degree 1: Cleveland 1979, JASA 74:829). The
 * band is t s |l(x)|, where l(x) is what the values are multiplied with, s^2 the residual sum of squares over delta1 = tr((I - L)(I - L)') and t
 * has delta1^2 / delta2 degrees of freedom (Cleveland & Devlin 1988, JASA 83:596). As R's `loess(degree = 1)` with exact statistics and a
 * direct surface, within 1e-6, since that rounds its weights.
 *
 * It takes time and room in the square of n: give it days or weeks, not ten thousand entries.
 *
 * @example loess([2.5], { times: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }, 0.5).fit // [2.5]
 */
export function loess(
  at: Numbers,
  column: { readonly times: Numbers; readonly values: Numbers },
  span: number,
): Trend | Needs {
  const { x: times, y: values } = presentPairs(column.times, column.values);
  const n = times.length;
  if (n < LEAST_FOR_TREND) return needsMore(n, LEAST_FOR_TREND);
  const nearest = Math.max(2, Math.floor(n * span + 1e-5));
  const { scale, df } = residuals(times, values, nearest);
  const t = studentQuantile(0.975, df);
  const fit = new Float64Array(at.length);
  const halfWidth = new Float64Array(at.length);
  for (let row = 0; row < at.length; row++) {
    const weights = smoother(at[row]!, times, nearest);
    fit[row] = dot(weights, values);
    halfWidth[row] = t * scale * Math.sqrt(dot(weights, weights));
  }
  return { fit, halfWidth, n };
}

/** What each value is multiplied with to give the line at `place`: the row of the smoothing matrix. */
function smoother(place: number, times: Float64Array, nearest: number): Float64Array {
  const distances = times.map((time) => Math.abs(time - place));
  const h = distances.slice().sort()[nearest - 1]!;
  // Where all of the nearest stand at the place itself, their mean is all there is.
  const weights = distances.map((d) => (h === 0 ? Number(d === 0) : d >= h ? 0 : (1 - (d / h) ** 3) ** 3));
  let [sum, first, second] = [0, 0, 0];
  for (let row = 0; row < times.length; row++) {
    const from = times[row]! - place;
    sum += weights[row]!;
    first += weights[row]! * from;
    second += weights[row]! * from * from;
  }
  const determinant = sum * second - first * first;
  const isLine = determinant > 1e-12 * sum * second;
  return weights.map((weight, row) =>
    isLine ? (weight * (second - first * (times[row]! - place))) / determinant : weight / sum,
  );
}

/** Scale of the residuals and the degrees of freedom it is known with. */
function residuals(times: Float64Array, values: Float64Array, nearest: number): { scale: number; df: number } {
  const n = times.length;
  // Rows of I - L.
  const rows = Array.from(times, (time, at) => {
    const row = smoother(time, times, nearest).map((weight) => -weight);
    row[at]! += 1;
    return row;
  });
  const squares = rows.reduce((sum, row) => sum + dot(row, values) ** 2, 0);
  // delta2 is the trace of the square of (I - L)(I - L)', which is the sum of the squares of its cells.
  let [delta1, delta2] = [0, 0];
  for (let one = 0; one < n; one++) {
    delta1 += dot(rows[one]!, rows[one]!);
    delta2 += dot(rows[one]!, rows[one]!) ** 2;
    for (let other = 0; other < one; other++) delta2 += 2 * dot(rows[one]!, rows[other]!) ** 2;
  }
  return { scale: Math.sqrt(squares / delta1), df: delta1 ** 2 / delta2 };
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < one.length; row++) sum += one[row]! * other[row]!;
  return sum;
}
