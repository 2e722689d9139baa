import { err, ok, type Result } from '../base/result';
import { Failure } from '../domain/failure';
import type { Connection } from './connection';
import type { StoreName } from './schema';

export interface ListRange {
  readonly fromMs?: number;
  readonly toMs?: number;
  readonly limit?: number;
}

/** What lies under an id: the record, unchecked, or why the database does not give it out. */
export interface FoundRecord {
  readonly id: string;
  readonly record: Result<unknown, string>;
}

/** Stores whose records are found by time. */
type DatedStore = 'entries' | 'drafts';

/** The record under `id`, or null where there is none. A record that is there but cannot be read is an `err`. */
export async function findRecord(connection: Connection, store: StoreName, id: string): Promise<FoundRecord | null> {
  try {
    const record: unknown = await connection.read([store], (transaction) => transaction.objectStore(store).get(id));
    return record === undefined ? null : { id, record: ok(record) };
  } catch (error) {
    if (!isBroken(error)) throw error;
    return { id, record: err((error as Failure).message) };
  }
}

/**
 * All records of a store, in no order. Where they cannot be read together they are read one by one, so that a broken one
 * does not hide the others.
 */
export async function findAll(connection: Connection, store: DatedStore): Promise<FoundRecord[]> {
  try {
    return (await connection.read([store], (transaction) => transaction.objectStore(store).getAll())).map(found);
  } catch (error) {
    if (!isBroken(error)) throw error;
    const ids = await connection.read([store], (transaction) => transaction.objectStore(store).getAllKeys());
    return findEach(connection, store, ids);
  }
}

/** The entries that started in `[fromMs, toMs)`, of these the newest `limit`; a record without a start is in no range. */
export async function findInRange(connection: Connection, range: ListRange): Promise<FoundRecord[]> {
  const { fromMs = -Infinity, toMs = Infinity, limit = Infinity } = range;
  if (!(fromMs < toMs) || limit < 1) return [];
  try {
    return await newest(connection, fromMs, toMs, limit);
  } catch (error) {
    if (!isBroken(error)) throw error;
    const keys = IDBKeyRange.bound(fromMs, toMs, false, true);
    const ids = await connection.read(['entries'], (transaction) =>
      transaction.objectStore('entries').index('by-start').getAllKeys(keys),
    );
    return findEach(connection, 'entries', Number.isFinite(limit) ? ids.slice(-limit) : ids);
  }
}

/** Steps back over keys alone to where the newest `limit` begin, then reads them in one request. */
function newest(connection: Connection, fromMs: number, toMs: number, limit: number): Promise<FoundRecord[]> {
  return connection.read(['entries'], async (transaction) => {
    const index = transaction.objectStore('entries').index('by-start');
    let firstMs = fromMs;
    if (Number.isFinite(limit)) {
      let cursor = await index.openKeyCursor(IDBKeyRange.bound(fromMs, toMs, false, true), 'prev');
      if (cursor && limit > 1) cursor = await cursor.advance(limit - 1);
      firstMs = cursor?.key ?? fromMs;
    }
    const records = await index.getAll(IDBKeyRange.bound(firstMs, toMs, false, true));
    return (Number.isFinite(limit) ? records.slice(-limit) : records).map(found);
  });
}

async function findEach(connection: Connection, store: DatedStore, ids: readonly string[]): Promise<FoundRecord[]> {
  const all: FoundRecord[] = [];
  for (const id of ids) {
    const one = await findRecord(connection, store, id);
    if (one) all.push(one);
  }
  return all;
}

/** The key path guarantees the id, whatever else a record has become. */
const found = (record: { readonly id: unknown }): FoundRecord => ({ id: String(record.id), record: ok(record) });

/** Whether the database answered, but could not give out the data: anything else concerns the whole journal. */
const isBroken = (error: unknown): boolean =>
  error instanceof Failure &&
  error.code === 'journal-unreadable' &&
  error.cause instanceof DOMException &&
  error.cause.name !== 'TimeoutError';
