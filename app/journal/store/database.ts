import { type IDBPDatabase, openDB } from 'idb';
import { withTimeLimit } from '../../base/time-limit';
import { Failure } from '../../domain/failure/failure';
import { DATABASE_NAME } from './database-name';
import { journalFailure } from './journal-failure';
import { MIGRATIONS, type Migration } from './migrations';
import type { JournalSchema } from './schema';

export type JournalDatabase = IDBPDatabase<JournalSchema>;

/** Opening a large store on a slow phone takes a second or two; a store that has not answered by then will not answer. */
export const OPEN_LIMIT_MS = 10_000;

export interface DatabaseOptions {
  readonly name?: string;
  readonly migrations?: readonly Migration[];
  readonly openLimitMs?: number;
  /**
   * Asked before a store is made where there is none; `thrownAway`: the browser says that it found one damaged there. Where it
   * answers yes, none is made.
   */
  readonly refusesNew?: (thrownAway: boolean) => boolean;
  /** The connection is gone: another tab brings a newer version, or the browser ended it. Whoever held it opens anew. */
  readonly onClosed?: () => void;
}

/**
 * Opens the database, creating or migrating it where needed. Rejects with Failure: `journal-newer` when a newer app wrote it
 * (nothing is changed then), `journal-blocked` when another tab keeps an older version open, `journal-full`,
 * `journal-lost` when there was one and the browser has lost it (see `refusesNew`), or `journal-unreadable` for whatever else keeps it shut.
 */
export async function openDatabase(options: DatabaseOptions = {}): Promise<JournalDatabase> {
  const { name = DATABASE_NAME, openLimitMs = OPEN_LIMIT_MS } = options;
  let blocked = false;
  const opening = open(name, options, () => {
    blocked = true;
  });
  try {
    return await withTimeLimit(opening, openLimitMs, () =>
      blocked
        ? new Failure('journal-blocked', 'another tab holds an older version open')
        : new Failure('journal-unreadable', `no answer within ${openLimitMs} ms`),
    );
  } catch (error) {
    // A connection that comes after we gave up would block every later upgrade.
    opening.then((late) => late.close()).catch(() => undefined);
    throw journalFailure(error, 'journal-unreadable');
  }
}

async function open(name: string, options: DatabaseOptions, onBlocked: () => void): Promise<JournalDatabase> {
  const { migrations = MIGRATIONS, onClosed, refusesNew = () => false } = options;
  let migration: Promise<void> | undefined;
  try {
    return await openDB<JournalSchema>(name, migrations.length, {
      upgrade: (database, oldVersion, _newVersion, transaction, event) => {
        const { dataLoss, dataLossMessage } = event as DataLossEvent;
        const steps =
          oldVersion === 0 && refusesNew(dataLoss === 'total')
            ? [refuse(dataLossMessage)]
            : migrations.slice(oldVersion);
        migration = migrate(database, steps, transaction);
        // Its failure also fails the opening, which is where it is reported.
        migration.catch(() => undefined);
      },
      // `blocked` may pass by itself: the other tab closes as soon as its transactions have ended. The time limit decides.
      blocked: onBlocked,
      blocking: (_currentVersion, _blockedVersion, event) => {
        (event.target as IDBDatabase).close();
        onClosed?.();
      },
      terminated: () => onClosed?.(),
    });
  } catch (error) {
    // What the migration failed of says more than the "AbortError" it left behind.
    await migration;
    throw error;
  }
}

/** Chromium says so when it has thrown a damaged store away. */
interface DataLossEvent extends IDBVersionChangeEvent {
  readonly dataLoss?: 'none' | 'total';
  readonly dataLossMessage?: string;
}

const refuse = (detail: string | undefined) => (): never => {
  throw new Failure('journal-lost', detail || 'the database is not there any more');
};

/** Runs the steps in order; a step that throws undoes all of them, and the database stays as it was. */
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
