import type { Entry } from '../../app/domain/entry/entry';
import type { Trace } from '../../app/domain/face/trace';

/** In the page: stores entries as version 1 of the database did; the app seals them when it is opened again. */
export async function putEntries(entries: readonly Entry[]): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('reverie');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const transaction = database.transaction(['entries', 'vault'], 'readwrite');
  const meta = transaction.objectStore('vault').get('meta');
  // As an older version of the app had the vault's first record.
  meta.onsuccess = () => {
    const { id, salt, createdMs } = meta.result;
    transaction.objectStore('vault').put({ id, version: 1, salt, createdMs, plainLeft: true });
  };
  for (const entry of entries) {
    transaction.objectStore('entries').put({ id: entry.id, startedMs: entry.startedAt.epochMs, body: entry });
  }
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  database.close();
}

/** In the page: stores the trace of an entry in the same way. */
export async function putTrace(trace: Trace): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('reverie');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const transaction = database.transaction('traces', 'readwrite');
  transaction.objectStore('traces').put({ id: trace.entryId, body: trace });
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  database.close();
}
