import type { Numbers } from '../numbers';

/** The values of one group. */
export interface Group {
  readonly key: number;
  readonly values: readonly number[];
}

/**
 * Values by the whole number that stands beside each, in the order of these numbers. A value that is NaN is in no group, and neither is one
 * beside NaN.
 *
 * @example groupsOf([1, 0, 1], [5, 6, 7]) // [{ key: 0, values: [6] }, { key: 1, values: [5, 7] }]
 */
export function groupsOf(keys: Numbers, values: Numbers): readonly Group[] {
  const found = new Map<number, number[]>();
  let [last, group]: [number, number[]] = [Number.NaN, []];
  for (let row = 0; row < values.length; row++) {
    const [key, value] = [keys[row]!, values[row]!];
    if (Number.isNaN(key) || Number.isNaN(value)) continue;
    // Rows of one day or month follow each other: the group is looked up only where it changes.
    if (key !== last) [last, group] = [key, groupIn(found, key)];
    group.push(value);
  }
  return Array.from(found, ([key, list]) => ({ key, values: list })).sort((a, b) => a.key - b.key);
}

function groupIn(found: Map<number, number[]>, key: number): number[] {
  const known = found.get(key);
  if (known) return known;
  const made: number[] = [];
  found.set(key, made);
  return made;
}
