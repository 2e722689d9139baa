import { Failure } from '../../domain/failure/failure';
import type { RecordCodec } from '../records/record-codec';
import { equalBytes } from '../vault/bytes';
import { META_ID, saltOf } from '../vault/vault-records';
import type { Connection, Transaction } from './connection';
import type { StoreName } from './schema';

/** The keys of an open journal. */
export interface JournalKeys {
  /** The salt of the vault the keys belong to. If the stored salt differs, the journal was erased or replaced. */
  readonly salt: Uint8Array;
  readonly codec: RecordCodec;
}

/**
 * The connection together with the keys. Every write checks in its own transaction that the stored vault is still the one the
 * keys belong to. Otherwise a tab that missed "Delete everything" would write records that nobody could ever open.
 */
export class SealedConnection {
  /** Called when `readOwn` finds that another journal has replaced this one. */
  onReplaced: () => void = () => undefined;

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
    const { salt } = this.keys;
    const result = await this.connection.read<StoreName[], { readonly value: T } | null>(
      withVault(stores),
      async (transaction) => ((await isOf(salt, transaction)) ? { value: await work(transaction) } : null),
    );
    if (result) return result.value;
    this.onReplaced();
    throw replaced();
  }

  /** See `Connection.write`. Rejects with Failure `journal-unreadable` if the stored vault is another one. */
  write<T>(
    stores: readonly StoreName[],
    work: (transaction: Transaction<StoreName[], 'readwrite'>) => Promise<T>,
  ): Promise<T> {
    const { salt } = this.keys;
    return this.connection.write<StoreName[], T>(withVault(stores), async (transaction) => {
      if (!(await isOf(salt, transaction))) throw replaced();
      return work(transaction);
    });
  }

  close(): void {
    this.connection.close();
  }
}

const withVault = (stores: readonly StoreName[]): StoreName[] => [...new Set([...stores, 'vault' as const])];

const replaced = (): Failure => new Failure('journal-unreadable', 'the journal was erased or replaced in another tab');

async function isOf(
  salt: Uint8Array,
  transaction: Transaction<StoreName[], 'readonly'> | Transaction<StoreName[], 'readwrite'>,
): Promise<boolean> {
  const present = saltOf(await transaction.objectStore('vault').get(META_ID));
  return present !== null && equalBytes(present, salt);
}
