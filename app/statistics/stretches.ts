/** From when to when a stretch lasts: it begins above `onset` for some values on end, and ends below `offset`. */
export interface Hysteresis {
  readonly onset: number;
  /** Lower than `onset`, so that a value at the edge does not flicker. */
  readonly offset: number;
  /** How many values on end must exceed `onset` before it counts as begun. */
  readonly onsetCount: number;
  /** A longer gap between two values, in milliseconds, ends what was going on before it. */
  readonly longestGapMs: number;
}

/**
 * The runs of `items` from onset to offset, both included, by the value that `valueAt` gives each; NaN belongs to no run. Items are in
 * the order of `tMs`.
 *
 * @example stretches([{ tMs: 0, v: 2 }, { tMs: 100, v: 3 }, { tMs: 200, v: 0 }], ({ v }) => v, {
 *   onset: 1, offset: 0.5, onsetCount: 2, longestGapMs: 300,
 * }).length // 1
 */
export function stretches<T extends { readonly tMs: number }>(
  items: readonly T[],
  valueAt: (item: T, index: number) => number,
  { onset, offset, onsetCount, longestGapMs }: Hysteresis,
): T[][] {
  const found: T[][] = [];
  let run: T[] = [];
  const close = (): void => {
    if (run.length >= onsetCount) found.push(run);
    run = [];
  };
  for (let index = 0; index < items.length; index++) {
    const item = items[index]!;
    if (run.length > 0 && item.tMs - run.at(-1)!.tMs > longestGapMs) close();
    const begun = run.length >= onsetCount;
    const value = valueAt(item, index);
    if (value > onset || (begun && value >= offset)) {
      run.push(item);
      continue;
    }
    if (begun) run.push(item);
    close();
  }
  close();
  return found;
}
