import { Failure } from '../../domain/failure/failure';
import type { RecordCodec } from '../records/record-codec';
import { equalBytes } from '../vault/bytes';
import { META_ID, nameOf, type VaultName } from '../vault/vault-records';
import type { Connection, Transaction } from './connection';
import type { StoreName } from './schema';

/** The keys of an open journal. */
export interface JournalKeys {
  /** The salt of the vault the keys belong to. If the stored salt differs, the journal was erased or replaced. */
  readonly salt: Uint8Array;
  /** Names the root key. If the stored name differs, another tab has changed the protection. See: [Note: A new key] */
  readonly key: Uint8Array;
  readonly codec: RecordCodec;
}

/** How long a write that was sealed with a key of before waits for the new one, in milliseconds. The other tab sends it at once. */
const NEW_KEY_MS = 2_000;

/** A write found that the records are sealed with another key now, which has arrived: it has to be prepared again. */
export class KeyChanged extends Failure {
  constructor() {
    super('save-failed', 'sealed with a key of before');
  }
}

/**
 * The connection together with the keys. Every write checks in its own transaction that the stored vault is still the one the
 * keys belong to. Otherwise a tab that missed "Delete everything" would write records that nobody could ever open, and one that
 * missed a new passphrase would write what the old one still opens.
 */
export class SealedConnection {
  /** Called when another journal has replaced this one, or when its key was changed and the new one does not arrive. */
  onReplaced: () => void = () => undefined;
  #awaiting: (() => void)[] = [];
  readonly #ending = new AbortController();

  constructor(
    private readonly connection: Connection,
    private keys: JournalKeys,
  ) {}

  get codec(): RecordCodec {
    return this.keys.codec;
  }

  /** From now on, records are sealed and opened with these keys. */
  replaceKeys(keys: JournalKeys): void {
    this.keys = keys;
    for (const done of this.#awaiting.splice(0)) done();
  }

  /** See `Connection.read`. */
  read<Names extends StoreName[], T>(
    stores: Names,
    work: (transaction: Transaction<Names, 'readonly'>) => Promise<T>,
  ): Promise<T> {
    return this.connection.read(stores, work);
  }

  /** Like `read`, but only from the vault the keys belong to. Otherwise calls `onReplaced` and rejects with `journal-unreadable`. */
  async readOwn<T>(
    stores: readonly StoreName[],
    work: (transaction: Transaction<StoreName[], 'readonly'>) => Promise<T>,
  ): Promise<T> {
    const { keys } = this;
    const result = await this.connection.read(withVault(stores), ifOf(keys, work));
    if ('value' in result) return result.value;
    if (await this.#isNewKey(keys, result.other)) return this.readOwn(stores, work);
    this.onReplaced();
    throw replaced();
  }

  /**
   * See `Connection.write`. Rejects with Failure `journal-unreadable` if the stored vault is another one, and with KeyChanged if its
   * key was changed in another tab.
   */
  async write<T>(
    stores: readonly StoreName[],
    work: (transaction: Transaction<StoreName[], 'readwrite'>) => Promise<T>,
  ): Promise<T> {
    const { keys } = this;
    const result = await this.connection.write(withVault(stores), ifOf(keys, work));
    if ('value' in result) return result.value;
    throw (await this.#isNewKey(keys, result.other)) ? new KeyChanged() : replaced();
  }

  /** Whether the journal has a new key, which is here or arrives in time. `keys`: those that were used. */
  async #isNewKey(keys: JournalKeys, present: VaultName | null): Promise<boolean> {
    if (!present || !equalBytes(present.salt, keys.salt)) return false;
    if (this.keys !== keys) return true;
    return new Promise<boolean>((resolve) => {
      const late = setTimeout(() => resolve(false), NEW_KEY_MS);
      this.#awaiting.push(() => {
        clearTimeout(late);
        resolve(true);
      });
    });
  }

  /** Aborted when the connection is closed. */
  get ended(): AbortSignal {
    return this.#ending.signal;
  }

  /** See `Connection.whileMuchIsWritten`. */
  whileMuchIsWritten<T>(work: () => Promise<T>): Promise<T> {
    return this.connection.whileMuchIsWritten(work);
  }

  close(): void {
    this.#ending.abort();
    this.connection.close();
  }
}

const withVault = (stores: readonly StoreName[]): StoreName[] => [...new Set([...stores, 'vault' as const])];

const replaced = (): Failure => new Failure('journal-unreadable', 'the journal was erased or replaced in another tab');

const isOf = ({ salt, key }: JournalKeys, present: VaultName | null): boolean =>
  present !== null && equalBytes(present.salt, salt) && (present.key === null || equalBytes(present.key, key));

/** `work`, if the stored vault is the one the keys belong to; else which one it is. */
const ifOf =
  <Mode extends 'readonly' | 'readwrite', T>(
    keys: JournalKeys,
    work: (transaction: Transaction<StoreName[], Mode>) => Promise<T>,
  ) =>
  async (
    transaction: Transaction<StoreName[], Mode>,
  ): Promise<{ readonly value: T } | { readonly other: VaultName | null }> => {
    const present = nameOf(await transaction.objectStore('vault').get(META_ID));
    return isOf(keys, present) ? { value: await work(transaction) } : { other: present };
  };
