import { err } from '../../base/result';
import { dayOfMs } from '../index/days';
import type { EntryIndex } from '../index/entry-index';
import { changeTo, type IndexChange, type PreparedWrite } from '../index/index-change';
import { findPlain, findSome } from '../records/find-records';
import { ENTRY } from '../records/nouns';
import { opened } from '../records/records';
import { RECORD_VERSION } from '../vault/sealing-codec';
import { isPlain, type PlainRecord, type StoredRecord } from './schema';
import type { SealedConnection } from './sealed-connection';

/** Entries sealed in one transaction: few enough to be done at once, so that a tab may be killed after any of them. */
const BATCH = 50;
/** Traces weigh a hundred times as much. */
const SMALL_BATCH = 10;

/**
 * Seals what version 1 of the database left in the clear, a batch at a time. A batch is sealed first, then put in the place of
 * the plain records in one transaction: whenever it is cut off, each record is there in one form or the other, and the next
 * start goes on. What was sealed by a save meanwhile is left as it is.
 */
export async function sealPlain(connection: SealedConnection, index: EntryIndex): Promise<void> {
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
    // What a save has sealed since it was found is the newer version.
    const found = await findSome(
      connection,
      records.map(({ id }) => id),
    );
    const plain = found.flatMap(({ record }) => {
      const value = record.ok ? (record.value as PlainRecord | StoredRecord) : undefined;
      return isPlain(value) ? [value] : [];
    });
    const changes = await Promise.all(plain.map((record) => changeOf(connection, record)));
    const sealed = await Promise.all(plain.map((record) => sealedAsIs(connection, 'entries', record)));
    const work: PreparedWrite['work'] = async (transaction) => {
      const entries = transaction.objectStore('entries');
      for (const [at, record] of sealed.entries()) await entries.put({ ...record, day: changes[at]!.becomes!.day });
    };
    return { changes, work };
  });
}

/** What cannot be read is sealed all the same, and stays as unreadable as it was. */
async function changeOf({ codec }: SealedConnection, record: PlainRecord): Promise<IndexChange> {
  const entry = await opened(codec, ENTRY, record.id, record);
  if (entry.ok) return changeTo(entry.value, null);
  const startedMs = Number.isFinite(record.startedMs) ? record.startedMs! : 0;
  return { id: record.id, before: null, becomes: { day: dayOfMs(startedMs), entry: err(entry.error) } };
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
