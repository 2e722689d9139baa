import { withTimeLimit } from '../../base/time-limit';
import { Failure, type FailureCode } from '../../domain/failure/failure';
import { type DatabaseOptions, type JournalDatabase, openDatabase } from './database';
import { journalFailure } from './journal-failure';
import { endWhenLeft } from './left-page';
import type { Mode, PlainStore, Reading, Transaction, WriteGuard, Writing } from './plain-store';
import type { StoreName } from './schema';
import type { StoreMark } from './store-mark';

/**
 * How long a transaction may take, in milliseconds. Near their quota, some browsers start transactions that never call back
 * (nolanlawson/pinafore#498). Without a limit, the screen would say "saving" for ever.
 */
export const TRANSACTION_LIMIT_MS = 30_000;

export interface ConnectionOptions extends Omit<DatabaseOptions, 'onClosed' | 'onTerminated' | 'refusesNew'> {
  readonly transactionLimitMs?: number;
  /** Without a mark, a missing database is always created. */
  readonly mark?: StoreMark;
  /** Without one, a store that may be doomed is written like any other. See: [Note: A store that may be doomed] */
  readonly guard?: WriteGuard;
}

export type { Transaction };

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
   * transaction that waits for anything else; it runs again if the page was left and comes back. Rejects with Failure
   * `journal-unreadable`. See: [Note: A page that is left]
   */
  read<Names extends StoreName[], T>(
    stores: Names,
    work: (transaction: Transaction<Names, 'readonly'>) => Promise<T>,
  ): Promise<T> {
    return this.#run(stores, 'readonly', work, 'journal-unreadable');
  }

  /**
   * Runs `work` in a transaction that writes, and resolves once the data is on the disk. If anything in it fails, nothing is
   * written; it is tried once more where room could be made. Rejects with Failure: `journal-full`, `store-doubtful`, `save-failed`.
   * See: [Note: How a write becomes durable] and [Note: The reserve]
   */
  async write<Names extends StoreName[], T>(
    stores: Names,
    work: (transaction: Transaction<Names, 'readwrite'>) => Promise<T>,
  ): Promise<T> {
    try {
      return await this.#guarded(stores, work);
    } catch (error) {
      if (!(await this.options.guard?.makesRoom(error))) throw error;
      return this.#guarded(stores, work);
    }
  }

  #guarded<Names extends StoreName[], T>(
    stores: Names,
    work: (transaction: Transaction<Names, 'readwrite'>) => Promise<T>,
  ): Promise<T> {
    const { guard } = this.options;
    // Inside a guard, a transaction may have more stores than were asked for.
    const guarded = (up: WriteGuard) => up.write(this.#plain, stores, work as (transaction: Writing) => Promise<T>);
    if (guard?.isUp) return guarded(guard);
    return this.#write(stores, work).catch((error: unknown) => {
      if (error instanceof Ended && guard) return guarded(guard);
      throw error;
    });
  }

  /** Runs `work`, which writes much. See: [Note: A store that may be doomed] */
  whileMuchIsWritten<T>(work: () => Promise<T>): Promise<T> {
    return this.options.guard?.during(this.#plain, work) ?? work();
  }

  close(): void {
    this.#closed = true;
    this.#database?.then((database) => database.close()).catch(() => undefined);
    this.#database = null;
  }

  #write<Names extends StoreName[], T>(
    stores: Names,
    work: (transaction: Transaction<Names, 'readwrite'>) => Promise<T>,
  ): Promise<T> {
    return this.#run(stores, 'readwrite', work, 'save-failed');
  }

  readonly #plain: PlainStore = {
    read: <T>(stores: readonly StoreName[], work: (transaction: Reading) => Promise<T>) =>
      this.read<StoreName[], T>([...stores], work),
    write: <T>(stores: readonly StoreName[], work: (transaction: Writing) => Promise<T>) =>
      this.#write<StoreName[], T>([...stores], work),
  };

  #connected(): Promise<JournalDatabase> {
    if (this.#closed) return Promise.reject(new Failure('journal-unreadable', 'the journal was closed'));
    if (this.#database) return this.#database;
    const opening = this.#open(() => this.#forget(opening));
    opening.then(this.#remember, () => this.#forget(opening));
    this.#database = opening;
    return opening;
  }

  async #open(onClosed: () => void): Promise<JournalDatabase> {
    const { guard } = this.options;
    await guard?.beforeOpen();
    const onTerminated = () => guard?.sawEnd();
    return openDatabase({ ...this.options, refusesNew: this.#refusesNew, onClosed, onTerminated });
  }

  /** If there was a database before, now or in an earlier visit, it is lost. An empty one in its place would hide that. */
  readonly #refusesNew = (thrownAway: boolean): boolean => {
    if (thrownAway) this.options.mark?.set();
    return this.#known || (this.options.mark?.isSet() ?? false);
  };

  readonly #remember = (): void => {
    this.options.guard?.opened(this.#plain);
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
    let whenLeft: () => Promise<void> | null = () => null;
    try {
      const transaction = await this.#begin(stores, mode);
      if (mode === 'readonly') whenLeft = endWhenLeft(transaction);
      return await this.#settle(transaction, work(transaction));
    } catch (error) {
      const shownAgain = whenLeft();
      if (shownAgain) {
        await shownAgain;
        return this.#run(stores, mode, work, otherwise);
      }
      this.options.guard?.saw(error, mode);
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
      const { guard } = this.options;
      if (guard && !guard.isUp && mode === 'readwrite') {
        guard.sawEnd();
        throw new Ended('save-failed', error.message, { cause: error });
      }
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
      const placed = work.then((result) => {
        commit(transaction);
        return result;
      });
      const [result] = await withTimeLimit(Promise.all([placed, transaction.done]), transactionLimitMs, late);
      return result;
    } catch (error) {
      abort(transaction);
      // The transaction's own error says more than the "AbortError" of its request.
      if (error instanceof DOMException && error.name === 'AbortError') await transaction.done;
      throw error;
    }
  }
}

/** The browser had ended the connection before a transaction could begin. */
class Ended extends Failure {}

/** Lets the browser end it by itself from here on. See: [Note: A page that is left] */
function commit(transaction: { commit(): void }): void {
  try {
    transaction.commit();
  } catch {
    // It has already ended.
  }
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It has already ended, so there is nothing to undo.
  }
}
