import { Failure } from '../../domain/failure/failure';
import type { RecordCodec } from '../records/record-codec';
import { equalBytes } from '../vault/bytes';
import { META_ID, saltOf } from '../vault/vault-records';
import type { Connection, Transaction } from './connection';
import type { StoreName } from './schema';

/** What an open journal seals and opens with. */
export interface JournalKeys {
  /** Of the vault the keys belong to: another one means that the journal was erased or replaced meanwhile. */
  readonly salt: Uint8Array;
  readonly codec: RecordCodec;
}

/**
 * The connection together with the keys. Every write makes sure, in its own transaction, that the vault is still the one the
 * keys belong to: a tab that has slept through "Erase everything" must not write what nobody could ever open.
 */
export class SealedConnection {
  /** Called when a look at the journal finds another one in its place. */
  onReplaced: () => void = () => undefined;

  constructor(
    private readonly connection: Connection,
    private keys: JournalKeys,
  ) {}

  get codec(): RecordCodec {
    return this.keys.codec;
  }

  /** Everything that is read and written from here on is sealed under other keys. */
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

  /** `read`, where the vault is still the one of the keys; else rejects with Failure `journal-unreadable`, and tells. */
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

  /** See `Connection.write`. Rejects with Failure `journal-unreadable` where the vault is another. */
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
