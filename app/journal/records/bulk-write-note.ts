import { log } from '../../base/log';
import type { BulkWrite } from '../../domain/entry/bulk-write';
import { readBulkWrite } from '../parse/bulk-write';
import { BULK_WRITE_ID } from '../store/schema';
import type { SealedConnection } from '../store/sealed-connection';
import type { Writes } from '../store/writes';
import type { RecordKind } from './record-kinds';
import { opened, sealed } from './records';

const BULK_WRITE: RecordKind<BulkWrite> = { store: 'state', read: readBulkWrite, idOf: () => BULK_WRITE_ID };

/** What is known of an import or restore before it begins. */
export type BulkWriteStart = Pick<BulkWrite, 'kind' | 'total'>;

/**
 * The note of an import or restore under way. The tab that does the work writes it before the first entry and removes it after the
 * last, and holds a lock meanwhile. If there is a note and no tab holds the lock, the work was interrupted.
 */
export class BulkWriteNote {
  readonly #lock: string;

  constructor(
    private readonly connection: SealedConnection,
    journalName: string,
    private readonly writes: Writes,
  ) {
    this.#lock = `${journalName}-bringing`;
  }

  /** Runs `work` and passes it a function to call with the number of entries done. The note is removed however `work` ends. */
  async during<T>(what: BulkWriteStart, work: (tell: (done: number) => void) => Promise<T>): Promise<T> {
    const { underNote } = await import('./under-note');
    return underNote(this.#lock, (done) => this.#write(done === null ? null : { version: 1, ...what, done }), work);
  }

  /** The import or restore that was interrupted, as the note `record` tells; null if a tab is still at work. */
  async interrupted(record: unknown): Promise<BulkWrite | null> {
    const { held = [] } = await navigator.locks.query();
    if (held.some(({ name }) => name === this.#lock)) return null;
    const note = await opened(this.connection.codec, BULK_WRITE, BULK_WRITE_ID, record);
    if (note.ok) return note.value;
    log.warn('the note of an import or restore cannot be read', note.error);
    return null;
  }

  forget(): Promise<void> {
    return this.#write(null);
  }

  #write(note: BulkWrite | null): Promise<void> {
    return this.writes.run(async () => {
      const record = note && (await sealed(this.connection.codec, BULK_WRITE, note));
      await this.connection.write(['state'], async (transaction) => {
        const state = transaction.objectStore('state');
        await (record ? state.put(record) : state.delete(BULK_WRITE_ID));
      });
    });
  }
}
