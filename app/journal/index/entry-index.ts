import { log } from '../../base/log';
import type { OutsideChange } from '../../domain/entry/outside-change';
import {
  type EntryOutline,
  OUTLINE_VARIABLES,
  type OutlineColumns,
  type OutlineVariables,
} from '../../variables/outline-variables';
import type { MonthColumns, UnreadableEntry } from '../journal';
import type { FoundRecord } from '../records/find-records';
import { lastRevision, nextRevision } from '../store/revision';
import { type RevisionRecord, revisionOf, type StoredRecord, type StoreName } from '../store/schema';
import type { SealedConnection } from '../store/sealed-connection';
import { inOrderOfTime } from './days';
import type { IndexChange, PreparedWrite, Writing } from './index-change';
import { columnsOf, type Month, sizeOf } from './month';
import { type MonthList, monthsOf, sealedList, UNKNOWN } from './month-list';
import { byMonth, type PlannedMonth, plannedMonth, putMonths } from './month-plan';
import { type FoundMonth, MonthStore, type Notes } from './month-store';

/** Not a month: the entries that version 1 left in the clear and that could not be sealed yet. Kept in memory only. */
const PLAIN = 'plain';

/**
 * The outlines of all entries, in memory while the journal is open. It is the only way to write an entry, so that entry and
 * outline are never stored apart. The stored months are a copy made for speed; if they and the entries differ, the entries are right.
 *
 * [Note: Revisions] Every write puts a new token into `state`. The token is compared before anything is read from here or written:
 * if it is not the one that memory was read at, another tab has written, and the months it changed are read again. That needs no
 * message from the other tab, which may have been closed before it could send one.
 */
export class EntryIndex {
  readonly #months = new Map<string, FoundMonth>();
  #last: RevisionRecord | undefined;
  #found: OutsideChange | null = null;
  #sorted: readonly EntryOutline[] | null = null;
  readonly #notes = new Map<string, Notes>();
  #readingNotes: Promise<void> | null = null;
  readonly #connection: SealedConnection;
  readonly #store: MonthStore;
  readonly #variables: OutlineVariables;

  private constructor(connection: SealedConnection, variables: OutlineVariables) {
    this.#connection = connection;
    this.#store = new MonthStore(connection, variables);
    this.#variables = variables;
  }

  static async load(
    connection: SealedConnection,
    variables: OutlineVariables = OUTLINE_VARIABLES,
    mustBeListed = false,
  ): Promise<EntryIndex> {
    const index = new EntryIndex(connection, variables);
    const { last, months, list, entries } = await index.#store.all();
    index.#take(last, list);
    for (const found of months) index.#months.set(found.id, found);
    // A journal without entries may have no list yet.
    const isListGone = mustBeListed && list === null && entries > 0;
    const isAsListed = String(list?.months ?? '') === String(monthsOf(months)) && !isListGone;
    const known = months.reduce((sum, { month }) => sum + sizeOf(month), 0);
    if (!isAsListed || known !== entries) await index.#compare(list, isListGone);
    await index.#storeRemade(isAsListed).catch((error: unknown) => log.warn('remade months were not stored', error));
    return index;
  }

  /** All outlines, newest first. */
  async outlines(): Promise<readonly EntryOutline[]> {
    await this.lookAgain();
    this.#sorted ??= this.#sortedAnew();
    return this.#sorted;
  }

  /** Month by month, because only those that changed are sorted again; entries in the clear may lie in any month. */
  #sortedAnew(): readonly EntryOutline[] {
    const months = [...this.#months.values()].sort((a, b) => inOrderOfTime(b.id, a.id));
    const all = months.flatMap(({ month }) => sortedMonth(month));
    return this.#months.has(PLAIN) ? all.sort(newestFirst) : all;
  }

  /** These variables of all entries, month by month, oldest first. */
  async columns<K extends keyof EntryOutline>(keys: readonly K[]): Promise<readonly OutlineColumns<K>[]> {
    return (await this.columnsSince(keys, new Map())).map(({ columns }) => columns!);
  }

  /** The same, without the columns of months whose revision is as `known`. */
  async columnsSince<K extends keyof EntryOutline>(
    keys: readonly K[],
    known: ReadonlyMap<string, string | null>,
  ): Promise<readonly MonthColumns<K>[]> {
    await this.lookAgain();
    const asked = Object.fromEntries(keys.map((key) => [key, this.#variables[key]!]));
    return [...this.#months.values()]
      .sort((a, b) => inOrderOfTime(a.id, b.id))
      .map(({ id, revision, month }) => ({
        month: id,
        revision,
        columns:
          revision !== null && known.get(id) === revision
            ? null
            : (columnsOf([...month.outlines.values()], asked) as unknown as OutlineColumns<K>),
      }));
  }

  /** The entries that could not be read when their month was last made from them. */
  async unreadable(): Promise<UnreadableEntry[]> {
    await this.lookAgain();
    return [...this.#months.values()].flatMap(({ month }) =>
      Array.from(month.unreadable, ([id, problem]) => ({ id, problem })),
    );
  }

  /** The note of each entry that has one, by month. Read when first asked for, and once, however many ask meanwhile. */
  async notesByMonth(): Promise<ReadonlyMap<string, Notes>> {
    for (;;) {
      await this.lookAgain();
      const missing = [...this.#months.values()].filter(({ id }) => !this.#notes.has(id));
      if (missing.length === 0) return this.#notes;
      this.#readingNotes ??= this.#readNotes(missing).finally(() => {
        this.#readingNotes = null;
      });
      await this.#readingNotes;
    }
  }

  async #readNotes(months: readonly FoundMonth[]): Promise<void> {
    const read = await this.#store.notes(months.map(({ id }) => id));
    // If a month was written meanwhile, its notes may be older than it is.
    for (const month of months)
      if (this.#months.get(month.id) === month) this.#notes.set(month.id, read.get(month.id)!);
  }

  /** What was found changed from outside; null if nothing, or if the person has seen it. See: [Note: Order and absence] */
  get found(): OutsideChange | null {
    return this.#found;
  }

  /** Whether changes are kept for other devices, in the state that memory is at. See: [Note: The change feed] */
  get fed(): boolean {
    return this.#last?.fed ?? false;
  }

  /** What the records of that entry must be; undefined if no month lists it. */
  sealOf(id: string): string | undefined {
    return this.monthWith(id)?.month.seals.get(id);
  }

  /** The month that lists that entry. */
  monthWith(id: string): FoundMonth | undefined {
    return [...this.#months.values()].find(({ month }) => month.seals.has(id));
  }

  /** Whether this is the record of an entry (`part` 0) or of its trace (1) that was written last, as far as memory knows. */
  isNewest(part: 0 | 1, id: string, record: unknown): boolean {
    const due = this.sealOf(id)?.split('/')[part] ?? '';
    return due === UNKNOWN || due === (revisionOf(record as StoredRecord | undefined) ?? '');
  }

  /** The token of the state that memory is at. See: [Note: Revisions] */
  async revision(): Promise<string | null> {
    await this.lookAgain();
    return this.#token;
  }

  /** Reads what another tab has written since; resolves with whether there was anything. See: [Note: Revisions] */
  async lookAgain(): Promise<boolean> {
    for (;;) {
      const before = this.#token;
      const { last, months, list } = await this.#store.changed(before, this.#months);
      // If a write of this tab has ended meanwhile, what was read is older than memory.
      if (this.#token !== before) continue;
      if ((last?.token ?? null) === before) return false;
      this.#adopt(months);
      this.#take(last, list);
      return true;
    }
  }

  /** Forgets everything, because nothing is stored any more. */
  clear(): void {
    for (const kept of [this.#months, this.#notes]) kept.clear();
    this.#take(undefined, null);
    this.#sorted = null;
  }

  /**
   * Writes what `prepare` gives, and the months it changes, in one transaction. All of it is sealed before the transaction opens,
   * so the transaction first compares the token. If another tab was faster, the work is prepared again from what that tab wrote.
   */
  async commit(stores: readonly StoreName[], prepare: () => Promise<PreparedWrite>): Promise<void> {
    for (;;) {
      await this.lookAgain();
      const before = this.#token;
      const { changes, ...rest } = await prepare();
      const planned = await this.#plan(changes);
      if (await this.#put(before, planned, { stores, ...rest })) return;
    }
  }

  /**
   * Writes months, the list of all of them, and what goes with them, if the entries are still at the state `before`; resolves with
   * whether they were.
   */
  async #put(
    before: string | null,
    planned: readonly PlannedMonth[],
    { stores = [], work, found = this.#found, fed = this.fed }: PutWith = {},
  ): Promise<boolean> {
    const next = nextRevision(
      before,
      planned.map(({ id }) => id),
      fed,
    );
    const months = new Map([...this.#months, ...planned.map((month) => [month.id, month] as const)]);
    const list = { months: monthsOf(months.values()), found };
    const record = await sealedList(this.#connection.codec, list);
    const isWritten = await this.#writeIfAt(before, stores, async (transaction) => {
      const state = transaction.objectStore('state');
      await Promise.all([putMonths(transaction, planned), work?.(transaction), state.put(next), state.put(record)]);
    });
    // A look that began after the write may have read it already.
    if (isWritten && this.#token === before) {
      this.#adopt(planned);
      this.#take(next, list);
    }
    return isWritten;
  }

  /** Does `work` only if the entries are still at the state `token`; resolves with whether it did. */
  #writeIfAt(
    token: string | null,
    stores: readonly StoreName[],
    work: (transaction: Writing) => Promise<void>,
  ): Promise<boolean> {
    return this.#connection.write([...stores, 'entries', 'months', 'words', 'state'], async (transaction) => {
      if (((await lastRevision(transaction))?.token ?? null) !== token) return false;
      await work(transaction);
      return true;
    });
  }

  async #plan(changes: readonly IndexChange[]): Promise<PlannedMonth[]> {
    const touched = byMonth(changes);
    const notes = await this.#notesOf([...touched.keys()]);
    return Promise.all(
      Array.from(touched, ([id, its]) => plannedMonth(this.#store, id, this.#months.get(id), notes.get(id)!, its)),
    );
  }

  /** The notes of months that will be written again. */
  async #notesOf(ids: readonly string[]): Promise<ReadonlyMap<string, Notes>> {
    const known = new Map(
      ids.flatMap((id) => {
        const found = this.#months.get(id);
        const notes = found ? (this.#notes.get(id) ?? found.remade) : new Map<string, string>();
        return notes ? [[id, notes] as const] : [];
      }),
    );
    const missing = ids.filter((id) => !known.has(id));
    return missing.length === 0 ? known : new Map([...known, ...(await this.#store.notes(missing))]);
  }

  /** Takes in months as the store has them. */
  #adopt(months: readonly (FoundMonth & { readonly notes?: Notes })[]) {
    const plain = this.#months.get(PLAIN)?.month.outlines;
    for (const { id, revision, month, remade, notes } of months) {
      this.#months.set(id, { id, revision, month, remade });
      // Notes are held only once something was searched for.
      if (notes && this.#notes.has(id)) this.#notes.set(id, notes);
      else this.#notes.delete(id);
      if (plain) for (const entryId of month.outlines.keys()) plain.delete(entryId);
    }
    this.#sorted = null;
  }

  /** The token of the state that memory is at; null before there was one. */
  get #token(): string | null {
    return this.#last?.token ?? null;
  }

  #take(last: RevisionRecord | undefined, list: MonthList | null): void {
    this.#last = last;
    this.#found = list?.found ?? null;
  }

  /** Makes the months that are not as they should be from their entries. Its code is fetched where there are some. */
  async #compare(list: MonthList | null, isListGone: boolean): Promise<void> {
    const { compare } = await import('./compare');
    const { months, found } = await compare(this.#connection, this.#store, this.#months, list, isListGone);
    for (const remade of months) this.#months.set(remade.id, remade);
    this.#found = found ?? this.#found;
  }

  /** Stores the months that were made from their entries, or at least their list, unless all is `stored` already. */
  async #storeRemade(stored: boolean): Promise<void> {
    const remade = [...this.#months.values()].filter((found) => found.remade);
    for (const found of remade) {
      const planned = await plannedMonth(this.#store, found.id, found, found.remade!, []);
      if (!(await this.#put(this.#token, [planned]))) return;
    }
    if (!stored && remade.length === 0) await this.#put(this.#token, []);
  }

  /** Takes in the entries that could not be sealed. */
  async takePlain(plain: readonly FoundRecord[]): Promise<void> {
    if (plain.length === 0) return;
    const { month, notes } = await this.#store.monthOf(plain);
    this.#months.set(PLAIN, { id: PLAIN, month, revision: null, remade: null });
    this.#notes.set(PLAIN, notes);
    this.#sorted = null;
  }
}

const newestFirst = (a: EntryOutline, b: EntryOutline): number => b.startedAt.epochMs - a.startedAt.epochMs;

/** The outlines of a month, newest first, as long as nothing was added to it or taken out. */
const sortedMonths = new WeakMap<Month, readonly EntryOutline[]>();

function sortedMonth(month: Month): readonly EntryOutline[] {
  const known = sortedMonths.get(month);
  if (known?.length === month.outlines.size) return known;
  const sorted = [...month.outlines.values()].sort(newestFirst);
  sortedMonths.set(month, sorted);
  return sorted;
}

interface PutWith extends Partial<Pick<PreparedWrite, 'work' | 'found' | 'fed'>> {
  readonly stores?: readonly StoreName[];
}
