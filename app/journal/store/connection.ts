import type { IDBPTransaction } from 'idb';
import { withTimeLimit } from '../../base/time-limit';
import { Failure, type FailureCode } from '../../domain/failure/failure';
import { type DatabaseOptions, type JournalDatabase, openDatabase } from './database';
import { journalFailure } from './journal-failure';
import type { JournalSchema, StoreName } from './schema';
import type { StoreMark } from './store-mark';

/**
 * How long a transaction may take, in milliseconds. Near their quota, some browsers start transactions that never call back
 * (nolanlawson/pinafore#498). Without a limit, the screen would say "saving" for ever.
 */
export const TRANSACTION_LIMIT_MS = 30_000;

export interface ConnectionOptions extends Omit<DatabaseOptions, 'onClosed' | 'refusesNew'> {
  readonly transactionLimitMs?: number;
  /** Without a mark, a missing database is always created. */
  readonly mark?: StoreMark;
}

type Mode = 'readonly' | 'readwrite';
export type Transaction<Names extends StoreName[], M extends Mode> = IDBPTransaction<JournalSchema, Names, M>;

/** The only access to the database. Opens it when it is first needed, and again after the connection was lost. */
export class Connection {
  #database: Promise<JournalDatabase> | null = null;
  #closed = false;
  #known = false;

  constructor(private readonly options: ConnectionOptions = {}) {}

  /** Opens the database now instead of at its first use. Rejects like `openDatabase`. */
  async open(): Promise<void> {
    await this.#connected();
  }

  /**
   * Runs `work` in a transaction that reads. `work` may await only the transaction's own requests, because IndexedDB commits a
   * transaction that waits for anything else. Rejects with Failure `journal-unreadable`.
   */
  read<Names extends StoreName[], T>(
    stores: Names,
    work: (transaction: Transaction<Names, 'readonly'>) => Promise<T>,
  ): Promise<T> {
    return this.#run(stores, 'readonly', work, 'journal-unreadable');
  }

  /**
   * Runs `work` in a transaction that writes, and resolves once the data is on the disk. If anything in it fails, nothing is
   * written. Rejects with Failure: `journal-full`, `save-failed`. See: [Note: How a write becomes durable]
   */
  write<Names extends StoreName[], T>(
    stores: Names,
    work: (transaction: Transaction<Names, 'readwrite'>) => Promise<T>,
  ): Promise<T> {
    return this.#run(stores, 'readwrite', work, 'save-failed');
  }

  close(): void {
    this.#closed = true;
    this.#database?.then((database) => database.close()).catch(() => undefined);
    this.#database = null;
  }

  #connected(): Promise<JournalDatabase> {
    if (this.#closed) return Promise.reject(new Failure('journal-unreadable', 'the journal was closed'));
    if (this.#database) return this.#database;
    const opening = openDatabase({
      ...this.options,
      refusesNew: this.#refusesNew,
      onClosed: () => this.#forget(opening),
    });
    opening.then(this.#remember, () => this.#forget(opening));
    this.#database = opening;
    return opening;
  }

  /** If there was a database before, now or in an earlier visit, it is lost. An empty one in its place would hide that. */
  readonly #refusesNew = (thrownAway: boolean): boolean => {
    if (thrownAway) this.options.mark?.set();
    return this.#known || (this.options.mark?.isSet() ?? false);
  };

  readonly #remember = (): void => {
    this.#known = true;
    this.options.mark?.set();
  };

  #forget(connection: Promise<JournalDatabase>): void {
    if (this.#database === connection) this.#database = null;
  }

  async #run<Names extends StoreName[], M extends Mode, T>(
    stores: Names,
    mode: M,
    work: (transaction: Transaction<Names, M>) => Promise<T>,
    otherwise: FailureCode,
  ): Promise<T> {
    try {
      const transaction = await this.#begin(stores, mode);
      return await this.#settle(transaction, work(transaction));
    } catch (error) {
      throw journalFailure(error, otherwise);
    }
  }

  /** The browser may close a connection before it tells us. Then the transaction is started once more, on a new connection. */
  async #begin<Names extends StoreName[], M extends Mode>(stores: Names, mode: M): Promise<Transaction<Names, M>> {
    const connection = this.#connected();
    const database = await connection;
    try {
      return database.transaction(stores, mode, { durability: 'strict' });
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
      this.#forget(connection);
      return (await this.#connected()).transaction(stores, mode, { durability: 'strict' });
    }
  }

  async #settle<Names extends StoreName[], M extends Mode, T>(
    transaction: Transaction<Names, M>,
    work: Promise<T>,
  ): Promise<T> {
    const { transactionLimitMs = TRANSACTION_LIMIT_MS } = this.options;
    const late = () => new DOMException(`no answer within ${transactionLimitMs} ms`, 'TimeoutError');
    try {
      const [result] = await withTimeLimit(Promise.all([work, transaction.done]), transactionLimitMs, late);
      return result;
    } catch (error) {
      abort(transaction);
      // The transaction's own error says more than the "AbortError" of its request.
      if (error instanceof DOMException && error.name === 'AbortError') await transaction.done;
      throw error;
    }
  }
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It has already ended, so there is nothing to undo.
  }
}
