import { newId } from '../../base/ids';
import { log } from '../../base/log';
import type { Draft, DraftOf } from '../journal';
import { findAll } from '../records/find-records';
import { DRAFT } from '../records/nouns';
import { opened, sealed } from '../records/records';
import { revisionOf, type StoredRecord } from '../store/schema';
import type { SealedConnection } from '../store/sealed-connection';
import type { HeldDrafts } from './held-drafts';

/**
 * How long a draft waits for the database before it is held in the tab as well, in milliseconds: shorter than a lock that another
 * tab has told of waits, for a database without room may not answer for long. See: [Note: Drafts without room]
 */
const HOLD_AFTER_MS = 1_000;

/** The drafts in the database, and what found no room there. Its caller has only one write run at a time. */
export class DraftStore {
  #held: HeldDrafts | null = null;
  readonly #heldBefore: Promise<unknown> | undefined;
  /** By id, what this tab's own draft comes after: the revisions it has found in the database or tried to put there. */
  readonly #seen = new Map<string, Set<string | null>>();

  /** `place` is where this tab holds drafts; `onHeld` is called once where some are held there from before. */
  constructor(
    private readonly place: string,
    private readonly connection: SealedConnection,
    onHeld: () => void,
  ) {
    // A worker has none.
    if (!Object.keys(globalThis.sessionStorage ?? {}).some((key) => key.startsWith(place))) return;
    this.#heldBefore = this.#holding().catch((error) => log.warn('what is held in this tab stays there', error));
    // Nobody waits for it: what is held is read as it is until there is room for it.
    void this.#heldBefore.then(onHeld);
  }

  /** See `Journal.draft`. */
  async newest<K extends Draft['kind']>(kind: K): Promise<DraftOf<K> | null> {
    await this.#heldBefore;
    const kept = await findAll(this.connection, 'drafts');
    const found = this.#held?.beside(kept) ?? kept;
    // What is held may lie in the database by the time it is gone on with.
    for (const { record } of [...kept, ...found]) if (record.ok) this.#saw(record.value as StoredRecord);
    const drafts: DraftOf<K>[] = [];
    for (const { id, record } of found) {
      const draft = record.ok ? await opened(this.connection.codec, DRAFT, id, record.value) : record;
      if (draft.ok && draft.value.kind === kind) drafts.push(draft.value as DraftOf<K>);
      else if (!draft.ok) log.warn('a draft could not be read and was left as it is');
    }
    return drafts.sort((a, b) => b.startedAt.epochMs - a.startedAt.epochMs)[0] ?? null;
  }

  /** See `Journal.keepDraft`. */
  async keep(draft: Draft): Promise<void> {
    const record = await sealed(this.connection.codec, DRAFT, draft);
    const { id } = record;
    const after = this.#saw(record);
    let holding: Promise<void> | undefined;
    const hold = () => (holding ??= this.#hold(record, after));
    // One that is held is never left older than what the database may have taken by the time the page is gone.
    if (this.isHeld(id)) await hold();
    const late = setTimeout(hold, HOLD_AFTER_MS);
    try {
      await this.connection.write(['entries', 'drafts'], async (transaction) => {
        // Another tab may have saved it meanwhile: a saved entry has no draft.
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
    this.#saw(record);
  }

  /** See `Journal.isHeld`; without an id, whether any is. */
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

  /** The draft of that entry is no longer; without an id, none is. */
  release(id?: string): void {
    this.#held?.release(id);
    if (id === undefined) this.#seen.clear();
    else this.#seen.delete(id);
  }

  /** Moves into the database what is held; resolves with whether anything was. */
  async moveIn(): Promise<boolean> {
    return (await this.#held?.moveIn()) ?? false;
  }

  #saw(record: StoredRecord): Set<string | null> {
    const seen = (this.#seen.get(record.id) ?? new Set()).add(revisionOf(record));
    this.#seen.set(record.id, seen);
    return seen;
  }

  /** What drafts that find no room are held in. Its code is fetched when there is one. See: [Note: Drafts without room] */
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
