import type { IDBPTransaction } from 'idb';
import type { JournalSchema, StoreName } from './schema';

export type Mode = 'readonly' | 'readwrite';
export type Transaction<Names extends StoreName[], M extends Mode> = IDBPTransaction<JournalSchema, Names, M>;
export type Reading = Transaction<StoreName[], 'readonly'>;
export type Writing = Transaction<StoreName[], 'readwrite'>;

/** The database, read and written without a guard. Rejects as `Connection` does. */
export interface PlainStore {
  read<T>(stores: readonly StoreName[], work: (transaction: Reading) => Promise<T>): Promise<T>;
  write<T>(stores: readonly StoreName[], work: (transaction: Writing) => Promise<T>): Promise<T>;
}

/** Does writes in a way of its own while the store may be doomed. See: [Note: A store that may be doomed] */
export interface WriteGuard {
  readonly isUp: boolean;
  /** To be called with each error of the database, which may be a reason to go up. */
  saw(error: unknown, mode: Mode): void;
  /** To be called when the browser has ended the connection by itself: it may have failed in a write that nobody was told of. */
  sawEnd(): void;
  /** To be awaited before the database is opened. Rejects with Failure `store-doubtful` if opening it now could cost it. */
  beforeOpen(): Promise<void>;
  /** To be called once it is open. */
  opened(store: PlainStore): void;
  /** Makes room after a write has failed with `error`, if that may help; resolves with whether it did. */
  makesRoom(error: unknown): Promise<boolean>;
  /** Runs `work`, which writes much. Rejects with Failure `store-doubtful` if there is no room to keep safe what is there. */
  during<T>(store: PlainStore, work: () => Promise<T>): Promise<T>;
  /** Like `PlainStore.write`. Rejects also with Failure `store-doubtful` if what is written can't be kept in two places. */
  write<T>(store: PlainStore, stores: readonly StoreName[], work: (transaction: Writing) => Promise<T>): Promise<T>;
}
