/** A linear fit that is pulled to zero. */
export interface Ridge {
  /** One for each column of the rows. */
  readonly weights: readonly number[];
  /** Beside each row what a fit to all the others says of it. */
  readonly leftOut: readonly number[];
}

/**
 * Ridge regression with a penalty for each column (Hoerl & Kennard 1970, Technometrics 12:55). What all others say of a row takes no
 * second fit: it follows from the row's leverage (Golub, Heath & Wahba 1979, Technometrics 21:215). Ours instead of a library's, because
 * seven equations need no matrices: `ml-matrix` would be 18 kB.
 *
 * @param rows each as long as `penalties`
 * @param wanted one for each row
 * @param penalties each above 0, so that there always is one answer
 * @example ridge([[1], [1]], [1, 3], [0.5]).weights // [1.6]
 */
export function ridge(
  rows: readonly (readonly number[])[],
  wanted: readonly number[],
  penalties: readonly number[],
): Ridge {
  const normal = penalties.map((penalty, i) =>
    penalties.map((_, j) => rows.reduce((sum, row) => sum + row[i]! * row[j]!, i === j ? penalty : 0)),
  );
  const factor = cholesky(normal);
  const weights = solve(
    factor,
    penalties.map((_, i) => rows.reduce((sum, row, at) => sum + row[i]! * wanted[at]!, 0)),
  );
  const leftOut = rows.map(
    (row, at) => wanted[at]! - (wanted[at]! - dot(row, weights)) / (1 - dot(row, solve(factor, row))),
  );
  return { weights, leftOut };
}

/** The sum of products of two lists of one length. @example dot([1, 2], [3, 4]) // 11 */
export const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, at) => sum + value * b[at]!, 0);

/** The lower triangle L of a symmetric, positive definite matrix, with L L' = `matrix`. */
function cholesky(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const lower: number[][] = [];
  for (const [i, row] of matrix.entries()) {
    const made: number[] = [];
    for (let j = 0; j < i; j++) made.push((row[j]! - dot(made, lower[j]!.slice(0, j))) / lower[j]![j]!);
    made.push(Math.sqrt(row[i]! - dot(made, made)));
    lower.push(made);
  }
  return lower;
}

/** x of L L' x = `wanted`: forwards through L, then backwards through its transpose. */
function solve(lower: readonly (readonly number[])[], wanted: readonly number[]): readonly number[] {
  const half: number[] = [];
  for (const [i, row] of lower.entries()) half.push((wanted[i]! - dot(half, row)) / row[i]!);
  const x = [...half];
  for (let i = lower.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < lower.length; k++) x[i]! -= lower[k]![i]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  return x;
}
