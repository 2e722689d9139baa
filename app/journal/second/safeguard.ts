import { log } from '../../base/log';
import { Failure } from '../../domain/failure/failure';
import type { Mode, PlainStore, WriteGuard, Writing } from '../store/plain-store';
import type { StoreName } from '../store/schema';
import { leavesDoubt, storeTrouble } from '../store/store-trouble';
import { DoubtMark } from './doubt-mark';
import { hasSecondPlace, hasWhole } from './folder';
import type { TwiceKept } from './twice-kept';

/*
 * [Note: A store that may be doomed]
 *
 * Chromium keeps IndexedDB in LevelDB, whose newest records are a log. If the disk is full in the middle of a write, half a record
 * stays at the log's end. Chromium closes the store, opens it again in the same process, and appends behind the torn record. All of
 * that can be read until the browser ends. At its next start the log is read from its beginning, the torn record does not fit its
 * checksum, and the whole store is thrown away: every entry, also those from before.
 *
 * Opening the store may write as well. So in doubt it is opened only once there is room (`second/room.ts`), unless
 * all of it lies in the second place already.
 *
 * A disk that fills in the middle of a long write can cost the store at its next opening, with nothing written behind the torn record:
 * seen in restores. So what is in the journal is put into the second place before an import or a restore begins (`during`).
 *
 * A log that ends with a torn record is harmless; the store is lost only once something is written behind it. So after an error that
 * can have left one (`store-trouble.ts`) the store is in doubt, for all tabs and after a reload (`doubt-mark.ts`), and each write
 * goes these steps (`second/twice-kept.ts`):
 *
 * 1. Before anything is appended, all of the journal is written into the second place: a folder of the browser's private file system,
 *    whose files don't depend on the store (`second/second-place.ts`). Records lie there as they lie in the store, sealed under the
 *    same key, with the wraps that open it. If it finds no room, nothing is appended and the write is refused.
 * 2. The log is pushed out (`second/push-out.ts`): after more writes than LevelDB holds in memory, it makes a table of what it has in
 *    memory and begins a new log. The torn one is deleted. On a 160 MB file system this made the store outlive a restart in 3 of 3
 *    runs, where it was lost in 2 of 2 without. It needs some room and rests on how LevelDB works today, so it is not relied on.
 * 3. The write is done, and what it changed is added to the second place as a file of its own. Only then is it acknowledged.
 *
 * At each start, what the store lacks is taken back in from the second place before the journal opens, whether the store is lost,
 * older or whole (`second/take-back.ts`). A number that every write in doubt stores in its transaction says how far the store is.
 *
 * A page can't ask whether the browser was started again. Doubt ends, and the second place is removed, when the store was found
 * whole at three starts at least eight hours apart, and its log was pushed out or the store made anew (`second/begin-in-doubt.ts`). Too
 * long costs little: each write goes to two places.
 */

/** Raises a safeguard once the store may be doomed, and writes through it from then on. See: [Note: A store that may be doomed] */
export class Safeguard implements WriteGuard {
  readonly mark: DoubtMark;
  #twiceKept: Promise<TwiceKept> | undefined;

  constructor(private readonly journalName: string) {
    this.mark = new DoubtMark(journalName);
  }

  /**
   * To be called before the journal opens: what it lacks is taken back in. Rejects with Failure if there is something to take back and
   * that can't be done.
   */
  async begin(nowMs: number): Promise<void> {
    if (!this.mark.isSet && !(await hasSecondPlace(this.journalName))) return;
    await (await import('./begin-in-doubt')).beginInDoubt(
      this.journalName,
      secondLock(this.journalName),
      this.mark,
      nowMs,
    );
  }

  get isUp(): boolean {
    return this.mark.doubt?.isPrecaution === false;
  }

  /** See `duringPrecaution`. Its code is fetched with the first import or restore. */
  async during<T>(store: PlainStore, work: () => Promise<T>): Promise<T> {
    const { duringPrecaution } = await import('./precaution');
    return duringPrecaution(this.journalName, this.mark, () => this.#readyKeeper(store), work).finally(() => {
      if (!this.mark.isSet) this.#twiceKept = undefined;
    });
  }

  saw(error: unknown, mode: Mode): void {
    const trouble = storeTrouble(error);
    // A read that got no answer has changed nothing.
    const isSlowRead = trouble === 'late' && mode === 'readonly';
    if (trouble && leavesDoubt(trouble) && !isSlowRead) this.#raise(trouble);
  }

  /** Whatever a browser calls a full disk, these two failures are what it comes to. See: [Note: The reserve] */
  async makesRoom(error: unknown): Promise<boolean> {
    if (!(error instanceof Failure) || !['journal-full', 'store-doubtful'].includes(error.code)) return false;
    return (await import('../reserve/reserve')).giveUpReserve(this.journalName).catch(() => false);
  }

  /** Seen: a write that succeeded, then a read that was aborted, and a log that was torn all the same. */
  sawEnd(): void {
    this.#raise('the browser has ended the connection');
  }

  async beforeOpen(): Promise<void> {
    // What lies in the second place as a whole can be lost here. A browser also refuses for its quota, with room on the disk.
    if (!this.isUp || (!this.mark.doubt?.isStale && (await hasWhole(this.journalName)))) return;
    await (await import('./room')).haveRoom();
  }

  /** Does what the next write would have to do first, because opening the store may have harmed it. */
  opened(store: PlainStore): void {
    if (!this.isUp) return;
    this.#readyKeeper(store).catch((error: unknown) => log.warn('no second place yet', error));
  }

  #raise(why: string): void {
    log.warn(`the store is in doubt from now on: ${why}`);
    this.mark.raise();
  }

  /** Rejects with Failure `store-doubtful` if it can't be kept in two places; nothing in the store is at risk then. */
  async write<T>(
    store: PlainStore,
    stores: readonly StoreName[],
    work: (transaction: Writing) => Promise<T>,
  ): Promise<T> {
    try {
      return await (await this.#readyKeeper(store)).write(store, stores, work);
    } catch (error) {
      // The folder may have been removed in another tab; the next write looks for it again.
      if (error instanceof Failure && error.code === 'store-doubtful') this.#twiceKept = undefined;
      throw error;
    }
  }

  /** The folder may have been removed since it was opened, here or in another tab: then it is made once more, before anything is written. */
  async #readyKeeper(store: PlainStore): Promise<TwiceKept> {
    const keeper = await this.#keeper();
    try {
      await keeper.ready(store);
      return keeper;
    } catch {
      this.#twiceKept = undefined;
      const again = await this.#keeper();
      await again.ready(store);
      return again;
    }
  }

  #keeper(): Promise<TwiceKept> {
    this.#twiceKept ??= this.#open();
    return this.#twiceKept;
  }

  /** Its code is fetched only in doubt. */
  async #open(): Promise<TwiceKept> {
    try {
      const { TwiceKept } = await import('./twice-kept');
      return await TwiceKept.open(this.journalName, secondLock(this.journalName), this.mark);
    } catch (error) {
      this.#twiceKept = undefined;
      throw error;
    }
  }
}

/** Only one tab at a time writes the whole journal into the second place, or takes it back in. */
const secondLock = (journalName: string): string => `${journalName}-second`;
