import { mean } from '../mean';
import { type Needs, needsMore } from '../needs';

/** Fewest rows. Ours: below ten the number can come out anywhere. */
export const LEAST_ROWS = 10;

/**
 * How far several columns rise and fall together: the intraclass correlation ICC(3, k) = (MSR - MSE) / MSR of a two-way table of rows and
 * columns (Shrout & Fleiss 1979, Psychol Bull 86:420), the same as Cronbach's alpha. 1: always together; 0: independent; below 0: in turn.
 * As `ICC3k` of `psych::ICC` in R. NaN where all rows are the same on average.
 *
 * `rows`: one value per column, none missing.
 *
 * @example consistency([[1, 2], [2, 4]]) // { needs: 8 }
 */
export function consistency(
  rows: readonly (readonly number[])[],
): { readonly icc: number; readonly n: number } | Needs {
  const n = rows.length;
  if (n < LEAST_ROWS) return needsMore(n, LEAST_ROWS);
  const k = rows[0]!.length;
  const all = mean(rows.flat());
  const rowMeans = rows.map((row) => mean(row));
  const columnMeans = Array.from({ length: k }, (_, column) => mean(rows.map((row) => row[column]!)));
  const betweenRows = (k * total(rowMeans.map((value) => (value - all) ** 2))) / (n - 1);
  const errors = rows.flatMap((row, at) =>
    row.map((value, column) => value - rowMeans[at]! - columnMeans[column]! + all),
  );
  const error = total(errors.map((value) => value * value)) / ((n - 1) * (k - 1));
  return { icc: (betweenRows - error) / betweenRows, n };
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
