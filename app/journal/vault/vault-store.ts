import { log } from '../../base/log';
import { Failure } from '../../domain/failure/failure';
import type { Connection, Transaction } from '../store/connection';
import type { VaultRecord } from '../store/schema';
import { type Bytes, equalBytes } from './bytes';
import {
  LOCK_ID,
  META_ID,
  type OldMeta,
  readTries,
  SEALING_ID,
  type SealingRecord,
  TRIES_ID,
  type TriesRecord,
  type VaultMeta,
} from './vault-records';

/** Changes the vault's records, in the transaction that `VaultStore.writeOwn` opens. */
export type OwnWrite = (store: ReturnType<Transaction<['vault'], 'readwrite'>['objectStore']>) => Promise<unknown>;

/** Another tab changed the vault between our reading it and our writing it. */
export const changedElsewhere = (): Failure => new Failure('lock-changed', 'changed in another tab');

const UNWRITTEN: ReadonlySet<string> = new Set(['journal-full', 'save-failed', 'store-doubtful', 'lock-changed']);

/**
 * For `catch`: ignores that a record could not be written. A full disk has several names, some browsers never answer, and another tab
 * may have been faster.
 */
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

  /** Notes that every record is sealed with the root key `key`, unless that was changed meanwhile. See: [Note: A new key] */
  async noteSealed(key: Bytes): Promise<void> {
    await this.connection.write(['vault'], async (transaction) => {
      const store = transaction.objectStore('vault');
      const present = (await store.get(SEALING_ID)) as Partial<SealingRecord> | undefined;
      if (present?.key instanceof Uint8Array && equalBytes(present.key, key)) await store.delete(SEALING_ID);
    });
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

  /**
   * Writes only while the vault's first record is still the one that was read, because every change of the vault writes that record
   * again. If another tab has replaced or changed it, our write would destroy what is new there, and with it everything it
   * opens; it rejects with Failure `lock-changed`.
   */
  async writeOwn(known: VaultMeta | OldMeta, work: OwnWrite): Promise<void> {
    await this.connection.write<['vault'], void>(['vault'], async (transaction) => {
      const store = transaction.objectStore('vault');
      if (!isSame(known, (await store.get(META_ID)) as Partial<VaultMeta> | undefined)) throw changedElsewhere();
      await work(store);
    });
  }
}

function isSame(known: VaultMeta | OldMeta, present: Partial<VaultMeta> | undefined): boolean {
  const { salt, sealed } = present ?? {};
  if (!(salt instanceof Uint8Array) || !equalBytes(salt, known.salt)) return false;
  if (known.version === 1) return sealed === undefined;
  return sealed instanceof Uint8Array && equalBytes(sealed, known.sealed);
}
