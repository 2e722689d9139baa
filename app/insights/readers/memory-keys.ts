/** What tells which recalls are of one memory. */
interface Recalled {
  readonly id: string;
  readonly title: string;
  /** See `RecallEntry.againOf`. */
  readonly againOf: string | null;
}

/**
 * The same text beside recalls of one memory: those in which the person went there again, whatever they called it since, and those
 * that they called the same, capitals and spaces aside. Null without a title, and beside null.
 *
 * @param recalls oldest first
 * @example memoryKeys([{ id: 'a', title: 'Snow', againOf: null }, null, { id: 'b', title: 'The hill', againOf: 'a' }]) // ['snow', null, 'snow']
 */
export function memoryKeys(recalls: readonly (Recalled | null)[]): readonly (string | null)[] {
  const linked = recalls.some((recall) => recall !== null && recall.againOf !== null);
  const byFirst = new Map<string, string | null>();
  return recalls.map((recall) => {
    if (recall === null) return null;
    const { id, againOf, title } = recall;
    const own = title.trim().toLowerCase().replace(/\s+/g, ' ') || null;
    if (!linked) return own;
    const first = againOf ?? id;
    // Where the first was erased, the oldest that is left gives the memory its name.
    const key = byFirst.get(first) ?? own;
    byFirst.set(first, key);
    return key;
  });
}
