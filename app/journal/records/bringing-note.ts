import { log } from '../../base/log';
import type { Bringing } from '../../domain/entry/bringing';
import { BRINGING_ID } from '../store/schema';
import type { SealedConnection } from '../store/sealed-connection';
import { BRINGING } from './nouns';
import { opened, sealed } from './records';

/** What is brought in, before any of it is. */
export type BringingKind = Pick<Bringing, 'kind' | 'total'>;

/** Noted once in so many entries: each note waits for the disk, as an entry does. */
const NOTE_EVERY = 20;

/**
 * The note of what is being brought in. It is written before the first entry and removed after the last, by the tab that brings
 * them; whoever finds it while no tab holds the lock of that name knows that it was cut off.
 */
export class BringingNote {
  readonly #lock: string;

  constructor(
    private readonly connection: SealedConnection,
    journalName: string,
    /** Runs a write after those before it. */
    private readonly inTurn: <T>(write: () => Promise<T>) => Promise<T>,
  ) {
    this.#lock = `${journalName}-bringing`;
  }

  /** Runs `work`, which is given what to call with how many entries have come in. The note is gone however it ends. */
  async during<T>(what: BringingKind, work: (tell: (done: number) => void) => Promise<T>): Promise<T> {
    return navigator.locks.request(this.#lock, { mode: 'shared' }, async () => {
      let noted = 0;
      const note = (done: number): Promise<void> => this.#write({ version: 1, ...what, done });
      await note(0);
      try {
        return await work((done) => {
          if (done < noted + NOTE_EVERY) return;
          noted = done;
          void note(done).catch(passedOver);
        });
      } finally {
        await this.#write(null).catch(passedOver);
      }
    });
  }

  /** What was cut off; null where nothing was, and while another tab is at it. */
  async cutOff(): Promise<Bringing | null> {
    const record = await this.connection.read(['state'], (transaction) =>
      transaction.objectStore('state').get(BRINGING_ID),
    );
    if (record === undefined) return null;
    const { held = [] } = await navigator.locks.query();
    if (held.some(({ name }) => name === this.#lock)) return null;
    const note = await opened(this.connection.codec, BRINGING, BRINGING_ID, record);
    if (note.ok) return note.value;
    log.warn('there is a note of something that was brought in, and it cannot be read', note.error);
    return null;
  }

  forget(): Promise<void> {
    return this.#write(null);
  }

  #write(note: Bringing | null): Promise<void> {
    return this.inTurn(async () => {
      const record = note && (await sealed(this.connection.codec, BRINGING, note));
      await this.connection.write(['state'], async (transaction) => {
        const state = transaction.objectStore('state');
        await (record ? state.put(record) : state.delete(BRINGING_ID));
      });
    });
  }
}

/** What is brought in matters more than the note of it. */
const passedOver = (error: unknown): void => log.warn('how much was brought in could not be noted', error);
