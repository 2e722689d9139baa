/** What tells which recalls are of one memory: see `RecallEntry.againOf`. */
interface Relived {
  readonly id: string;
  readonly againOf?: string | null;
}

/** The id of the recall in which the memory was first relived, whether that one is still there or not. */
export const firstRecallOf = ({ id, againOf }: Relived): string => againOf ?? id;

/**
 * The other recalls of the same memory, in the order they come.
 *
 * @example otherRecallsOf({ id: 'b', againOf: 'a' }, [{ id: 'c', againOf: 'a' }, { id: 'd' }, { id: 'a' }]) // [c, a]
 */
export function otherRecallsOf<T extends Relived>(recall: Relived, all: readonly T[]): readonly T[] {
  const first = firstRecallOf(recall);
  return all.filter((one) => one.id !== recall.id && firstRecallOf(one) === first);
}
