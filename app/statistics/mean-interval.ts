import { mean } from './mean';
import type { Numbers } from './numbers';

/** Fewer independent pieces than this cannot carry an interval: Student's t explodes below three degrees of freedom. */
export const MIN_EFFECTIVE_N = 4;

/**
 * Half width of the 95 % interval of the mean of a time series, or null where it cannot be told.
 *
 * Neighbouring readings of a face are nearly the same, so 450 of them are worth far fewer: n is divided by the integrated
 * autocorrelation time, estimated with the initial positive sequence of Geyer (1992, Stat Sci 7:473), and Student's t has
 * that effective n less one degrees of freedom. A series that turned once from one level to another comes to very few
 * pieces, and then to null: its mean describes neither level.
 *
 * Of these eight s is 1.069, and t(7) is 2.365:
 *
 * @example meanHalfWidth([1, -1, 1, -1, 1, -1, 1, -1]) // 0.894
 */
export function meanHalfWidth(values: Numbers): number | null {
  const n = values.length;
  if (n < MIN_EFFECTIVE_N) return null;
  const centre = mean(values);
  const deviations = Array.from(values, (value) => value - centre);
  const squares = deviations.reduce((sum, d) => sum + d * d, 0);
  // Below float32's own rounding all values are the same, and their mean is exactly known.
  if (squares / n < 1e-12) return 0;
  const effectiveN = n / autocorrelationTime(deviations, squares);
  if (effectiveN < MIN_EFFECTIVE_N) return null;
  return studentT975(effectiveN - 1) * Math.sqrt(squares / (n - 1) / effectiveN);
}

/** 1 + 2 x the sum of autocorrelations, in pairs, up to the first pair that is not positive; at least 1. */
function autocorrelationTime(deviations: readonly number[], squares: number): number {
  const n = deviations.length;
  const correlation = (lag: number): number => {
    let sum = 0;
    for (let i = lag; i < n; i++) sum += deviations[i]! * deviations[i - lag]!;
    return sum / squares;
  };
  let time = -1;
  for (let lag = 0; lag + 1 < n; lag += 2) {
    const pair = correlation(lag) + correlation(lag + 1);
    if (pair <= 0) break;
    time += 2 * pair;
  }
  return Math.max(1, time);
}

/**
 * The 97.5 % quantile of Student's t for `df` >= 3 degrees of freedom, whole or not, within .01
 * (Abramowitz & Stegun 26.7.5).
 *
 * @example studentT975(10) // 2.228
 */
export function studentT975(df: number): number {
  const z = 1.959964;
  const z2 = z * z;
  const g1 = (z * (z2 + 1)) / 4;
  const g2 = (z * ((5 * z2 + 16) * z2 + 3)) / 96;
  const g3 = (z * (((3 * z2 + 19) * z2 + 17) * z2 - 15)) / 384;
  const g4 = (z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945)) / 92_160;
  return z + g1 / df + g2 / df ** 2 + g3 / df ** 3 + g4 / df ** 4;
}
