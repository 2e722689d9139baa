import type { Numbers } from '../../statistics/numbers';

/** Values over time, oldest first; NaN is missing. */
export interface Timed {
  readonly epochMs: Numbers;
  /** Those whose extremes are kept. */
  readonly columns: readonly Numbers[];
}

/**
 * Which of `rows` remain, at most about `most` of them, in their order: time is cut into equal stretches, and of each those remain in
 * which a column is lowest or highest. So no extreme is lost, and neither is a gap. All of them where they are no more.
 *
 * @example decimated([0, 1], { epochMs: [10, 20], columns: [[0.1, 0.2]] }, 8) // [0, 1]
 */
export function decimated(rows: readonly number[], { epochMs, columns }: Timed, most: number): readonly number[] {
  if (rows.length <= most) return rows;
  // Two of each column and stretch may remain.
  const count = Math.max(1, Math.floor(most / (2 * columns.length)));
  const [fromMs, toMs] = [epochMs[rows[0]!]!, epochMs[rows.at(-1)!]!];
  const widthMs = (toMs - fromMs) / count || 1;
  const kept = new Set<number>();
  let at = 0;
  for (let stretch = 0; stretch < count; stretch++) {
    const endMs = stretch === count - 1 ? Number.POSITIVE_INFINITY : fromMs + (stretch + 1) * widthMs;
    const first = at;
    while (at < rows.length && epochMs[rows[at]!]! < endMs) at += 1;
    const its = rows.slice(first, at);
    for (const column of columns) for (const extreme of extremesOf(its, column)) kept.add(extreme);
  }
  return rows.filter((row) => kept.has(row));
}

function extremesOf(rows: readonly number[], column: Numbers): readonly number[] {
  let [low, high] = [-1, -1];
  for (const row of rows) {
    const value = column[row]!;
    if (Number.isNaN(value)) continue;
    if (low < 0 || value < column[low]!) low = row;
    if (high < 0 || value > column[high]!) high = row;
  }
  return low < 0 ? [] : [low, high];
}
