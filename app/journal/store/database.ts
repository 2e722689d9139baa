import { type IDBPDatabase, openDB } from 'idb';
import { withTimeLimit } from '../../base/time-limit';
import { underLock } from '../../base/under-lock';
import { Failure } from '../../domain/failure/failure';
import { DATABASE_NAME } from './database-name';
import { journalFailure } from './journal-failure';
import { endWhenLeft } from './left-page';
import { MIGRATIONS, type Migration } from './migrations';
import type { JournalSchema } from './schema';

export type JournalDatabase = IDBPDatabase<JournalSchema>;

/** How long opening may take, in milliseconds. A large database on a slow phone takes one or two seconds. */
export const OPEN_LIMIT_MS = 10_000;

/** How long a page waits for the lock under which the database is opened, in milliseconds. */
const LOCK_LIMIT_MS = 2_000;

export interface DatabaseOptions {
  readonly name?: string;
  readonly migrations?: readonly Migration[];
  readonly openLimitMs?: number;
  /**
   * Asked when there is no database, before one is created. If it returns true, none is created. `thrownAway`: the browser says
   * that it found a damaged one and deleted it.
   */
  readonly refusesNew?: (thrownAway: boolean) => boolean;
  /** Called when the connection is gone: another tab upgrades the database, or the browser closed it. Open it again then. */
  readonly onClosed?: () => void;
  /** Called before `onClosed` if it was the browser that closed it, because it can't read or write the store any more. */
  readonly onTerminated?: () => void;
}

/**
 * Opens the database, and creates or migrates it if needed. Rejects with Failure:
 * - `journal-newer`: a newer version of the app wrote it; nothing is changed
 * - `journal-blocked`: another tab keeps an older version open
 * - `journal-full`: the disk is full
 * - `journal-lost`: there was one and the browser has lost it (see `refusesNew`)
 * - `journal-silent`: no answer in time
 * - `journal-unreadable`: anything else
 */
export async function openDatabase(options: DatabaseOptions = {}): Promise<JournalDatabase> {
  const { name = DATABASE_NAME, openLimitMs = OPEN_LIMIT_MS } = options;
  let blocked = false;
  const opening = outOfCache(name, () =>
    open(name, options, () => {
      blocked = true;
    }),
  );
  try {
    return await withTimeLimit(opening, openLimitMs, () =>
      blocked
        ? new Failure('journal-blocked', 'another tab holds an older version open')
        : new Failure('journal-silent', `no answer within ${openLimitMs} ms`),
    );
  } catch (error) {
    // If the connection still opens after we gave up, it would block every later upgrade.
    opening.then((late) => late.close()).catch(() => undefined);
    throw journalFailure(error, 'journal-unreadable');
  }
}

/**
 * A page that is left goes into the browser's back/forward cache, where it stands still with all it holds. If it is left while its
 * database is being made or brought up to date, nobody could open that database until the page is thrown away. The browser
 * throws it away as soon as somebody else asks for a lock that it holds; so each page opens the database under the same lock.
 */
const outOfCache = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  // Correctness does not depend on it: a tab that takes long to open must not hold up the others.
  underLock(`${name}-opening`, LOCK_LIMIT_MS, work, work);

async function open(name: string, options: DatabaseOptions, onBlocked: () => void): Promise<JournalDatabase> {
  const { migrations = MIGRATIONS, onClosed, onTerminated, refusesNew = () => false } = options;
  let migration: Promise<void> | undefined;
  try {
    return await openDB<JournalSchema>(name, migrations.length, {
      upgrade: (database, oldVersion, _newVersion, transaction, event) => {
        const { dataLoss, dataLossMessage } = event as DataLossEvent;
        const steps =
          oldVersion === 0 && refusesNew(dataLoss === 'total')
            ? [refuse(dataLossMessage)]
            : migrations.slice(oldVersion);
        // Where there are no Web Locks, or the browser has not granted one yet. See: [Note: A page that is left]
        endWhenLeft(transaction);
        migration = migrate(database, steps, transaction);
        // If it fails, opening fails too, and the error is reported there.
        migration.catch(() => undefined);
      },
      // This may pass: the other tab closes its connection once its transactions have ended. Only the time limit decides.
      blocked: onBlocked,
      blocking: (_currentVersion, _blockedVersion, event) => {
        (event.target as IDBDatabase).close();
        onClosed?.();
      },
      terminated: () => {
        onTerminated?.();
        onClosed?.();
      },
    });
  } catch (error) {
    // The migration's own error says more than the "AbortError" that follows from it.
    await migration;
    throw error;
  }
}

/** Chromium's way to say that it has deleted a damaged database. */
interface DataLossEvent extends IDBVersionChangeEvent {
  readonly dataLoss?: 'none' | 'total';
  readonly dataLossMessage?: string;
}

const refuse = (detail: string | undefined) => (): never => {
  throw new Failure('journal-lost', detail || 'the database is not there any more');
};

/** Runs the steps in order. If one throws, all of them are undone and the database stays as it was. */
async function migrate(
  database: JournalDatabase,
  steps: readonly Migration[],
  transaction: Parameters<Migration>[1],
): Promise<void> {
  try {
    for (const step of steps) await step(database, transaction);
  } catch (error) {
    transaction.done.catch(() => undefined);
    transaction.abort();
    throw error;
  }
}
