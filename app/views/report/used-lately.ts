import { isSameTag, TAG_KINDS, type Tag } from '../../domain/report/tags';
import type { EntryOutline, Journal } from '../../journal/journal';

/** Entries that count as lately: some weeks of somebody who writes several times a day. */
const LATELY = 200;

/** Feelings and tags of the newest entries, the latest first, each once. */
export interface UsedLately {
  readonly feelings: readonly string[];
  readonly tags: readonly Tag[];
}

export const NOTHING_LATELY: UsedLately = { feelings: [], tags: [] };

export async function usedLately(journal: Pick<Journal, 'outlines'>): Promise<UsedLately> {
  const newest = (await journal.outlines()).outlines.slice(0, LATELY);
  const tags = newest.flatMap(tagsOf);
  return {
    feelings: [...new Set(newest.flatMap(({ feelings }) => feelings.map(({ name }) => name)))],
    tags: tags.filter((tag, at) => tags.findIndex((one) => isSameTag(one, tag)) === at),
  };
}

/** The tags of an outline, which keeps them as text. */
export function tagsOf({ tags }: Pick<EntryOutline, 'tags'>): readonly Tag[] {
  if (tags === null) return [];
  return (JSON.parse(tags) as readonly Tag[]).filter(({ kind }) => TAG_KINDS.includes(kind));
}
