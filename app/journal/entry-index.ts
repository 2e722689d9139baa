import { log } from '../base/log';
import { ok, type Result } from '../base/result';
import type { Entry } from '../domain/entry';
import type { Transaction } from './connection';
import { dayOfMs, monthOfDay } from './days';
import { findPlain, findSome } from './find-records';
import type { EntryOutline, UnreadableEntry } from './journal';
import { type FoundMonth, loadMonth, loadMonths, loadNotes, monthOf, sealedMonth, sizeOf } from './month-store';
import { outlineOf } from './outline';
import { type EntryRecord, isPlain, revisionOf, type StoredRecord, type StoreName } from './schema';
import type { SealedConnection } from './sealed-connection';

/** What a write means for the index: an entry as it will be, or that there will be none under its id. */
export interface IndexChange {
  readonly id: string;
  readonly becomes: {
    readonly day: number;
    /** Its outline, or why it cannot be read. */
    readonly outline: Result<EntryOutline, string>;
    readonly note: string;
  } | null;
}

/** The change that `entry` means. */
export const changeTo = (entry: Entry): IndexChange => ({
  id: entry.id,
  becomes: { day: dayOfMs(entry.startedAt.epochMs), outline: ok(outlineOf(entry)), note: entry.report.note },
});

interface PlannedMonth extends FoundMonth {
  readonly outlines: StoredRecord;
  readonly words: StoredRecord;
}

/** Not a month: entries that version 1 left in the clear and that could not be sealed yet. Kept in memory only. */
const PLAIN = 'plain';

type Work = (transaction: Transaction<StoreName[], 'readwrite'>) => Promise<void>;

/**
 * The outlines of all entries, in memory while the journal is open, and the only way to write an entry: so that the two are
 * never stored apart. The stored months are a copy made for speed; where they and the entries differ, the entries are right.
 */
export class EntryIndex {
  private readonly months = new Map<string, FoundMonth>();
  private readonly stale = new Set<string>();
  private sorted: readonly EntryOutline[] | null = null;
  private notes = new Map<string, ReadonlyMap<string, string>>();

  private constructor(private readonly connection: SealedConnection) {}

  static async load(connection: SealedConnection): Promise<EntryIndex> {
    const index = new EntryIndex(connection);
    for (const found of await loadMonths(connection)) index.months.set(found.id, found);
    await index.compareWithEntries();
    return index;
  }

  /** All outlines, newest first. */
  async outlines(): Promise<readonly EntryOutline[]> {
    await this.refresh();
    this.sorted ??= [...this.months.values()]
      .flatMap(({ month }) => [...month.outlines.values()])
      .sort((a, b) => b.startedAt.epochMs - a.startedAt.epochMs);
    return this.sorted;
  }

  /** The entries that could not be read when their month was last made anew. */
  async unreadable(): Promise<UnreadableEntry[]> {
    await this.refresh();
    return [...this.months.values()].flatMap(({ month }) =>
      Array.from(month.unreadable, ([id, problem]) => ({ id, problem })),
    );
  }

  /** The note of each entry that has one, by month. Read when first asked for. */
  async notesByMonth(): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
    await this.refresh();
    const missing = [...this.months.keys()].filter((id) => !this.notes.has(id));
    const read = await Promise.all(missing.map((id) => loadNotes(this.connection, id)));
    for (const [position, id] of missing.entries()) this.notes.set(id, read[position]!);
    return this.notes;
  }

  /** These months were changed by another tab. */
  forget(ids: readonly string[]): void {
    for (const id of ids) this.stale.add(id);
  }

  /** Nothing is stored any more. */
  clear(): void {
    for (const kept of [this.months, this.stale, this.notes]) kept.clear();
    this.sorted = null;
  }

  /**
   * Writes `work` and the changed months in one transaction. What is sealed is made before it opens, so it looks there whether
   * everything it was made from is still what is stored, and where another tab was faster begins again.
   */
  async commit(stores: readonly StoreName[], changes: readonly IndexChange[], work: Work): Promise<readonly string[]> {
    for (;;) {
      const filed = await this.filedDays(changes);
      const planned = await this.plan(changes, filed);
      const written = await this.connection.write([...stores, 'entries', 'months', 'words'], async (transaction) => {
        if (!(await isCurrent(transaction, planned, filed))) return false;
        await put(transaction, planned);
        await work(transaction);
        return true;
      });
      if (written) return this.adopt(planned);
    }
  }

  /** The day each changed entry is filed under now; null where there is none. */
  private async filedDays(changes: readonly IndexChange[]): Promise<ReadonlyMap<string, number | null>> {
    const found = await findSome(
      this.connection,
      changes.map(({ id }) => id),
    );
    const days = new Map<string, number | null>(changes.map(({ id }) => [id, null]));
    for (const { id, record } of found) days.set(id, record.ok ? dayIn(record.value as EntryRecord) : null);
    return days;
  }

  private async plan(
    changes: readonly IndexChange[],
    filed: ReadonlyMap<string, number | null>,
  ): Promise<PlannedMonth[]> {
    const touched = new Map<string, IndexChange[]>();
    for (const change of changes) {
      const before = filed.get(change.id) ?? null;
      const after = change.becomes?.day ?? null;
      for (const day of new Set([before, after])) {
        if (day === null) continue;
        const id = monthOfDay(day);
        touched.set(id, [...(touched.get(id) ?? []), change]);
      }
    }
    return Promise.all(Array.from(touched, ([id, itsChanges]) => this.planMonth(id, itsChanges)));
  }

  private async planMonth(id: string, changes: readonly IndexChange[]): Promise<PlannedMonth> {
    const stored = await loadMonth(this.connection, id);
    const storedNotes = stored.madeAnew ?? (await loadNotes(this.connection, id));
    const month = { outlines: new Map(stored.month.outlines), unreadable: new Map(stored.month.unreadable) };
    const notes = new Map(storedNotes);
    for (const { id: entryId, becomes } of changes) {
      month.unreadable.delete(entryId);
      month.outlines.delete(entryId);
      notes.delete(entryId);
      if (!becomes || monthOfDay(becomes.day) !== id) continue;
      if (becomes.outline.ok) month.outlines.set(entryId, becomes.outline.value);
      else month.unreadable.set(entryId, becomes.outline.error);
      notes.set(entryId, becomes.note);
    }
    return { ...stored, month, ...(await sealedMonth(this.connection, id, month, notes)) };
  }

  private adopt(planned: readonly PlannedMonth[]): readonly string[] {
    for (const { id, month, outlines } of planned) {
      this.months.set(id, { id, month, revision: revisionOf(outlines), madeAnew: null });
      this.notes.delete(id);
      const plain = this.months.get(PLAIN)?.month.outlines;
      if (plain) for (const entryId of month.outlines.keys()) plain.delete(entryId);
    }
    this.sorted = null;
    return planned.map(({ id }) => id);
  }

  private async refresh(): Promise<void> {
    for (const id of this.stale) {
      if (id !== PLAIN) this.months.set(id, await loadMonth(this.connection, id));
      this.stale.delete(id);
      this.notes.delete(id);
      this.sorted = null;
    }
  }

  /** Months that do not name as many entries as there are, are made anew, and stored so if that can be done. */
  private async compareWithEntries(): Promise<void> {
    const known = [...this.months.values()].reduce((sum, { month }) => sum + sizeOf(month), 0);
    const filed = await this.connection.read(['entries'], (transaction) =>
      transaction.objectStore('entries').index('by-day').count(),
    );
    if (known !== filed) {
      const days = await this.connection.read(['entries'], distinctDays);
      this.forget([...days.map(monthOfDay), ...this.months.keys()]);
      await this.refresh();
    }
    await this.storeMadeAnew().catch((error: unknown) => log.warn('the outlines made anew were not stored', error));
  }

  private async storeMadeAnew(): Promise<void> {
    const ids = [...this.months.values()].flatMap(({ id, madeAnew }) => (madeAnew ? [id] : []));
    for (const id of ids) {
      const planned = [await this.planMonth(id, [])];
      const written = await this.connection.write(['entries', 'months', 'words'], async (transaction) => {
        const current = await isCurrent(transaction, planned, new Map());
        if (current) await put(transaction, planned);
        return current;
      });
      if (written) this.adopt(planned);
    }
  }

  /** Takes in what could not be sealed. */
  async addPlain(): Promise<void> {
    const plain = await findPlain(this.connection, Infinity);
    if (plain.length === 0) return;
    const { month, notes } = await monthOf(this.connection, plain);
    this.months.set(PLAIN, { id: PLAIN, month, revision: null, madeAnew: null });
    this.notes.set(PLAIN, notes);
  }
}

/** In the transaction: whether all that was planned with is still what is stored. */
async function isCurrent(
  transaction: Transaction<StoreName[], 'readwrite'>,
  planned: readonly PlannedMonth[],
  filed: ReadonlyMap<string, number | null>,
): Promise<boolean> {
  const months = transaction.objectStore('months');
  for (const { id, revision } of planned) if (revisionOf(await months.get(id)) !== revision) return false;
  for (const [id, day] of filed) if (dayIn(await transaction.objectStore('entries').get(id)) !== day) return false;
  return true;
}

async function put(
  transaction: Transaction<StoreName[], 'readwrite'>,
  planned: readonly PlannedMonth[],
): Promise<void> {
  for (const { outlines, words } of planned) {
    await transaction.objectStore('months').put(outlines);
    await transaction.objectStore('words').put(words);
  }
}

const dayIn = (record: { readonly body: unknown } | undefined): number | null =>
  record && !isPlain(record as EntryRecord) ? ((record as EntryRecord).day ?? null) : null;

async function distinctDays(transaction: Transaction<['entries'], 'readonly'>): Promise<number[]> {
  const days: number[] = [];
  let cursor = await transaction.objectStore('entries').index('by-day').openKeyCursor(null, 'nextunique');
  while (cursor) {
    days.push(cursor.key);
    cursor = await cursor.continue();
  }
  return days;
}
