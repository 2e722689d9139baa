import type { IDBPDatabase, IDBPTransaction } from 'idb';
import type { JournalSchema, StoreName } from './schema';

type Upgrade = IDBPTransaction<JournalSchema, StoreName[], 'versionchange'>;

/**
 * One step from a version of the database to the next. It may await only requests of its transaction, because the transaction
 * would commit half the step if it waited for anything else.
 */
export type Migration = (database: IDBPDatabase<JournalSchema>, transaction: Upgrade) => void | Promise<void>;

/** Step i leads from version i to i + 1. New steps go at the end; a released step never changes. */
export const MIGRATIONS: readonly Migration[] = [
  createStores,
  makeRoomForSeals,
  withStore('state'),
  refuseOlderVersions,
  withStore('changes'),
];

function createStores(database: IDBPDatabase<JournalSchema>): void {
  database.createObjectStore('entries', { keyPath: 'id' }).createIndex('by-start', 'startedMs');
  database.createObjectStore('traces', { keyPath: 'id' });
  database.createObjectStore('drafts', { keyPath: 'id' });
  database.createObjectStore('settings', { keyPath: 'id' });
}

/** Records in the clear are sealed later, by `seal-plain.ts`: sealing waits for WebCrypto, and an upgrade must not. */
function makeRoomForSeals(database: IDBPDatabase<JournalSchema>, transaction: Upgrade): void {
  transaction.objectStore('entries').createIndex('by-day', 'day');
  database.createObjectStore('months', { keyPath: 'id' });
  database.createObjectStore('words', { keyPath: 'id' });
  database.createObjectStore('vault', { keyPath: 'id' });
}

/**
 * An empty store. Entries without a revision are fine (`state`): the next write gives them one. Changes are kept only while a folder is on
 * (`changes`). See: [Note: The change feed]
 */
function withStore(name: StoreName): Migration {
  return (database) => void database.createObjectStore(name, { keyPath: 'id' });
}

/**
 * Nothing changes here. From now on the vault and the records have forms that older versions of the app would take for damaged, so
 * they must find a newer database and say that instead. See: [Note: A new key]
 */
function refuseOlderVersions(): void {}
