/** What tells which recalls are of one memory. */
interface Recalled {
  readonly id: string;
  readonly title: string;
  /** See `RecallEntry.againOf`. */
  readonly againOf: string | null;
}

/**
 * The same text beside recalls of one memory: those in which the person went there again, whatever they called it since, and those
 * that they called the same, capitals and spaces aside. Null beside null, and without a title if they never went there again.
 *
 * @param recalls oldest first
 * @example memoryKeys([{ id: 'a', title: 'Snow', againOf: null }, null, { id: 'b', title: 'The hill', againOf: 'a' }]) // ['snow', null, 'snow']
 */
export function memoryKeys(recalls: readonly (Recalled | null)[]): readonly (string | null)[] {
  const again = new Set<string>();
  for (const recall of recalls) if (recall?.againOf) again.add(recall.againOf);
  const byFirst = new Map<string, string>();
  return recalls.map((recall) => {
    if (recall === null) return null;
    const { id, againOf, title } = recall;
    const own = title.trim().toLowerCase().replace(/\s+/g, ' ') || null;
    const first = againOf ?? id;
    if (!again.has(first)) return own;
    // Where the first was erased, the oldest that is left gives the memory its name.
    const key = byFirst.get(first) ?? own ?? first;
    byFirst.set(first, key);
    return key;
  });
}
