import type { RepeatedMemory } from '../../insights/chapters/again';

/** Most memories that are drawn: as many rows as can still be read one after the other. */
export const MOST_ROWS = 12;

/** Whether it was rated more than once. */
export const isRated = ({ first, last }: RepeatedMemory): boolean => first.valence !== null && last.valence !== null;

/**
 * The memories that are drawn, from the one that gained most to the one that lost most: all that were rated, or of more than `MOST_ROWS`
 * those at equal steps of that order. So they change as all of them do, and can't say the opposite of what is told of all.
 */
export function drawnOf(memories: readonly RepeatedMemory[]): readonly RepeatedMemory[] {
  const all = memories.filter(isRated).sort((a, b) => changeOf(b) - changeOf(a));
  if (all.length <= MOST_ROWS) return all;
  return Array.from({ length: MOST_ROWS }, (_, at) => all[Math.floor(((at + 0.5) * all.length) / MOST_ROWS)]!);
}

/** Rating of the last time minus that of the first. */
const changeOf = ({ first, last }: RepeatedMemory): number => last.valence! - first.valence!;
