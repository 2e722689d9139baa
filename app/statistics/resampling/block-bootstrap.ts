import type { Random } from './random';

/** How many times a column is drawn again. */
export const REPLICATES = 400;

/**
 * Rows in a block, n^(1/3) to the next whole number: the rate at which the error of a bootstrapped variance falls fastest
 * (Hall, Horowitz & Jing 1995, Biometrika 82:561), with a constant of 1.
 *
 * @example blockLength(300) // 7
 */
export const blockLength = (n: number): number => Math.max(1, Math.round(Math.cbrt(n)));

/**
 * What `statistic` comes to in `replicates` columns drawn from one of `n` rows, in blocks of `length` neighbouring rows that may
 * go on at the beginning (circular block bootstrap: Politis & Romano 1992). Days resemble their neighbours; rows drawn one by one
 * would lose that, and their interval would be too narrow. Values in the order they were drawn; NaN of a draw is left out.
 *
 * `statistic` gets the rows of a draw, as indices into the column. The array is used again for the next draw.
 *
 * @example blockBootstrap(4, 4, 2, randomFrom(1), (rows) => rows.length) // [4, 4]
 */
export function blockBootstrap(
  n: number,
  length: number,
  replicates: number,
  random: Random,
  statistic: (rows: Int32Array) => number,
): Float64Array {
  const rows = new Int32Array(n);
  return Float64Array.from({ length: replicates }, () => {
    for (let filled = 0; filled < n; ) {
      const start = random.below(n);
      for (let within = 0; within < length && filled < n; within++) rows[filled++] = (start + within) % n;
    }
    return statistic(rows);
  }).filter((value) => !Number.isNaN(value));
}
