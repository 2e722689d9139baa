import { log } from '../../base/log';

/** The note is updated every so many entries, because each update waits for the disk, as an entry does. */
const NOTE_EVERY = 20;

/**
 * Runs `work`, an import or restore, under the lock `lock`, and passes it a function to call with the number of entries done. `note`
 * writes the note of that number, null removes it: it is removed however `work` ends. See: BulkWriteNote
 */
export function underNote<T>(
  lock: string,
  note: (done: number | null) => Promise<void>,
  work: (tell: (done: number) => void) => Promise<T>,
): Promise<T> {
  return navigator.locks.request(lock, { mode: 'shared' }, async () => {
    let noted = 0;
    await note(0);
    try {
      return await work((done) => {
        if (done < noted + NOTE_EVERY) return;
        noted = done;
        void note(done).catch(logUnnoted);
      });
    } finally {
      await note(null).catch(logUnnoted);
    }
  });
}

/** If the note cannot be written, the entries are still imported: they matter more. */
const logUnnoted = (error: unknown): void => log.warn('the progress of an import or restore could not be noted', error);
