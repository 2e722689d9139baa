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

/**
 * One version of each entry, in the order they come, so that what one session gave is counted once while its versions wait for
 * the person's choice: the version that was there first, or where that was erased the first of the others to come.
 *
 * @example oneOfEach([{ id: 'b', besideId: 'a' }, { id: 'c' }, { id: 'a' }]) // [c, a]
 */
export function oneOfEach<T extends Versioned>(all: readonly T[]): readonly T[] {
  const others = new Set<T>();
  for (const [root, family] of severalVersions(all)) {
    const one = family.find(({ id }) => id === root) ?? family[0];
    for (const version of family) if (version !== one) others.add(version);
  }
  return others.size === 0 ? all : all.filter((version) => !others.has(version));
}
