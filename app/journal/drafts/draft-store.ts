import { newId } from '../../base/ids';
import { log } from '../../base/log';
import { err } from '../../base/result';
import type { Draft, DraftOf } from '../journal';
import { findAll } from '../records/find-records';
import { DRAFT } from '../records/record-kinds';
import { opened, sealed } from '../records/records';
import { revisionOf, type StoredRecord } from '../store/schema';
import type { SealedConnection } from '../store/sealed-connection';
import type { HeldDrafts } from './held-drafts';

/**
 * How long a draft waits for the database before it is also held in the tab, in milliseconds. A full database may take long to
 * answer, and a lock in another tab does not wait that long (`SETTLE_MS` in `journal-lock.ts`). See: [Note: Drafts without room]
 */
const HOLD_AFTER_MS = 1_000;

/** The drafts: in the database, or in this tab if there was no room. The caller runs only one write at a time. */
export class DraftStore {
  #held: HeldDrafts | null = null;
  readonly #heldBefore: Promise<unknown> | undefined;
  /** By id, the revisions that this tab has found in the database or tried to write there: its own draft is newer than those. */
  readonly #seen = new Map<string, Set<string | null>>();

  /** `place`: how the keys of drafts held in this tab begin. `onHeld` is called once if some are held from before a reload. */
  constructor(
    private readonly place: string,
    private readonly connection: SealedConnection,
    onHeld: () => void,
  ) {
    // A worker has no `sessionStorage`.
    if (!Object.keys(globalThis.sessionStorage ?? {}).some((key) => key.startsWith(place))) return;
    this.#heldBefore = this.#holding().catch((error) => log.warn('what is held in this tab stays there', error));
    // Nobody needs to wait: `newest` finds a draft that is held as well.
    void this.#heldBefore.then(onHeld);
  }

  /** See `Journal.draft`. */
  async newest<K extends Draft['kind']>(kind: K, entryId?: string): Promise<DraftOf<K> | null> {
    await this.#heldBefore;
    const kept = await findAll(this.connection, 'drafts');
    const found = this.#held?.withHeld(kept) ?? kept;
    // A held draft may be in the database by the time the person continues it.
    for (const { record } of [...kept, ...found]) if (record.ok) this.#remember(record.value as StoredRecord);
    const drafts: DraftOf<K>[] = [];
    for (const { id, record } of found) {
      if (entryId !== undefined && id !== entryId) continue;
      // Only the draft of a recall takes code that can be missing. Another kind can be had without it.
      const draft = record.ok
        ? await opened(this.connection.codec, DRAFT, id, record.value).catch((error: unknown) => {
            if (kind === 'recall') throw error;
            return err(String(error));
          })
        : record;
      if (draft.ok && draft.value.kind === kind) drafts.push(draft.value as DraftOf<K>);
      else if (!draft.ok) log.warn('a draft could not be read and was left as it is');
    }
    return drafts.sort((a, b) => b.startedAt.epochMs - a.startedAt.epochMs)[0] ?? null;
  }

  /** See `Journal.keepDraft`. */
  async keep(draft: Draft): Promise<void> {
    const record = await sealed(this.connection.codec, DRAFT, draft);
    const { id } = record;
    const after = this.#remember(record);
    let holding: Promise<void> | undefined;
    const hold = () => (holding ??= this.#hold(record, after));
    // A draft that is held must not become older than the one in the database, in case the page goes now.
    if (this.isHeld(id)) await hold();
    const late = setTimeout(hold, HOLD_AFTER_MS);
    try {
      await this.connection.write(['entries', 'drafts'], async (transaction) => {
        // If another tab has saved the entry in the meantime, it has no draft any more.
        if ((await transaction.objectStore('entries').getKey(id)) !== undefined) return;
        await transaction.objectStore('drafts').put(record);
      });
    } catch (error) {
      await hold();
      throw error;
    } finally {
      clearTimeout(late);
    }
    await holding;
    this.release(id);
    this.#remember(record);
  }

  /** See `Journal.isHeld`. Without an id: whether any draft is held. */
  isHeld(id?: string): boolean {
    return this.#held?.has(id) ?? false;
  }

  /** See `Journal.dropDraft`. */
  async drop(id?: string): Promise<void> {
    await this.connection.write(['drafts'], async (transaction) => {
      const drafts = transaction.objectStore('drafts');
      await (id === undefined ? drafts.clear() : drafts.delete(id));
    });
    this.release(id);
  }

  /** Forgets the draft of that entry, because it was saved or dropped; without an id, every draft. */
  release(id?: string): void {
    this.#held?.release(id);
    if (id === undefined) this.#seen.clear();
    else this.#seen.delete(id);
  }

  /** Moves held drafts into the database. Resolves with whether one was moved. */
  async moveIn(): Promise<boolean> {
    return (await this.#held?.moveIn()) ?? false;
  }

  #remember(record: StoredRecord): Set<string | null> {
    const seen = (this.#seen.get(record.id) ?? new Set()).add(revisionOf(record));
    this.#seen.set(record.id, seen);
    return seen;
  }

  /** Its code is fetched only when there is a draft to hold. See: [Note: Drafts without room] */
  async #holding(): Promise<HeldDrafts> {
    const { HeldDrafts } = await import('./held-drafts');
    const { connection } = this;
    this.#held ??= new HeldDrafts(this.place, connection, {
      open: (id, record) => opened(connection.codec, DRAFT, id, record),
      seal: (draft) => sealed(connection.codec, DRAFT, draft),
      newId,
    });
    return this.#held;
  }

  #hold(record: StoredRecord, after: ReadonlySet<string | null>): Promise<void> {
    return this.#holding().then(
      (held) => held.hold(record, after),
      (error) => log.warn('a draft is not held in the tab', error),
    );
  }
}
