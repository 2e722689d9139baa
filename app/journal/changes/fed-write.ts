import { nextStamp, type Stamp } from '../../base/hybrid-clock';
import { newId } from '../../base/ids';
import type { Change } from '../../domain/change/change';
import { Failure } from '../../domain/failure/failure';
import type { PreparedWrite, Writing } from '../index/index-change';
import { type FeedHead, readChange, readFeedHead } from '../parse/change';
import type { RecordKind } from '../records/record-kinds';
import { opened, sealed } from '../records/records';
import type { StoredRecord } from '../store/schema';
import type { SealedConnection } from '../store/sealed-connection';

/*
 * [Note: The change feed]
 *
 * While a folder for other devices is on, every write of entries also says in `changes`, in its own transaction, which entries it made,
 * edited or erased, with a stamp of a hybrid logical clock. So nothing that is acknowledged is left out, whatever happens to the page
 * afterwards, and an erased entry leaves a mark that outlives it. Whoever passes a change on drops it.
 *
 * Without a folder nothing is kept, and a save costs what it did. That the feed is on stands in the revision of the entries (`fed`),
 * which every write compares in its transaction anyway: a tab that missed the beginning prepares its write again, and a look at the feed
 * costs no request. The same comparison keeps two tabs from making one stamp. Why: docs/decisions/012-changes-kept-for-a-folder.md.
 */

/** The id of the record of the last stamp; it is there while the feed is on. */
export const FEED_HEAD_ID = 'head';

const HEAD: RecordKind<FeedHead> = { store: 'changes', read: readFeedHead, idOf: () => FEED_HEAD_ID };

export const changeKind = (id: string): RecordKind<Change> => ({ store: 'changes', read: readChange, idOf: () => id });

/** The last stamp that this device has made or seen; null before the feed began. Rejects with Failure `journal-unreadable`. */
export async function feedHead(connection: SealedConnection): Promise<Stamp | null> {
  const record = await connection.readOwn(['changes'], (transaction) =>
    transaction.objectStore('changes').get(FEED_HEAD_ID),
  );
  if (record === undefined) return null;
  const head = await opened(connection.codec, HEAD, FEED_HEAD_ID, record);
  if (!head.ok) throw new Failure('journal-unreadable', `change feed: ${head.error}`);
  return head.value.last;
}

export function sealedHead({ codec }: SealedConnection, last: Stamp): Promise<StoredRecord> {
  const head: FeedHead = { version: 1, last };
  return sealed(codec, HEAD, head);
}

/** `write`, which also tells the feed of its changes. */
export async function fedWrite(connection: SealedConnection, write: PreparedWrite): Promise<PreparedWrite> {
  const last = await feedHead(connection);
  if (!last) throw new Failure('save-failed', 'the change feed has no beginning');
  const at = nextStamp(last, Date.now());
  const idsOf = (isPut: boolean): readonly string[] =>
    write.changes.filter(({ becomes }) => (becomes !== null) === isPut).map(({ id }) => id);
  const change: Change = { version: 1, at, put: idsOf(true), erased: idsOf(false) };
  const records = await Promise.all([
    sealed(connection.codec, changeKind(newId()), change),
    sealedHead(connection, at),
  ]);
  const tell = async (transaction: Writing): Promise<void> => {
    const store = transaction.objectStore('changes');
    await Promise.all(records.map(async (record) => store.put(record)));
  };
  return {
    ...write,
    work: async (transaction) => void (await Promise.all([write.work(transaction), tell(transaction)])),
  };
}
