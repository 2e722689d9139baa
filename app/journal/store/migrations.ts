import type { IDBPDatabase, IDBPTransaction } from 'idb';
import type { JournalSchema, StoreName } from './schema';

type Upgrade = IDBPTransaction<JournalSchema, StoreName[], 'versionchange'>;

/**
 * One step from a version of the database to the next. It may await nothing but the transaction it is given: whatever else it
 * waited for, the transaction would commit half done.
 */
export type Migration = (database: IDBPDatabase<JournalSchema>, transaction: Upgrade) => void | Promise<void>;

/** Step i leads from version i to i + 1. Steps are added at the end and never changed once released. */
export const MIGRATIONS: readonly Migration[] = [createStores, makeRoomForSeals, makeRoomForState];

function createStores(database: IDBPDatabase<JournalSchema>): void {
  database.createObjectStore('entries', { keyPath: 'id' }).createIndex('by-start', 'startedMs');
  database.createObjectStore('traces', { keyPath: 'id' });
  database.createObjectStore('drafts', { keyPath: 'id' });
  database.createObjectStore('settings', { keyPath: 'id' });
}

/** Sealing awaits WebCrypto, which no upgrade may: what lies in the clear is sealed afterwards, by `seal-plain.ts`. */
function makeRoomForSeals(database: IDBPDatabase<JournalSchema>, transaction: Upgrade): void {
  transaction.objectStore('entries').createIndex('by-day', 'day');
  database.createObjectStore('months', { keyPath: 'id' });
  database.createObjectStore('words', { keyPath: 'id' });
  database.createObjectStore('vault', { keyPath: 'id' });
}

/** Without a record in it the entries are at no revision yet, which is one like any other: the next write gives them one. */
function makeRoomForState(database: IDBPDatabase<JournalSchema>): void {
  database.createObjectStore('state', { keyPath: 'id' });
}
