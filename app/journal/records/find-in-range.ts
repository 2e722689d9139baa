import type { EntryIndex } from '../index/entry-index';
import type { SealedConnection } from '../store/sealed-connection';
import { type FoundRecord, findSome } from './find-records';

/** Entries that started in `[fromMs, toMs)`, at most `limit` of them. A bound that is left out does not limit. */
export interface ListRange {
  readonly fromMs?: number;
  readonly toMs?: number;
  readonly limit?: number;
}

/** The newest entries of the range, in no order. Unreadable ones are included, because their time is not known. */
export async function findInRange(
  connection: SealedConnection,
  index: EntryIndex,
  { fromMs = -Infinity, toMs = Infinity, limit = Infinity }: ListRange,
): Promise<readonly FoundRecord[]> {
  const inRange = (await index.outlines()).filter(({ startedAt: { epochMs } }) => epochMs >= fromMs && epochMs < toMs);
  const ids = inRange.slice(0, Math.max(limit, 0)).map(({ id }) => id);
  const unreadable = limit < 1 ? [] : await index.unreadable();
  return findSome(connection, [...ids, ...unreadable.map(({ id }) => id)]);
}
