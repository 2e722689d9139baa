import type { Entry } from '../../domain/entry/entry';
import type { Journal, UnreadableEntry } from '../../journal/journal';

/** Entries read at once: enough to be quick, few enough for a small phone. */
export const PAGE_SIZE = 500;

export interface EntryPage {
  readonly entries: readonly Entry[];
  readonly unreadable: readonly UnreadableEntry[];
}

/**
 * Every entry of the journal once, newest first, page by page, so that a large journal is never in memory whole. An entry
 * saved meanwhile is missed if it began later than the page being read.
 */
export async function* entryPages(journal: Journal, pageSize = PAGE_SIZE): AsyncGenerator<EntryPage> {
  // Entries of the same millisecond can lie on both sides of a page's edge: those of the edge are read again and known.
  let edge = new Set<string>();
  let toMs: number | undefined;
  let limit = pageSize;
  for (;;) {
    const list = await journal.list(toMs === undefined ? { limit } : { toMs, limit });
    const isNew = ({ id }: { id: string }) => !edge.has(id);
    const page = { entries: list.entries.filter(isNew), unreadable: list.unreadable.filter(isNew) };
    if (page.entries.length > 0 || page.unreadable.length > 0) yield page;
    if (list.entries.length + list.unreadable.length < limit) return;
    const lastMs = list.entries.at(-1)?.startedAt.epochMs;
    const isStuck = lastMs === undefined || lastMs + 1 === toMs;
    limit = isStuck ? 2 * limit : pageSize;
    edge = isStuck ? new Set([...edge, ...idsOf(page)]) : edgeOf(list, lastMs);
    if (!isStuck) toMs = lastMs + 1;
  }
}

const idsOf = ({ entries, unreadable }: EntryPage): string[] => [...entries, ...unreadable].map(({ id }) => id);

/** What the next page may give again: of the unreadable ones it cannot be told when they began. */
const edgeOf = ({ entries, unreadable }: EntryPage, lastMs: number): Set<string> =>
  new Set([
    ...entries.filter(({ startedAt }) => startedAt.epochMs === lastMs).map(({ id }) => id),
    ...unreadable.map(({ id }) => id),
  ]);
