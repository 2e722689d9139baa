import { log } from '../../base/log';
import { Failure } from '../../domain/failure/failure';
import type { Connection, Transaction } from '../store/connection';
import type { VaultRecord } from '../store/schema';
import { type Bytes, equalBytes } from './bytes';
import {
  LOCK_ID,
  META_ID,
  OPEN_ID,
  type OpenRecord,
  readTries,
  saltOf,
  TRIES_ID,
  type TriesRecord,
} from './vault-records';

/** Changes the vault's records, in the transaction that `VaultStore.writeOwn` opens. */
export type OwnWrite = (store: ReturnType<Transaction<['vault'], 'readwrite'>['objectStore']>) => Promise<unknown>;

/** Another tab changed the vault between our reading it and our writing it. */
export const changedElsewhere = (): Failure => new Failure('save-failed', 'changed in another tab');

const UNWRITTEN: ReadonlySet<string> = new Set(['journal-full', 'save-failed', 'store-doubtful']);

/** For `catch`: ignores that a record could not be written. A full disk has several names, and some browsers never answer. */
export function ignoreUnwritten(error: unknown): void {
  if (!(error instanceof Failure && UNWRITTEN.has(error.code))) throw error;
  log.warn('the vault could not be written', error);
}

/** The vault's records in the database. It knows no key. Rejects with Failure, as `Connection` does. */
export class VaultStore {
  constructor(private readonly connection: Connection) {}

  load(): Promise<VaultRecord[]> {
    return this.connection.read(['vault'], (transaction) => transaction.objectStore('vault').getAll());
  }

  async put(record: VaultRecord): Promise<void> {
    await this.connection.write(['vault'], (transaction) => transaction.objectStore('vault').put(record));
  }

  /** Replaces the count of wrong tries by what `change` makes of it, in one transaction, and resolves with what was written. */
  changeTries(change: (stored: TriesRecord) => TriesRecord): Promise<TriesRecord> {
    return this.connection.write<['vault'], TriesRecord>(['vault'], async (transaction) => {
      const store = transaction.objectStore('vault');
      const changed = change(readTries(await store.get(TRIES_ID), await store.get(LOCK_ID)));
      await store.put(changed);
      return changed;
    });
  }

  /** The key that is kept for one tab across a reload, if there is one. */
  async openRecord(): Promise<OpenRecord | undefined> {
    const record = await this.connection.read(['vault'], (transaction) =>
      transaction.objectStore('vault').get(OPEN_ID),
    );
    return record as OpenRecord | undefined;
  }

  async removeOpenRecord(): Promise<void> {
    await this.connection.write(['vault'], (transaction) => transaction.objectStore('vault').delete(OPEN_ID));
  }

  /**
   * Writes only while the store still holds the vault with this salt. If another tab has replaced that vault, our write would
   * destroy the salt or the wraps of the new one, and with them everything they open; it rejects with Failure `save-failed`.
   */
  async writeOwn(salt: Bytes, work: OwnWrite): Promise<void> {
    await this.connection.write<['vault'], void>(['vault'], async (transaction) => {
      const store = transaction.objectStore('vault');
      const present = saltOf(await store.get(META_ID));
      if (!present || !equalBytes(present, salt)) throw changedElsewhere();
      await work(store);
    });
  }
}
