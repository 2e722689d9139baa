import { afterSeeing, compareStamps, type Stamp } from '../../base/hybrid-clock';
import { newId } from '../../base/ids';
import { Failure } from '../../domain/failure/failure';
import type { EntryIndex } from '../index/entry-index';
import type { PreparedWrite } from '../index/index-change';
import type { ChangeFeed, FedChange } from '../journal';
import { opened } from '../records/records';
import type { StoredRecord } from '../store/schema';
import type { SealedConnection } from '../store/sealed-connection';
import type { Writes } from '../store/writes';
import { changeKind, FEED_HEAD_ID, fedWrite, feedHead, sealedHead } from './fed-write';

/** The feed in `changes`. Whatever moves its head also moves the revision. See: [Note: The change feed] */
export class StoredChangeFeed implements ChangeFeed {
  constructor(
    private readonly connection: SealedConnection,
    private readonly index: EntryIndex,
    private readonly writes: Writes,
  ) {}

  async start(): Promise<string> {
    await this.#commit(async () => {
      if (this.index.fed && (await feedHead(this.connection))) return {};
      const begun = await this.#atHead({ ms: 0, counter: 0, node: newId() });
      const work: PreparedWrite['work'] = async (transaction) => {
        await Promise.all([transaction.objectStore('changes').clear(), begun.work(transaction)]);
      };
      return { fed: true, work };
    });
    return (await feedHead(this.connection))!.node;
  }

  stop(): Promise<void> {
    return this.#commit(async () => ({
      fed: false,
      work: (transaction) => transaction.objectStore('changes').clear(),
    }));
  }

  async list(): Promise<readonly FedChange[] | null> {
    await this.index.lookAgain();
    if (!this.index.fed) return null;
    const records = await this.connection.readOwn(['changes'], (transaction) =>
      transaction.objectStore('changes').getAll(),
    );
    const changes = records.filter(({ id }) => id !== FEED_HEAD_ID).map((record) => this.#opened(record));
    return (await Promise.all(changes)).sort((a, b) => compareStamps(a.at, b.at));
  }

  drop(ids: readonly string[]): Promise<void> {
    return this.writes.run(() =>
      this.connection.write(['changes'], async (transaction) => {
        const store = transaction.objectStore('changes');
        await Promise.all(ids.map(async (id) => store.delete(id)));
      }),
    );
  }

  saw(stamp: Stamp): Promise<void> {
    return this.#commit(async () => {
      const last = this.index.fed ? await feedHead(this.connection) : null;
      if (!last) throw new Failure('save-failed', 'the change feed is not on');
      return this.#atHead(afterSeeing(last, stamp, Date.now()));
    });
  }

  /** `write`, which also tells the feed of its changes. */
  told(write: PreparedWrite): Promise<PreparedWrite> {
    return fedWrite(this.connection, write);
  }

  /** One that can't be read must not be passed over: an erasure would be lost. */
  async #opened(record: StoredRecord): Promise<FedChange> {
    const change = await opened(this.connection.codec, changeKind(record.id), record.id, record);
    if (!change.ok) throw new Failure('journal-unreadable', `change: ${change.error}`);
    return { ...change.value, id: record.id };
  }

  async #atHead(last: Stamp): Promise<Pick<PreparedWrite, 'work'>> {
    const record = await sealedHead(this.connection, last);
    return { work: async (transaction) => void (await transaction.objectStore('changes').put(record)) };
  }

  #commit(prepare: () => Promise<Partial<PreparedWrite>>): Promise<void> {
    return this.writes.run(() =>
      this.index.commit(['changes'], async () => ({
        changes: [],
        work: async () => undefined,
        ...(await prepare()),
      })),
    );
  }
}
