import { nextTask } from '../../base/idle';
import { log } from '../../base/log';
import type { Result } from '../../base/result';
import type { Entry } from '../../domain/entry/entry';
import { OUTLINE_VARIABLES, type OutlineVariables } from '../../variables/outline-variables';
import { type FoundRecord, findDays } from '../records/find-records';
import { ENTRY } from '../records/record-kinds';
import { opened } from '../records/records';
import type { Transaction } from '../store/connection';
import { lastRevision } from '../store/revision';
import { MONTH_LIST_ID, type RevisionRecord, revisionOf, type StoredRecord, type StoreName } from '../store/schema';
import type { SealedConnection } from '../store/sealed-connection';
import { RECORD_VERSION } from '../vault/sealing-codec';
import { daysOfMonth } from './days';
import { emptyMonth, type Month, packedMonth, packedNotes, readMonth, readNotes } from './month';
import { type MonthList, openedList, sealOf, UNKNOWN } from './month-list';
import { outlineBy } from './outline';

/** How many months are opened in one task: those of the busiest journal we measure take ten milliseconds. */
const AT_ONCE = 32;

/** The note of each entry that has one. */
export type Notes = ReadonlyMap<string, string>;

/** A month as it was read. */
export interface FoundMonth {
  readonly id: string;
  /** Tells whether the store still holds what was read; null if it held nothing. */
  readonly revision: string | null;
  readonly month: Month;
  /** The notes as well, if the month had to be made from its entries; else null. */
  readonly remade: Notes | null;
}

/** What one look at the store found. */
interface Look {
  /** Which state of the entries it is; undefined if none was ever noted. */
  readonly last: RevisionRecord | undefined;
  /** The months that are not in the store as they were known. */
  readonly months: readonly FoundMonth[];
  /** The list of all months; null if there is none. */
  readonly list: MonthList | null;
}

/** The records to store for a month. */
export interface MonthRecords {
  readonly outlines: StoredRecord;
  readonly words: StoredRecord;
}

/**
 * The months as they are stored. One that cannot be opened, or that was kept by another set of variables, is made from its
 * entries. See: [Note: Outline variables]
 */
export class MonthStore {
  readonly #connection: SealedConnection;
  readonly #variables: OutlineVariables;

  constructor(connection: SealedConnection, variables: OutlineVariables = OUTLINE_VARIABLES) {
    this.#connection = connection;
    this.#variables = variables;
  }

  /** Every month that is stored, and how many entries there are. */
  async all(): Promise<Look & { readonly entries: number }> {
    const found = await this.#connection.readOwn(['state', 'months', 'entries'], async (transaction) => {
      const [last, records, entries, list] = await Promise.all([
        lastRevision(transaction),
        allMonths(transaction),
        transaction.objectStore('entries').index('by-day').count(),
        transaction.objectStore('state').get(MONTH_LIST_ID),
      ]);
      return { last, records, entries, list };
    });
    return { ...found, months: await this.#openAll(found.records), list: await this.#openList(found.list) };
  }

  /**
   * The months that differ from `known`, which is how the store was at `token`; none if it still is. If there was only one change
   * since then, only the months it touched are read.
   */
  async changed(token: string | null, known: ReadonlyMap<string, FoundMonth>): Promise<Look> {
    const found = await this.#connection.readOwn(['state', 'months'], async (transaction) => {
      const last = await lastRevision(transaction);
      if ((last?.token ?? null) === token) return { last, records: [], list: undefined };
      const list = await transaction.objectStore('state').get(MONTH_LIST_ID);
      const months = transaction.objectStore('months');
      const records =
        last?.before === token
          ? await Promise.all(last.months.map((id) => months.get(id)))
          : await allMonths(transaction);
      return { last, records: records.filter((record) => record !== undefined), list };
    });
    const changed = found.records.filter((record) => revisionOf(record) !== known.get(record.id)?.revision);
    return { ...found, months: await this.#openAll(changed), list: await this.#openList(found.list) };
  }

  /** The notes of these months' entries, by month; read from the entries if the notes themselves cannot be read. */
  async notes(ids: readonly string[]): Promise<ReadonlyMap<string, Notes>> {
    const records = await this.#connection.read(['words'], (transaction) =>
      Promise.all(ids.map((id) => transaction.objectStore('words').get(id))),
    );
    return new Map(await aFewAtOnce(ids, async (id, at) => [id, await this.#openNotes(id, records[at])] as const));
  }

  /** The outlines and notes of these entries. */
  async monthOf(
    found: readonly FoundRecord[],
  ): Promise<{ readonly month: Month; readonly notes: Map<string, string> }> {
    const month = emptyMonth();
    const notes = new Map<string, string>();
    const entries = await Promise.all(
      found.map(({ id, record }) => (record.ok ? opened(this.#connection.codec, ENTRY, id, record.value) : record)),
    );
    for (const [at, entry] of entries.entries()) {
      const { id, record } = found[at]!;
      this.addTo(month, notes, id, entry, record.ok ? sealOf(record.value as StoredRecord) : UNKNOWN);
    }
    return { month, notes };
  }

  /** Adds an entry, or why it cannot be read. */
  addTo(month: Month, notes: Map<string, string>, id: string, entry: Result<Entry, string>, seal: string): void {
    month.seals.set(id, seal);
    if (entry.ok) {
      month.outlines.set(id, outlineBy(this.#variables)(entry.value));
      notes.set(id, entry.value.report.note);
    } else month.unreadable.set(id, entry.error);
  }

  /** The month's records, sealed. */
  async sealed(id: string, month: Month, notes: Notes): Promise<MonthRecords> {
    const { codec } = this.#connection;
    const [outlines, words] = await Promise.all([
      codec.seal({ store: 'months', id }, packedMonth(month, this.#variables)),
      codec.seal({ store: 'words', id }, packedNotes(notes)),
    ]);
    return {
      outlines: { id, version: RECORD_VERSION, body: outlines },
      words: { id, version: RECORD_VERSION, body: words },
    };
  }

  /** Months are made from their entries one after the other, because all entries of a journal may be too much for the memory. */
  async #openAll(records: readonly StoredRecord[]): Promise<FoundMonth[]> {
    const opened = await aFewAtOnce(records, (record) => this.#open(record));
    const months: FoundMonth[] = [];
    for (const [at, record] of records.entries())
      months.push(opened[at] ?? (await this.remade(record.id, revisionOf(record))));
    return months;
  }

  async #open(record: StoredRecord): Promise<FoundMonth | null> {
    const { id, body } = record;
    try {
      const value = await this.#connection.codec.open({ store: 'months', id }, body);
      return { id, revision: revisionOf(record), month: readMonth(value, this.#variables), remade: null };
    } catch (error) {
      log.warn('the outlines of a month are made from its entries', String(error));
      return null;
    }
  }

  /** The month from what is the truth: its entries. `revision` is that of what is stored of it. */
  async remade(id: string, revision: string | null): Promise<FoundMonth> {
    const { month, notes } = await this.monthOf(await findDays(this.#connection, ...daysOfMonth(id)));
    return { id, revision, month, remade: notes };
  }

  #openList(record: unknown): Promise<MonthList | null> {
    return openedList(this.#connection.codec, record as StoredRecord | undefined);
  }

  async #openNotes(id: string, record: StoredRecord | undefined): Promise<Notes> {
    if (record) {
      try {
        return readNotes(await this.#connection.codec.open({ store: 'words', id }, record.body));
      } catch (error) {
        log.warn('the notes of a month are made from its entries', String(error));
      }
    }
    return (await this.monthOf(await findDays(this.#connection, ...daysOfMonth(id)))).notes;
  }
}

/** Does `work` for all of these. The page goes on answering meanwhile: fifty years are hundreds of months. */
async function aFewAtOnce<T, R>(all: readonly T[], work: (one: T, at: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    if (from > 0) await nextTask();
    results.push(...(await Promise.all(all.slice(from, from + AT_ONCE).map((one, at) => work(one, from + at)))));
  }
  return results;
}

/**
 * Every month's record, each asked for by itself and all at once. Chromium gives out tens of kilobytes three times as fast that
 * way as with `getAll` (56 records of 34 kB: 35 to 149 ms against 212 to 381).
 */
async function allMonths(transaction: Transaction<StoreName[], 'readonly'>): Promise<StoredRecord[]> {
  const months = transaction.objectStore('months');
  const records = await Promise.all((await months.getAllKeys()).map((id) => months.get(id)));
  return records.filter((record) => record !== undefined);
}
