import { log } from '../../base/log';
import { err, ok } from '../../base/result';
import { dayOfMs } from '../index/days';
import type { EntryIndex } from '../index/entry-index';
import { changeTo, type IndexChange, type PreparedWrite } from '../index/index-change';
import { sealOf } from '../index/month-list';
import { type FoundRecord, findSome } from '../records/find-records';
import { ENTRY } from '../records/record-kinds';
import { opened } from '../records/records';
import { RECORD_VERSION } from '../vault/sealing-codec';
import type { Vault } from '../vault/vault';
import { isPlain, type PlainRecord, type StoredRecord } from './schema';
import type { SealedConnection } from './sealed-connection';

/** Entries sealed in one transaction. Few, so that little work is lost if the tab is killed. */
const BATCH = 50;
/** The same for records of the other stores: a trace is a hundred times as large as an entry. */
const SMALL_BATCH = 10;

/** If this fails, say on a full disk, the journal opens all the same: plain records are read as they are, and sealed at a later start. */
export async function sealWhatIsPlain(sealed: SealedConnection, index: EntryIndex, vault: Vault): Promise<void> {
  try {
    await sealPlain(sealed, index);
    await vault.allIsSealed();
    sealed.replaceKeys(await vault.keys());
  } catch (error) {
    log.warn('older records could not be sealed yet', error);
    // Another tab has replaced the journal, and said so before this tab listened.
    if (vault.locked) return sealed.onReplaced();
    await index.takePlain(await findPlain(sealed, Infinity));
  }
}

/**
 * Seals the records that version 1 of the database left in the clear, a batch at a time. A batch is sealed first and then
 * replaces its plain records in one transaction. If that is interrupted, each record is still there in one form or the other,
 * and the next start goes on. A record that a save has sealed in the meantime is left as it is.
 */
async function sealPlain(connection: SealedConnection, index: EntryIndex): Promise<void> {
  for (;;) {
    const found = await findPlain(connection, BATCH);
    if (found.length === 0) break;
    await sealEntries(
      connection,
      index,
      found.map(({ record }) => (record.ok ? record.value : null) as PlainRecord),
    );
  }
  for (const store of ['traces', 'drafts', 'settings'] as const) await sealStore(connection, store);
}

async function sealEntries(
  connection: SealedConnection,
  index: EntryIndex,
  records: readonly PlainRecord[],
): Promise<void> {
  await index.commit([], async () => {
    // If a save has sealed a record since it was found, that version is newer.
    const found = await findSome(
      connection,
      records.map(({ id }) => id),
    );
    const plain = found.flatMap(({ record }) => {
      const value = record.ok ? (record.value as PlainRecord | StoredRecord) : undefined;
      return isPlain(value) ? [value] : [];
    });
    const sealed = await Promise.all(plain.map((record) => sealedAsIs(connection, 'entries', record)));
    const changes = await Promise.all(plain.map((record, at) => changeOf(connection, record, sealOf(sealed[at]!))));
    const work: PreparedWrite['work'] = async (transaction) => {
      const entries = transaction.objectStore('entries');
      for (const [at, record] of sealed.entries()) await entries.put({ ...record, day: changes[at]!.becomes!.day });
    };
    return { changes, work };
  });
}

/** A record that cannot be read is sealed too; it stays unreadable. */
async function changeOf({ codec }: SealedConnection, record: PlainRecord, seal: string): Promise<IndexChange> {
  const entry = await opened(codec, ENTRY, record.id, record);
  if (entry.ok) return changeTo(entry.value, null, seal);
  const startedMs = Number.isFinite(record.startedMs) ? record.startedMs! : 0;
  return { id: record.id, before: null, becomes: { day: dayOfMs(startedMs), entry: err(entry.error), seal } };
}

async function sealStore(connection: SealedConnection, store: 'traces' | 'drafts' | 'settings'): Promise<void> {
  let after: IDBKeyRange | null = null;
  for (;;) {
    const page: (StoredRecord | PlainRecord)[] = await connection.read([store], (transaction) =>
      transaction.objectStore(store).getAll(after, SMALL_BATCH),
    );
    const last = page.at(-1);
    if (!last) return;
    after = IDBKeyRange.lowerBound(last.id, true);
    const sealed = await Promise.all(page.filter(isPlain).map((record) => sealedAsIs(connection, store, record)));
    if (sealed.length === 0) continue;
    await connection.write([store], async (transaction) => {
      const records = transaction.objectStore(store);
      for (const record of sealed) if (isPlain(await records.get(record.id))) await records.put(record);
    });
  }
}

const sealedAsIs = async (
  { codec }: SealedConnection,
  store: 'entries' | 'traces' | 'drafts' | 'settings',
  { id, body }: PlainRecord,
): Promise<StoredRecord> => ({ id, version: RECORD_VERSION, body: await codec.seal({ store, id }, body) });

/** At most `limit` of the entries that version 1 left in the clear. */
async function findPlain(connection: SealedConnection, limit: number): Promise<FoundRecord[]> {
  const count = Number.isFinite(limit) ? limit : undefined;
  const records = await connection.read(['entries'], (transaction) =>
    transaction.objectStore('entries').index('by-start').getAll(null, count),
  );
  return records.map((record) => ({ id: String(record.id), record: ok(record) }));
}
