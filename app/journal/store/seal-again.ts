import { log } from '../../base/log';
import { type EntryRecord, isPlain, type PlainRecord, revisionOf, type StoredRecord, type StoreName } from './schema';
import { KeyChanged, type SealedConnection } from './sealed-connection';

/** The stores whose records are sealed, and how many are sealed again in one transaction: about as many bytes of each. */
const BATCHES = {
  settings: 1,
  state: 2,
  drafts: 10,
  months: 4,
  words: 10,
  entries: 50,
  traces: 5,
  changes: 50,
} as const;
type SealedStore = keyof typeof BATCHES;

/** How far it is, in records. */
export interface SealingProgress {
  readonly done: number;
  readonly total: number;
}

export interface SealAgainOptions {
  readonly onProgress?: (progress: SealingProgress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Seals every record that is sealed with an older key again with the one in use. Each is read and sealed first, and then replaced in
 * a small transaction if it is still the same version. So it can be cut off at any point and begun again, while this tab and others
 * write. A record that cannot be opened stays as it is.
 *
 * Rejects like `SealedConnection.write`, also if this tab has changed the key; or with the signal's reason. See: [Note: A new key]
 */
export async function sealAgain(connection: SealedConnection, options: SealAgainOptions = {}): Promise<void> {
  const names = Object.keys(BATCHES) as SealedStore[];
  const counts = await connection.read(names as StoreName[], (transaction) =>
    Promise.all(names.map((name) => transaction.objectStore(name).count())),
  );
  const total = counts.reduce((sum, count) => sum + count, 0);
  const { codec } = connection;
  let done = 0;
  for (const name of names) {
    await sealStoreAgain(connection, name, options.signal, (records) => {
      // What was sealed before the key was changed once more has to be sealed again.
      if (connection.codec !== codec) throw new KeyChanged();
      done += records;
      options.onProgress?.({ done: Math.min(done, total), total });
    });
  }
}

type AnyRecord = StoredRecord | EntryRecord | PlainRecord;

async function sealStoreAgain(
  connection: SealedConnection,
  store: SealedStore,
  signal: AbortSignal | undefined,
  onRecords: (records: number) => void,
): Promise<void> {
  let after: IDBKeyRange | null = null;
  for (;;) {
    signal?.throwIfAborted();
    const page: AnyRecord[] = await connection.readOwn(
      [store],
      (transaction) => transaction.objectStore(store).getAll(after, BATCHES[store]) as Promise<AnyRecord[]>,
    );
    const last = page.at(-1);
    if (!last) return;
    after = IDBKeyRange.lowerBound(last.id, true);
    const outdated = page.filter((record) => isSealed(record) && !connection.codec.isCurrent(record.body));
    const sealed = await Promise.all(outdated.map((record) => sealedAgain(connection, store, record as StoredRecord)));
    await replace(
      connection,
      store,
      sealed.filter((record) => record !== null),
    );
    onRecords(page.length);
  }
}

/** `state` also holds a record that is not sealed, and an older version of the app may have left some in the clear. */
const isSealed = (record: AnyRecord): record is StoredRecord => 'body' in record && !isPlain(record);

async function sealedAgain(
  { codec }: SealedConnection,
  store: SealedStore,
  record: StoredRecord,
): Promise<StoredRecord | null> {
  try {
    const { id, body } = record;
    return { ...record, body: await codec.again({ store, id }, body as Uint8Array<ArrayBuffer>) };
  } catch (error) {
    log.warn('a record that cannot be opened stays as it is', String(error));
    return null;
  }
}

async function replace(
  connection: SealedConnection,
  store: SealedStore,
  sealed: readonly StoredRecord[],
): Promise<void> {
  if (sealed.length === 0) return;
  await connection.write([store], async (transaction) => {
    const records = transaction.objectStore(store);
    await Promise.all(
      sealed.map(async (record) => {
        // A record that was written meanwhile is newer, and sealed with the key in use.
        const present = (await records.get(record.id)) as StoredRecord | undefined;
        if (revisionOf(present) === revisionOf(record)) await records.put(record as EntryRecord);
      }),
    );
  });
}
