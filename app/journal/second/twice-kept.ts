import { log } from '../../base/log';
import { Queue } from '../../base/queue';
import { underLock } from '../../base/under-lock';
import { Failure } from '../../domain/failure/failure';
import type { PlainStore, Writing } from '../store/plain-store';
import { SECOND_ID, type StoreName } from '../store/schema';
import { OPEN_ID } from '../vault/vault-records';
import type { DoubtMark } from './doubt-mark';
import { pushOut } from './push-out';
import type { RecordChange, RecordLine } from './record-file';
import { recorded } from './recorded';
import { SecondPlace } from './second-place';
import { opensByItself, vaultLines, vaultRecords } from './vault-lines';
import { isKept, storeCount, wholeLines } from './whole-lines';

/** With more files than this, the whole journal is written again. */
const MOST_WRITES = 100;
/** How long after something was erased the second place is written again without it, in milliseconds. */
const TIDY_AFTER_MS = 2_000;
/** How long a tab waits for another one that writes the whole journal, in milliseconds. */
const TURN_MS = 60_000;
/** How long after it failed pushing out the log is tried again, in milliseconds: it takes room each time. */
const PUSH_AGAIN_MS = 60_000;

/** Writes into the store and into the second place. See: [Note: A store that may be doomed] */
export class TwiceKept {
  #tidying: ReturnType<typeof setTimeout> | undefined;
  #pushedMs = -Infinity;
  #isTidy = false;
  readonly #queue = new Queue();

  private constructor(
    private readonly place: SecondPlace | null,
    private readonly mark: DoubtMark,
    private readonly lock: string,
  ) {}

  static async open(journalName: string, lock: string, mark: DoubtMark): Promise<TwiceKept> {
    const place = await SecondPlace.open(journalName).catch((error: unknown) => {
      throw doubtful(error);
    });
    return new TwiceKept(place, mark, lock);
  }

  /** See `WriteGuard.write`. `ready` comes first. */
  async write<T>(
    store: PlainStore,
    stores: readonly StoreName[],
    work: (transaction: Writing) => Promise<T>,
  ): Promise<T> {
    const changes: RecordChange[] = [];
    const written = await store.write([...new Set([...stores, 'state' as const])], async (transaction) => {
      const count = ((await storeCount(transaction)) ?? 0) + 1;
      const result = await work(recorded(transaction, changes));
      if (changes.length > 0) await transaction.objectStore('state').put({ id: SECOND_ID, count });
      return { result, count };
    });
    if (changes.length > 0) await this.#keep(store, written.count, changes);
    return written.result;
  }

  /** Steps 1 and 2 of the note. Rejects with Failure `store-doubtful`. */
  ready(store: PlainStore): Promise<void> {
    return this.#queue.run(() => alone(this.lock, () => this.#getReady(store)));
  }

  async #getReady(store: PlainStore): Promise<void> {
    const { place } = this;
    try {
      if (place) await this.#haveWhole(place, store);
      // Without a count, the next start would take the store for one that has lost what came since.
      if (place && (await store.read(['state'], storeCount)) === null) {
        await store.write(['state'], (transaction) =>
          transaction.objectStore('state').put({ id: SECOND_ID, count: 0 }),
        );
      }
    } catch (error) {
      throw doubtful(error);
    }
    const isPushedOut = this.mark.doubt?.pushedOut || (await this.#pushOut(store));
    if (!place && !isPushedOut) throw new Failure('store-doubtful', 'there is no second place in this browser');
  }

  /** Also once for what a page before this one has erased and not taken out any more. */
  async #haveWhole(place: SecondPlace, store: PlainStore): Promise<void> {
    const { whole, writes } = await place.files();
    const isDue = !whole || this.mark.doubt?.isStale || (!this.#isTidy && writes.some((file) => file.erases));
    if (isDue) await this.#keepWhole(place, store);
    if (this.mark.doubt?.isStale) this.mark.note({ isStale: false });
    this.#isTidy = true;
  }

  async #pushOut(store: PlainStore): Promise<boolean> {
    if (performance.now() - this.#pushedMs < PUSH_AGAIN_MS) return false;
    this.#pushedMs = performance.now();
    try {
      await pushOut(store);
      this.mark.note({ pushedOut: true });
      return true;
    } catch (error) {
      log.warn('the torn log could not be pushed out', error);
      return false;
    }
  }

  async #keep(store: PlainStore, count: number, changes: readonly RecordChange[]): Promise<void> {
    const { place } = this;
    if (!place) return;
    try {
      const lines: RecordLine[] = changes.filter(isKept);
      if (changes.some(isOfVault)) lines.push(...(await vaultLines(place, await store.read(['vault'], vaultRecords))));
      if (lines.length === 0) return;
      await place.putWrite(count, lines, erases(changes));
      // What is no longer to open the journal, or was erased as a whole, must not wait in another place.
      if (changes.some(isRemoval)) await alone(this.lock, () => this.#keepWhole(place, store));
      else if (erases(changes) || (await place.files()).writes.length > MOST_WRITES) this.#tidyLater(place, store);
    } catch (error) {
      // The store has a write that the second place lacks: before the next one, all of it is laid down there again.
      this.mark.note({ isStale: true });
      throw doubtful(error);
    }
  }

  #tidyLater(place: SecondPlace, store: PlainStore): void {
    clearTimeout(this.#tidying);
    this.#tidying = setTimeout(() => {
      void alone(this.lock, () => this.#keepWhole(place, store)).catch((error) =>
        log.warn('the second place still holds what was erased', error),
      );
    }, TIDY_AFTER_MS);
  }

  async #keepWhole(place: SecondPlace, store: PlainStore): Promise<void> {
    const count = await store.read(['state'], storeCount);
    await place.putWhole(count ?? 0, wholeLines(place, store));
    // No file of it is left that the code opens.
    if (!opensByItself(await store.read(['vault'], vaultRecords))) await place.code.remove();
  }
}

/** Whether something went that a person may have wanted gone. The draft of an entry goes when the entry is saved. */
function erases(changes: readonly RecordChange[]): boolean {
  const saves = changes.some((change) => change.store === 'entries' && 'put' in change);
  return changes.some(
    (change) =>
      !('put' in change) && (['entries', 'traces'].includes(change.store) || (change.store === 'drafts' && !saves)),
  );
}

/** A key that an older version put there for a reload of a tab is in no file, and neither is that it went. */
const isOfVault = (change: RecordChange): boolean =>
  change.store === 'vault' &&
  !('delete' in change ? change.delete === OPEN_ID : 'put' in change && change.put.id === OPEN_ID);

/** Whether a way into the journal, or everything, was removed. */
const isRemoval = (change: RecordChange): boolean => 'clear' in change || ('delete' in change && isOfVault(change));

const alone = <T>(lock: string, work: () => Promise<T>): Promise<T> =>
  underLock(lock, TURN_MS, work, (error) => {
    throw error;
  });

function doubtful(error: unknown): Failure {
  if (error instanceof Failure && error.code === 'store-doubtful') return error;
  const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
  return new Failure('store-doubtful', `the second place: ${name}: ${message}`, { cause: error });
}
