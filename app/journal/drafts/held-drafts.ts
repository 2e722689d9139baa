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
 * Where the database takes no draft, for want of room say, what was told is in the page's memory alone: a lock, which loads the page
 * anew, would lose it, and a journal that stays open instead is a leak. So the draft's record, sealed as for the database, is put into
 * `sessionStorage`: that is this tab's alone, takes its room elsewhere, and is still there when the page is loaded again. It is
 * no place to stay (it goes with the tab), so whoever wrote the draft is told that it was not kept, and it is moved into the database
 * as soon as that takes it: when the journal opens, and when the page is looked at again.
 */

/** A sealed draft as it lies in the tab. */
interface HeldRecord {
  readonly version: number;
  /** Base64. */
  readonly body: string;
  /** The revisions (see `revisionOf`) of what this one comes after, and its own: the database may have taken it after all. */
  readonly after: readonly (string | null)[];
}

interface Held {
  readonly record: StoredRecord;
  /** Whether it comes after what lies in the database under its id. */
  isAfter(present: unknown): boolean;
}

/** How a draft is opened and sealed. Handed in: what this file imports of the journal's own, the build would cut out of it. */
export interface DraftCodec {
  open(id: string, record: StoredRecord): Promise<Result<Draft, string>>;
  seal(draft: Draft): Promise<StoredRecord>;
  newId(): string;
}

/** Drafts that are in this tab alone. See: [Note: Drafts without room] */
export class HeldDrafts {
  /** By id, whether it is the newest there is. */
  readonly #ids: Map<string, boolean>;

  constructor(
    private readonly place: string,
    private readonly connection: SealedConnection,
    private readonly codec: DraftCodec,
  ) {
    const held = Object.keys(sessionStorage).filter((key) => key.startsWith(place));
    this.#ids = new Map(held.map((key) => [key.slice(place.length), true]));
  }

  /** Whether the newest draft of that entry is held here; without an id, whether any is. */
  has(id?: string): boolean {
    return id === undefined ? this.#ids.size > 0 : (this.#ids.get(id) ?? false);
  }

  /** `after`: the revisions it comes after, and its own. Where it cannot be held either, `has` says so. */
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

  /** The draft was kept or dropped; without an id, all of them were. */
  release(id?: string): void {
    for (const one of id === undefined ? [...this.#ids.keys()] : [id]) {
      if (this.#ids.delete(one)) sessionStorage.removeItem(this.place + one);
    }
  }

  /** `found` with what is held in the place of what it comes after; but where another tab has gone on with a draft, with that one. */
  beside(found: readonly FoundRecord[]): FoundRecord[] {
    const byId = new Map(found.map((one) => [one.id, one]));
    for (const id of this.#ids.keys()) {
      const held = this.#held(id);
      const present = byId.get(id);
      const isNewer = !present || (present.record.ok && held?.isAfter(present.record.value));
      if (held && isNewer) byId.set(id, { id, record: { ok: true, value: held.record } });
    }
    return [...byId.values()];
  }

  /** Moves into the database what is held; resolves with whether anything was. Never rejects: what finds no room stays. */
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
   * Where another tab has gone on with the draft meanwhile, both are kept: this one as the draft of another entry. Of an entry that is
   * saved there is no draft any more. Rejects where it could not be written, or not be opened.
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
      await drafts.put(held.isAfter(await drafts.get(id)) ? held.record : another);
    });
  }

  /** Null where it is not what it should be, for then it is left as it is. */
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
  if (draft.kind === 'check-in') return { ...draft, entryId };
  return { ...draft, entryId, trace: draft.trace && { ...draft.trace, entryId } };
}
