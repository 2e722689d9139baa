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
  for (let row = 0; row < values.length; row++) {
    const [key, value] = [keys[row]!, values[row]!];
    if (Number.isNaN(key) || Number.isNaN(value)) continue;
    const group = found.get(key);
    if (group) group.push(value);
    else found.set(key, [value]);
  }
  return Array.from(found, ([key, list]) => ({ key, values: list })).sort((a, b) => a.key - b.key);
}
