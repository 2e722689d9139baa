import { Queue } from '../../base/queue';
import { asFailure, Failure } from '../../domain/failure/failure';
import type { Change, ChangeBroadcast } from './broadcast';
import { KeyChanged } from './sealed-connection';
import { inTurn } from './write-lock';

/*
 * [Note: How a write becomes durable]
 *
 * When the screen says that an entry is saved, it is on the disk. Browsers make that hard: they kill and freeze tabs, a disk is full
 * without an error, and two tabs write at once. Besides, a record is sealed by WebCrypto before its transaction opens, because
 * IndexedDB commits a transaction that waits for anything but its own requests. So what the record was made from may have changed
 * by the time it is written.
 *
 * A value is parsed before it is sealed, as it will be when it is read (`records.ts`). A record that cannot be read is never
 * overwritten. Then every write of entries passes five guards:
 *
 * 1. The writes of a tab run one after another (`Writes`). Otherwise a draft that took long to seal could land after the entry that
 *    replaces it.
 * 2. The tabs take turns, by a lock with a time limit (`write-lock.ts`). It saves work, but correctness does not depend on it.
 * 3. The transaction checks that the stored vault is the one our keys belong to (`sealed-connection.ts`). Otherwise a tab that
 *    missed "Delete everything" would write what nobody can open. If only its key was changed, the write is prepared again.
 * 4. The transaction checks that the entries are in the state that the write was made from (`entry-index.ts`). If another tab was
 *    faster, nothing is written and the write is prepared again. Settings do the same with their one record.
 * 5. The write is done when a transaction with `durability: 'strict'` has completed, and fails after a time limit
 *    (`connection.ts`). Without `strict`, a browser may say so before the disk has the data.
 *
 * A draft needs no fourth guard: its transaction checks that its entry has not been saved. What happens to a draft that finds no
 * room: see [Note: Drafts without room]. Why it is built like this: docs/decisions/003-write-guards.md.
 */

/** The writes of this tab. See: [Note: How a write becomes durable] */
export class Writes {
  readonly #queue = new Queue();

  constructor(
    private readonly journalName: string,
    private readonly broadcast: ChangeBroadcast,
  ) {}

  /**
   * Runs `write` after the earlier writes of all tabs, and once more if the journal's key was changed meanwhile. Rejects with
   * Failure; an error that is none becomes `save-failed`.
   */
  async run<T>(write: () => Promise<T>): Promise<T> {
    const again = (error: unknown): Promise<T> => {
      if (!(error instanceof KeyChanged)) throw error;
      return write();
    };
    try {
      return await this.#queue.run(() => inTurn(this.journalName, () => write().catch(again)));
    } catch (error) {
      throw asFailure(error, 'save-failed');
    }
  }

  /** Like `run`. When the write is durable, tells every tab what it changed, which `write` resolves with. */
  async change(write: () => Promise<Change>): Promise<void> {
    try {
      this.broadcast.changed(await this.run(write));
    } catch (error) {
      // A write first reads what it builds on. What matters to the person is that nothing was written.
      const isOfReading =
        error instanceof Failure && (error.code === 'journal-unreadable' || error.code === 'journal-silent');
      if (!isOfReading) throw error;
      throw new Failure('save-failed', error.detail, { cause: error });
    }
  }
}
