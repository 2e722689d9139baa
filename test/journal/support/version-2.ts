import { deleteDB, openDB } from 'idb';
import type { Entry } from '../../../app/domain/entry/entry';
import type { Desk } from './with-journal';

/** An outline as version 2 of the database stored it, frozen: twelve cells. */
const row = (entry: Entry) => [
  entry.id,
  entry.kind === 'recall' ? 1 : 0,
  entry.startedAt.epochMs,
  entry.startedAt.zone,
  entry.startedAt.offsetMinutes,
  'a title as it was',
  [],
  entry.report.valence?.value ?? null,
  entry.report.arousal?.value ?? null,
  null,
  null,
  0,
];

/**
 * Makes of the desk's journal, which is closed, the database that version 2 would have left: its stores and indexes, and its
 * months, written out again. The other records are as they were then: version 1 of the sealed form.
 */
export async function makeVersion2(desk: Desk, entries: readonly Entry[]): Promise<void> {
  const stores = ['entries', 'traces', 'drafts', 'settings', 'months', 'words', 'vault'] as const;
  for (const { id } of await desk.raw('months')) {
    const rows = entries
      .filter(({ startedAt }) => new Date(startedAt.epochMs).toISOString().startsWith(String(id)))
      .map(row);
    await desk.plantSealed('months', String(id), { version: 1, rows, unreadable: [] });
  }
  const records = await Promise.all(stores.map(async (store) => [store, await desk.raw(store)] as const));
  await deleteDB(desk.name);
  const database = await openDB(desk.name, 2, {
    upgrade(db) {
      const store = db.createObjectStore('entries', { keyPath: 'id' });
      store.createIndex('by-start', 'startedMs');
      store.createIndex('by-day', 'day');
      for (const name of stores.slice(1)) db.createObjectStore(name, { keyPath: 'id' });
    },
  });
  for (const [store, list] of records) for (const record of list) await database.put(store, record);
  database.close();
}
