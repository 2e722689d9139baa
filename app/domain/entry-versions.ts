/** What tells which entries are versions of one: see `Entry.besideId`. */
interface Versioned {
  readonly id: string;
  readonly besideId?: string | null;
}

/** The id of the version that was there first: the same for all versions of an entry, whether that one is still there or not. */
export const versionRoot = ({ id, besideId }: Versioned): string => besideId ?? id;

/**
 * The entries of which there are several versions, by the id of the first, each with its versions in the order they come. One
 * whose other versions were erased is an entry like any other.
 *
 * @example severalVersions([{ id: 'b', besideId: 'a' }, { id: 'c' }, { id: 'a' }]) // Map { 'a' => [b, a] }
 */
export function severalVersions<T extends Versioned>(all: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const roots = new Set(all.flatMap(({ besideId }) => besideId ?? []));
  const families = new Map<string, T[]>();
  for (const one of roots.size === 0 ? [] : all) {
    const root = versionRoot(one);
    if (!roots.has(root)) continue;
    const family = families.get(root);
    if (family) family.push(one);
    else families.set(root, [one]);
  }
  return new Map([...families].filter(([, { length }]) => length > 1));
}
