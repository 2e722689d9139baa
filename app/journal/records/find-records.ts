import { err, ok, type Result } from '../../base/result';
import { Failure } from '../../domain/failure/failure';
import type { StoreName } from '../store/schema';
import type { SealedConnection } from '../store/sealed-connection';

/** What was found under an id: the record, unchecked, or why the database could not read it. */
export interface FoundRecord {
  readonly id: string;
  readonly record: Result<unknown, string>;
}

/** The record under `id`; null if there is none. If it is there but cannot be read, `record` is an error. */
export async function findRecord(
  connection: SealedConnection,
  store: StoreName,
  id: string,
): Promise<FoundRecord | null> {
  try {
    const record: unknown = await connection.read([store], (transaction) => transaction.objectStore(store).get(id));
    return record === undefined ? null : { id, record: ok(record) };
  } catch (error) {
    if (!isBroken(error)) throw error;
    return { id, record: err((error as Failure).message) };
  }
}

/**
 * All records of a store, in no order. If they cannot be read together, they are read one by one, so that a broken one does not
 * hide the others.
 */
export async function findAll(connection: SealedConnection, store: 'entries' | 'drafts'): Promise<FoundRecord[]> {
  try {
    return (await connection.read([store], (transaction) => transaction.objectStore(store).getAll())).map(found);
  } catch (error) {
    if (!isBroken(error)) throw error;
    const ids = await connection.read([store], (transaction) => transaction.objectStore(store).getAllKeys());
    return findEach(connection, store, ids);
  }
}

/** The entries under these ids, read in one transaction. Ids without an entry are left out. */
export async function findSome(connection: SealedConnection, ids: readonly string[]): Promise<FoundRecord[]> {
  try {
    const records = await connection.read(['entries'], (transaction) =>
      Promise.all(ids.map((id) => transaction.objectStore('entries').get(id))),
    );
    return records.flatMap((record) => (record === undefined ? [] : [found(record)]));
  } catch (error) {
    if (!isBroken(error)) throw error;
    return findEach(connection, 'entries', ids);
  }
}

/** The entries filed under the days `first` to `last`, both included. */
export async function findDays(connection: SealedConnection, first: number, last: number): Promise<FoundRecord[]> {
  const days = IDBKeyRange.bound(first, last);
  try {
    const records = await connection.read(['entries'], (transaction) =>
      transaction.objectStore('entries').index('by-day').getAll(days),
    );
    return records.map(found);
  } catch (error) {
    if (!isBroken(error)) throw error;
    const ids = await connection.read(['entries'], (transaction) =>
      transaction.objectStore('entries').index('by-day').getAllKeys(days),
    );
    return findEach(connection, 'entries', ids);
  }
}

async function findEach(
  connection: SealedConnection,
  store: 'entries' | 'drafts',
  ids: readonly string[],
): Promise<FoundRecord[]> {
  const all: FoundRecord[] = [];
  for (const id of ids) {
    const one = await findRecord(connection, store, id);
    if (one) all.push(one);
  }
  return all;
}

/** The id is always there, because it is the store's key path. Nothing else of the record is certain. */
const found = (record: { readonly id: unknown }): FoundRecord => ({ id: String(record.id), record: ok(record) });

/** Whether the database answered that it cannot read the data. Any other error concerns the whole journal. */
const isBroken = (error: unknown): boolean =>
  error instanceof Failure &&
  error.code === 'journal-unreadable' &&
  error.cause instanceof DOMException &&
  error.cause.name !== 'TimeoutError';
