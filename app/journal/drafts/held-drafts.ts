import { fromBase64, toBase64 } from '../../base/base64';
import { log } from '../../base/log';
import type { Result } from '../../base/result';
import type { Draft } from '../journal';
import type { FoundRecord } from '../records/find-records';
import { revisionOf, type StoredRecord } from '../store/schema';
import type { SealedConnection } from '../store/sealed-connection';

/*
 * [Note: Drafts without room]
 *
 * If the database takes no draft, say because the disk is full, the draft is only in the page's memory. A lock reloads the page and
 * would lose it, and not locking would leave the journal open. So the draft's record, sealed as for the database, is put into
 * `sessionStorage`: it belongs to this tab, has room of its own, and survives a reload.
 *
 * It does not survive the tab. So the person is told that the draft was not saved, and it is moved into the database as soon as
 * that has room: when the journal opens, and when the page comes into view again.
 */

/** A sealed draft as it is stored in the tab, as JSON. */
interface HeldRecord {
  readonly version: number;
  /** Base64. */
  readonly body: string;
  /** The revisions (see `revisionOf`) that this draft is newer than, and its own, because the database may have taken it after all. */
  readonly after: readonly (string | null)[];
}

interface Held {
  readonly record: StoredRecord;
  /** Whether it is newer than the record in the database under its id. */
  isAfter(present: unknown): boolean;
}

/** Opens and seals drafts. Injected: importing it here would split the start-up chunk. */
export interface DraftCodec {
  open(id: string, record: StoredRecord): Promise<Result<Draft, string>>;
  seal(draft: Draft): Promise<StoredRecord>;
  newId(): string;
}

/** Drafts that are held in this tab only. See: [Note: Drafts without room] */
export class HeldDrafts {
  /** By id, whether the held draft is the newest of its entry. */
  readonly #ids: Map<string, boolean>;

  constructor(
    private readonly place: string,
    private readonly connection: SealedConnection,
    private readonly codec: DraftCodec,
  ) {
    const held = Object.keys(sessionStorage).filter((key) => key.startsWith(place));
    this.#ids = new Map(held.map((key) => [key.slice(place.length), true]));
  }

  /** Whether the newest draft of that entry is held here. Without an id: whether any draft is. */
  has(id?: string): boolean {
    return id === undefined ? this.#ids.size > 0 : (this.#ids.get(id) ?? false);
  }

  /** `after`: the revisions that it is newer than, and its own. If it cannot be held here either, `has` returns false. */
  hold({ id, version, body }: StoredRecord, after: ReadonlySet<string | null>): void {
    if (this.#ids.has(id)) this.#ids.set(id, false);
    const held: HeldRecord = { version, body: toBase64(body), after: [...after] };
    try {
      sessionStorage.setItem(this.place + id, JSON.stringify(held));
      this.#ids.set(id, true);
    } catch (error) {
      log.warn('a draft is neither in the database nor in the tab', error);
    }
  }

  /** Removes the draft of that entry, because it was saved or dropped; without an id, every draft. */
  release(id?: string): void {
    for (const one of id === undefined ? [...this.#ids.keys()] : [id]) {
      if (this.#ids.delete(one)) sessionStorage.removeItem(this.place + one);
    }
  }

  /** Replaces drafts by the newer ones held in this tab, unless another tab has continued them. */
  withHeld(found: readonly FoundRecord[]): FoundRecord[] {
    const byId = new Map(found.map((one) => [one.id, one]));
    for (const id of this.#ids.keys()) {
      const held = this.#held(id);
      const present = byId.get(id);
      const isNewer = !present || (present.record.ok && held?.isAfter(present.record.value));
      if (held && isNewer) byId.set(id, { id, record: { ok: true, value: held.record } });
    }
    return [...byId.values()];
  }

  /** Moves held drafts into the database. Resolves with whether one was moved. Never rejects: a draft without room stays here. */
  async moveIn(): Promise<boolean> {
    let moved = false;
    for (const id of [...this.#ids.keys()]) {
      try {
        await this.#move(id);
        this.release(id);
        moved = true;
      } catch (error) {
        log.warn('a draft is still in this tab alone', error);
      }
    }
    return moved;
  }

  /**
   * If another tab has continued the draft in the meantime, both are kept: this one becomes the draft of another entry. If both
   * edit one entry, the other tab's draft stays, as in `withHeld`. If the entry has been saved, the draft is dropped. Rejects if it
   * cannot be opened or written.
   */
  async #move(id: string): Promise<void> {
    const held = this.#held(id);
    if (!held) throw new Error('what is held is not a draft');
    const draft = await this.codec.open(id, held.record);
    if (!draft.ok) throw new Error(draft.error);
    const another = await this.codec.seal(renamed(draft.value, this.codec.newId()));
    await this.connection.write(['entries', 'drafts'], async (transaction) => {
      if ((await transaction.objectStore('entries').getKey(id)) !== undefined) return;
      const drafts = transaction.objectStore('drafts');
      if (held.isAfter(await drafts.get(id))) await drafts.put(held.record);
      else if (another.id !== id) await drafts.put(another);
    });
  }

  /** Null if it cannot be parsed. Then it is left where it is. */
  #held(id: string): Held | null {
    try {
      const { version, body, after } = JSON.parse(sessionStorage.getItem(this.place + id) ?? 'null') as HeldRecord;
      const isAfter = (present: unknown) => !present || !!after?.includes(revisionOf(present as StoredRecord));
      return { record: { id, version, body: fromBase64(body) }, isAfter };
    } catch {
      return null;
    }
  }
}

function renamed(draft: Draft, entryId: string): Draft {
  // It belongs to the entry that is there: under another name nobody would find it.
  if (draft.kind === 'edit') return draft;
  if (draft.kind === 'check-in') return { ...draft, entryId };
  return { ...draft, entryId, trace: draft.trace && { ...draft.trace, entryId } };
}
