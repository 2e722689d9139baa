import { log } from '../../base/log';
import { Failure } from '../../domain/failure/failure';
import { Connection } from '../store/connection';
import { MIGRATIONS } from '../store/migrations';
import type { Writing } from '../store/plain-store';
import { nextRevision } from '../store/revision';
import { MONTH_LIST_ID, SECOND_ID, STORES, type VaultRecord } from '../store/schema';
import type { Wrap } from '../vault/wraps';
import { type RecordChange, RecordFileBroken, type RecordLine } from './record-file';
import type { SecondFile, SecondPlace } from './second-place';
import { withOwnKey } from './vault-lines';
import { storeCount } from './whole-lines';

/** How many records of a whole journal are written in one transaction. A trace may have half a megabyte. */
const BATCH = 50;

/** The version since which there is every store. The steps from 4 to it only add a store, so records of 4 fit as they are. */
const ALL_STORES_SINCE = 5;

/** What was found at a start. `whole`: the store had everything. */
export type TakenBack = 'whole' | 'some' | 'all';

/**
 * Takes what the store lacks back in from the second place: everything if the store is lost or from before the second place was made,
 * else the writes that it doesn't know. A page that is killed in the middle leaves a store whose count says so; the next start does
 * it again. Nothing is removed from the second place here. See: [Note: A store that may be doomed]
 *
 * Rejects with RecordFileBroken or Failure `keys-damaged`, and the store is as it was, if a file can't be read or the code beside does
 * not open it. Rejects with Failure like `Connection` if the store can't be opened or written.
 */
export async function takeBack(journalName: string, place: SecondPlace): Promise<TakenBack> {
  const { whole, writes } = await place.files();
  if (!whole) return 'whole';
  const store = await openStore(journalName, await versionOf(place, whole));
  try {
    const count = await store.read(['state'], storeCount);
    const isBehind = count === null || count < whole.count;
    const due = writes.filter((file) => isBehind || file.count > count);
    if (!isBehind && due.length === 0) return 'whole';
    log.warn('the store lacks what is in the second place; it is taken back in');
    const later = (await Promise.all(due.map((file) => linesOf(place, file)))).flat();
    // Read before anything changes, so that a broken file changes nothing.
    const vault = await vaultOf(place, isBehind ? place.lines(whole) : [], later);
    if (isBehind) await putWhole(store, place, whole);
    await store.write([...STORES], async (transaction) => {
      for (const line of later) if ('store' in line && line.store !== 'vault') change(transaction, line);
      if (vault) await putVault(transaction, vault);
      await settle(transaction, due.at(-1)?.count ?? whole.count);
    });
    return isBehind ? 'all' : 'some';
  } finally {
    store.close();
  }
}

/** In the version of the whole journal, so that its records fit; the next to open it brings it up to date. */
async function openStore(name: string, version: number): Promise<Connection> {
  for (const migrations of [MIGRATIONS.slice(0, Math.max(version, ALL_STORES_SINCE)), MIGRATIONS]) {
    // Without the mark of a lost store: if it is lost, a new one is what is wanted here.
    const store = new Connection({ name, migrations });
    try {
      await store.open();
      return store;
    } catch (error) {
      store.close();
      if (!(error instanceof Failure && error.code === 'journal-newer')) throw error;
    }
  }
  throw new Failure('journal-newer', 'the store is newer than this app');
}

async function versionOf(place: SecondPlace, whole: SecondFile): Promise<number> {
  for await (const line of place.lines(whole)) if ('version' in line) return line.version;
  throw new RecordFileBroken('it tells no version');
}

async function linesOf(place: SecondPlace, file: SecondFile): Promise<RecordLine[]> {
  const lines: RecordLine[] = [];
  for await (const line of place.lines(file)) lines.push(line);
  return lines;
}

/** The vault's records as they were last written, complete; null if no file tells of it. Reads all lines to their end. */
async function vaultOf(
  place: SecondPlace,
  whole: AsyncIterable<RecordLine> | Iterable<RecordLine>,
  later: readonly RecordLine[],
): Promise<readonly VaultRecord[] | null> {
  let records: VaultRecord[] | null = null;
  let beside: Wrap | null = null;
  for (const lines of [whole, later]) {
    for await (const line of lines) {
      if ('beside' in line) beside = line.beside;
      else if (!('store' in line) || line.store !== 'vault') continue;
      else if ('clear' in line) records = [];
      else if ('put' in line) records?.push(line.put);
    }
  }
  return records && withOwnKey(place, records, beside);
}

/** Everything but the vault. Until it is complete the store has no count, so that another start begins again. */
async function putWhole(store: Connection, place: SecondPlace, whole: SecondFile): Promise<void> {
  await store.write([...STORES], async (transaction) => {
    await Promise.all(STORES.map((name) => transaction.objectStore(name).clear()));
  });
  let batch: RecordChange[] = [];
  const put = async (): Promise<void> => {
    const changes = batch;
    batch = [];
    await store.write([...STORES], async (transaction) => {
      for (const one of changes) change(transaction, one);
    });
  };
  for await (const line of place.lines(whole)) {
    if (!('store' in line) || line.store === 'vault') continue;
    if (batch.push(line) >= BATCH) await put();
  }
  await put();
}

/** Starts one change; if it fails, its transaction fails. */
function change(transaction: Writing, one: RecordChange): void {
  const store = transaction.objectStore(one.store);
  const request: Promise<unknown> =
    'put' in one ? store.put(one.put as never) : 'delete' in one ? store.delete(one.delete) : store.clear();
  request.catch(() => undefined);
}

async function putVault(transaction: Writing, records: readonly VaultRecord[]): Promise<void> {
  const vault = transaction.objectStore('vault');
  await vault.clear();
  for (const record of records) await vault.put(record);
}

/** What is made from the entries is made again when the journal opens, and other tabs see that everything may have changed. */
async function settle(transaction: Writing, count: number): Promise<void> {
  await Promise.all((['months', 'words'] as const).map((name) => transaction.objectStore(name).clear()));
  const state = transaction.objectStore('state');
  // While the change feed is on, it has at least its head.
  const fed = (await transaction.objectStore('changes').count()) > 0;
  await state.put(nextRevision(null, [], fed));
  await state.put({ id: SECOND_ID, count });
  // It names the months that were there.
  await state.delete(MONTH_LIST_ID);
}
