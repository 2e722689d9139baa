import { openDB } from 'idb';

/**
 * The database as version 1 of it was, frozen: stores, indexes and the form of the records. Written out again instead of
 * taken from the app, whose code for it may one day be changed by mistake.
 */
export interface Version1Records {
  readonly entries?: readonly { readonly id: string; readonly startedMs: number; readonly body: unknown }[];
  readonly traces?: readonly { readonly id: string; readonly body: unknown }[];
  readonly drafts?: readonly { readonly id: string; readonly startedMs: number; readonly body: unknown }[];
  readonly settings?: readonly { readonly id: 'settings'; readonly revision: string; readonly body: unknown }[];
}

/** Makes that database, closed again. */
export async function makeVersion1(name: string, records: Version1Records): Promise<void> {
  const database = await openDB(name, 1, {
    upgrade(db) {
      db.createObjectStore('entries', { keyPath: 'id' }).createIndex('by-start', 'startedMs');
      for (const store of ['traces', 'drafts', 'settings']) db.createObjectStore(store, { keyPath: 'id' });
    },
  });
  for (const [store, list] of Object.entries(records)) {
    const transaction = database.transaction(store, 'readwrite');
    for (const record of list) void transaction.store.put(record);
    await transaction.done;
  }
  database.close();
}
