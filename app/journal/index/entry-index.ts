import { log } from '../../base/log';
import type { EntryOutline, UnreadableEntry } from '../journal';
import { findPlain } from '../records/find-records';
import type { Transaction } from '../store/connection';
import { lastRevision, nextRevision } from '../store/revision';
import type { StoreName } from '../store/schema';
import type { SealedConnection } from '../store/sealed-connection';
import { monthOfDay } from './days';
import type { IndexChange, PreparedWrite, Writing } from './index-change';
import { byMonth, type PlannedMonth, plannedMonth, putMonths } from './month-plan';
import { checkedMonth, type FoundMonth, loadChanged, loadMonths, loadNotes, monthOf, sizeOf } from './month-store';

/** Not a month: entries that version 1 left in the clear and that could not be sealed yet. Kept in memory only. */
const PLAIN = 'plain';

/**
 * The outlines of all entries, in memory while the journal is open, and the only way to write an entry: so that the two are
 * never stored apart. The stored months are a copy made for speed; where they and the entries differ, the entries are right.
 *
 * [Note: Revisions] Every write puts a new token into `state`. Before anything is read from here or written, the token is looked
 * at: where it is not the one of what is in memory, another tab has written, and the months it changed are read again, whether
 * it told of it or was ended before it could.
 */
export class EntryIndex {
  readonly #months = new Map<string, FoundMonth>();
  #token: string | null = null;
  #sorted: readonly EntryOutline[] | null = null;
  readonly #notes = new Map<string, ReadonlyMap<string, string>>();

  private constructor(private readonly connection: SealedConnection) {}

  static async load(connection: SealedConnection): Promise<EntryIndex> {
    const index = new EntryIndex(connection);
    const { token, months, entries } = await loadMonths(connection);
    index.#token = token;
    for (const found of months) index.#months.set(found.id, found);
    await index.#compareWith(entries);
    return index;
  }

  /** All outlines, newest first. */
  async outlines(): Promise<readonly EntryOutline[]> {
    await this.lookAgain();
    this.#sorted ??= [...this.#months.values()]
      .flatMap(({ month }) => [...month.outlines.values()])
      .sort((a, b) => b.startedAt.epochMs - a.startedAt.epochMs);
    return this.#sorted;
  }

  /** The entries that could not be read when their month was last made anew. */
  async unreadable(): Promise<UnreadableEntry[]> {
    await this.lookAgain();
    return [...this.#months.values()].flatMap(({ month }) =>
      Array.from(month.unreadable, ([id, problem]) => ({ id, problem })),
    );
  }

  /** The note of each entry that has one, by month. Read when first asked for. */
  async notesByMonth(): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
    await this.lookAgain();
    const missing = [...this.#months.keys()].filter((id) => !this.#notes.has(id));
    if (missing.length === 0) return this.#notes;
    for (const [id, notes] of await loadNotes(this.connection, missing)) this.#notes.set(id, notes);
    return this.#notes;
  }

  /** Which state of the entries this is. See: [Note: Revisions] */
  async revision(): Promise<string | null> {
    await this.lookAgain();
    return this.#token;
  }

  /** Reads again what another tab has written since. Resolves with whether there was anything. See: [Note: Revisions] */
  async lookAgain(): Promise<boolean> {
    for (;;) {
      const before = this.#token;
      const { token, months } = await loadChanged(this.connection, before, this.#months);
      // A write of this tab that ended meanwhile is newer than what was read.
      if (this.#token !== before) continue;
      if (token === before) return false;
      this.#adopt(months, token);
      return true;
    }
  }

  /** Nothing is stored any more. */
  clear(): void {
    for (const kept of [this.#months, this.#notes]) kept.clear();
    this.#token = null;
    this.#sorted = null;
  }

  /**
   * Writes what `prepare` gives, and the months it changes, in one transaction. What is sealed is made before it opens, so there
   * it is looked whether the journal is still the one all of it was made from; where another tab was faster it begins again.
   */
  async commit(stores: readonly StoreName[], prepare: () => Promise<PreparedWrite>): Promise<void> {
    for (;;) {
      await this.lookAgain();
      const before = this.#token;
      const { changes, work } = await prepare();
      const planned = await this.#plan(changes);
      const next = nextRevision(
        before,
        planned.map(({ id }) => id),
      );
      const isWritten = await this.#writeIfAt(before, stores, async (transaction) => {
        await Promise.all([
          putMonths(transaction, planned),
          work(transaction),
          transaction.objectStore('state').put(next),
        ]);
      });
      if (!isWritten) continue;
      // Where it was read already, by a look that began after the write, it is there.
      if (this.#token === before) this.#adopt(planned, next.token);
      return;
    }
  }

  /** Whether `work` was done: only where the entries are still at the state `token`. */
  #writeIfAt(
    token: string | null,
    stores: readonly StoreName[],
    work: (transaction: Writing) => Promise<void>,
  ): Promise<boolean> {
    return this.connection.write([...stores, 'entries', 'months', 'words', 'state'], async (transaction) => {
      if (((await lastRevision(transaction))?.token ?? null) !== token) return false;
      await work(transaction);
      return true;
    });
  }

  async #plan(changes: readonly IndexChange[]): Promise<PlannedMonth[]> {
    const touched = byMonth(changes);
    const notes = await this.#notesOf([...touched.keys()]);
    return Promise.all(
      Array.from(touched, ([id, its]) => plannedMonth(this.connection, id, this.#months.get(id), notes.get(id)!, its)),
    );
  }

  /** The notes of months that will be written again. */
  async #notesOf(ids: readonly string[]): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
    const known = new Map(
      ids.flatMap((id) => {
        const found = this.#months.get(id);
        const notes = found ? (this.#notes.get(id) ?? found.madeAnew) : new Map<string, string>();
        return notes ? [[id, notes] as const] : [];
      }),
    );
    const missing = ids.filter((id) => !known.has(id));
    return missing.length === 0 ? known : new Map([...known, ...(await loadNotes(this.connection, missing))]);
  }

  /** Takes in months as they are stored at the state `token`. */
  #adopt(months: readonly (FoundMonth & { readonly notes?: ReadonlyMap<string, string> })[], token: string | null) {
    const plain = this.#months.get(PLAIN)?.month.outlines;
    for (const { id, revision, month, madeAnew, notes } of months) {
      this.#months.set(id, { id, revision, month, madeAnew });
      // Notes are in memory only once something was searched for.
      if (notes && this.#notes.has(id)) this.#notes.set(id, notes);
      else this.#notes.delete(id);
      if (plain) for (const entryId of month.outlines.keys()) plain.delete(entryId);
    }
    this.#token = token;
    this.#sorted = null;
  }

  /** Months that do not name as many entries as there are, are made anew, and stored so if that can be done. */
  async #compareWith(entries: number): Promise<void> {
    const known = [...this.#months.values()].reduce((sum, { month }) => sum + sizeOf(month), 0);
    if (known !== entries) {
      const days = await this.connection.read(['entries'], distinctDays);
      for (const id of new Set([...days.map(monthOfDay), ...this.#months.keys()])) {
        const anew = await checkedMonth(this.connection, id);
        if (anew) this.#months.set(id, anew);
      }
    }
    await this.#storeMadeAnew().catch((error: unknown) => log.warn('the outlines made anew were not stored', error));
  }

  /** The state stays what it is: of the entries nothing changes. */
  async #storeMadeAnew(): Promise<void> {
    for (const found of [...this.#months.values()]) {
      if (!found.madeAnew) continue;
      const planned = await plannedMonth(this.connection, found.id, found, found.madeAnew, []);
      const isWritten = await this.#writeIfAt(this.#token, [], (transaction) => putMonths(transaction, [planned]));
      if (isWritten) this.#adopt([planned], this.#token);
    }
  }

  /** Takes in what could not be sealed. */
  async addPlain(): Promise<void> {
    const plain = await findPlain(this.connection, Infinity);
    if (plain.length === 0) return;
    const { month, notes } = await monthOf(this.connection, plain);
    this.#months.set(PLAIN, { id: PLAIN, month, revision: null, madeAnew: null });
    this.#notes.set(PLAIN, notes);
    this.#sorted = null;
  }
}

async function distinctDays(transaction: Transaction<['entries'], 'readonly'>): Promise<number[]> {
  const days: number[] = [];
  let cursor = await transaction.objectStore('entries').index('by-day').openKeyCursor(null, 'nextunique');
  while (cursor) {
    days.push(cursor.key);
    cursor = await cursor.continue();
  }
  return days;
}
