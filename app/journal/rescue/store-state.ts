import { withTimeLimit } from '../../base/time-limit';
import { forgetDoubt } from '../second/forget-doubt';
import { OPEN_LIMIT_MS } from '../store/database';
import { DATABASE_NAME } from '../store/database-name';
import { MIGRATIONS } from '../store/migrations';
import { storeMark } from '../store/store-mark';

/** What is found where the journal should be. Looking does not need the app and changes nothing. */
export type StoreState =
  | { readonly kind: 'none' }
  /** It opens. `newer`: a newer version of the app wrote it. */
  | {
      readonly kind: 'open';
      readonly version: number;
      readonly newer: boolean;
      readonly records: Readonly<Record<string, number>>;
    }
  | { readonly kind: 'silent' }
  | { readonly kind: 'broken'; readonly problem: string };

/** Opens the database whatever its version. Resolves with null if there is none; none is created. */
export function openAsItIs(name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    let isNew = false;
    request.onupgradeneeded = () => {
      isNew = true;
      request.transaction?.abort();
    };
    request.onerror = (event) => {
      event.preventDefault();
      if (isNew) resolve(null);
      else reject(request.error);
    };
    request.onsuccess = () => {
      const database = request.result;
      // A tab that brings a newer version, or a reset, need not wait for this one.
      database.onversionchange = () => database.close();
      resolve(database);
    };
  });
}

/** Looks at the database. Never rejects and never writes. */
export async function storeState(name = DATABASE_NAME, limitMs = OPEN_LIMIT_MS): Promise<StoreState> {
  try {
    return await withTimeLimit(lookAt(name), limitMs, () => new DOMException('no answer', 'TimeoutError'));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError') return { kind: 'silent' };
    return { kind: 'broken', problem: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}

async function lookAt(name: string): Promise<StoreState> {
  const database = await openAsItIs(name);
  if (!database) return { kind: 'none' };
  try {
    const records: Record<string, number> = {};
    for (const store of database.objectStoreNames) {
      records[store] = await requested(database.transaction(store).objectStore(store).count());
    }
    return { kind: 'open', version: database.version, newer: database.version > MIGRATIONS.length, records };
  } finally {
    database.close();
  }
}

/** The result of one request. */
export const requested = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/**
 * Deletes the database for good, and the mark that there was one, so that a new one may be created. Resolves with false if another
 * tab has it open: that tab must be closed first.
 */
export function eraseStore(name = DATABASE_NAME): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => {
      storeMark(name).clear();
      // Otherwise the next start would take it back in from there.
      forgetDoubt(name).then(() => resolve(true), reject);
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => resolve(false);
  });
}
