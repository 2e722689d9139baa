import { log } from '../../base/log';
import { MIGRATIONS } from '../store/migrations';
import type { PlainStore, Reading, Writing } from '../store/plain-store';
import { SECOND_ID, type SecondRecord, STORES, type StoreName } from '../store/schema';
import type { RecordChange, RecordLine } from './record-file';
import type { SecondPlace } from './second-place';
import { vaultLines, vaultRecords } from './vault-lines';

/**
 * Made from the entries, or about how they came here: whoever takes the journal back in has the one made again, and begins the other
 * anew. Writing each note of an import down twice would make it slow.
 */
const MADE: ReadonlySet<StoreName> = new Set(['months', 'words', 'state']);

/** Whether a change belongs into the second place as it is. The vault does as a whole. */
export const isKept = ({ store }: RecordChange): boolean => !MADE.has(store) && store !== 'vault';

/** How many writes the store has counted in doubt; null if it was never in doubt, or has lost what came since. */
export const storeCount = async (transaction: Reading | Writing): Promise<number | null> =>
  ((await transaction.objectStore('state').get(SECOND_ID)) as SecondRecord | undefined)?.count ?? null;

/** How many records are read at a time. A trace may have half a megabyte. */
const PAGE = 20;

/**
 * Every record of the journal. They are read a page at a time, so writes may come between; each of those is a file of its own with a
 * greater number, and counts more.
 */
export async function* wholeLines(place: SecondPlace, store: PlainStore): AsyncGenerator<RecordLine, void> {
  yield { version: MIGRATIONS.length };
  yield* await vaultLines(place, await store.read(['vault'], vaultRecords));
  for (const name of STORES) {
    if (MADE.has(name) || name === 'vault') continue;
    const ids = await store.read([name], (transaction) => transaction.objectStore(name).getAllKeys());
    for (let at = 0; at < ids.length; at += PAGE) {
      for (const put of await page(store, name, ids.slice(at, at + PAGE))) yield { store: name, put };
    }
  }
}

/** A record that can't be read can't be kept either; it must not hold up the others. */
async function page(store: PlainStore, name: StoreName, ids: readonly string[]): Promise<{ readonly id: string }[]> {
  try {
    const records = await store.read([name], (transaction) =>
      Promise.all(ids.map((id) => transaction.objectStore(name).get(id))),
    );
    return records.filter((record) => record !== undefined);
  } catch (error) {
    log.warn('a record cannot be read, and is not in the second place', error);
    if (ids.length === 1) return [];
    return (await Promise.all(ids.map((id) => page(store, name, [id])))).flat();
  }
}
