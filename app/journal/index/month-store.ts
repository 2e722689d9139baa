import { log } from '../../base/log';
import { type FoundRecord, findDays } from '../records/find-records';
import { ENTRY } from '../records/record-kinds';
import { opened } from '../records/records';
import type { Transaction } from '../store/connection';
import { lastRevision } from '../store/revision';
import { revisionOf, type StoredRecord, type StoreName } from '../store/schema';
import type { SealedConnection } from '../store/sealed-connection';
import { RECORD_VERSION } from '../vault/sealing-codec';
import { daysOfMonth } from './days';
import { emptyMonth, type Month, outlineOf, packedMonth, packedNotes, readMonth, readNotes } from './outline';

/** A month as it was read: `revision` tells whether the store still holds what was read; null where it held nothing. */
export interface FoundMonth {
  readonly id: string;
  readonly revision: string | null;
  readonly month: Month;
  /** The notes as well, where the month had to be made anew from its entries; else null. */
  readonly madeAnew: ReadonlyMap<string, string> | null;
}

/** What one look at the store found. */
interface Look {
  /** Which state of the entries it is; null where none was ever noted. */
  readonly token: string | null;
  /** Those that are not in the store as they were known. */
  readonly months: readonly FoundMonth[];
}

/** Every month that is stored, with how many entries there are. */
export async function loadMonths(connection: SealedConnection): Promise<Look & { readonly entries: number }> {
  const found = await connection.readOwn(['state', 'months', 'entries'], async (transaction) => {
    const [last, records, entries] = await Promise.all([
      lastRevision(transaction),
      allMonths(transaction),
      transaction.objectStore('entries').index('by-day').count(),
    ]);
    return { token: last?.token ?? null, records, entries };
  });
  return { ...found, months: await openMonths(connection, found.records) };
}

/**
 * The months that differ from `known`, which is how the store was at `token`: none where it is so still. Only those are read
 * in which the last change was made, if it was the only one since.
 */
export async function loadChanged(
  connection: SealedConnection,
  token: string | null,
  known: ReadonlyMap<string, FoundMonth>,
): Promise<Look> {
  const found = await connection.readOwn(['state', 'months'], async (transaction) => {
    const last = await lastRevision(transaction);
    if ((last?.token ?? null) === token) return { token, records: [] };
    const months = transaction.objectStore('months');
    const records =
      last?.before === token
        ? await Promise.all(last.months.map((id) => months.get(id)))
        : await allMonths(transaction);
    return { token: last?.token ?? null, records: records.filter((record) => record !== undefined) };
  });
  const changed = found.records.filter((record) => revisionOf(record) !== known.get(record.id)?.revision);
  return { token: found.token, months: await openMonths(connection, changed) };
}

/**
 * Every month's record. Asked for one by one, all at once: Chromium gives tens of kilobytes out three times as fast so as with
 * `getAll` (56 records of 34 kB: 35 to 149 ms against 212 to 381).
 */
async function allMonths(transaction: Transaction<StoreName[], 'readonly'>): Promise<StoredRecord[]> {
  const months = transaction.objectStore('months');
  const records = await Promise.all((await months.getAllKeys()).map((id) => months.get(id)));
  return records.filter((record) => record !== undefined);
}

/** How many entries a month knows of. */
export const sizeOf = ({ outlines, unreadable }: Month): number => outlines.size + unreadable.size;

/** Those that cannot be opened are made anew one after the other: all entries of a journal may be too much for the memory. */
async function openMonths(connection: SealedConnection, records: readonly StoredRecord[]): Promise<FoundMonth[]> {
  const opened = await Promise.all(records.map((record) => openMonth(connection, record)));
  const months: FoundMonth[] = [];
  for (const [at, record] of records.entries())
    months.push(opened[at] ?? (await makeAnew(connection, record.id, record)));
  return months;
}

async function openMonth({ codec }: SealedConnection, record: StoredRecord): Promise<FoundMonth | null> {
  const { id, body } = record;
  try {
    return {
      id,
      revision: revisionOf(record),
      month: readMonth(await codec.open({ store: 'months', id }, body)),
      madeAnew: null,
    };
  } catch (error) {
    log.warn('the outlines of a month could not be read; they are made anew from its entries', String(error));
    return null;
  }
}

/** The month from what is the truth: its entries. `record` is what is stored of it. */
export async function makeAnew(
  connection: SealedConnection,
  id: string,
  record: StoredRecord | undefined,
): Promise<FoundMonth> {
  const { month, notes } = await monthOf(connection, await findDays(connection, ...daysOfMonth(id)));
  return { id, revision: revisionOf(record), month, madeAnew: notes };
}

/** Looks whether a month names as many entries as there are, and where it does not, makes it anew. */
export async function checkedMonth(connection: SealedConnection, id: string): Promise<FoundMonth | null> {
  const days = IDBKeyRange.bound(...daysOfMonth(id));
  const [record, entries] = await connection.read(['months', 'entries'], (transaction) =>
    Promise.all([
      transaction.objectStore('months').get(id),
      transaction.objectStore('entries').index('by-day').count(days),
    ]),
  );
  const found = record && (await openMonth(connection, record));
  return found && sizeOf(found.month) === entries ? null : makeAnew(connection, id, record);
}

/** The notes of the entries of these months, by month and by entry; from the entries where they cannot be read. */
export async function loadNotes(
  connection: SealedConnection,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const records = await connection.read(['words'], (transaction) =>
    Promise.all(ids.map((id) => transaction.objectStore('words').get(id))),
  );
  const notes = await Promise.all(ids.map((id, at) => openNotes(connection, id, records[at])));
  return new Map(ids.map((id, at) => [id, notes[at]!]));
}

async function openNotes(
  connection: SealedConnection,
  id: string,
  record: StoredRecord | undefined,
): Promise<ReadonlyMap<string, string>> {
  if (record) {
    try {
      return readNotes(await connection.codec.open({ store: 'words', id }, record.body));
    } catch (error) {
      log.warn('the notes of a month could not be read; made anew from its entries', String(error));
    }
  }
  return (await monthOf(connection, await findDays(connection, ...daysOfMonth(id)))).notes;
}

/** The outlines and notes of these entries. */
export async function monthOf(
  { codec }: SealedConnection,
  found: readonly FoundRecord[],
): Promise<{ readonly month: Month; readonly notes: Map<string, string> }> {
  const month = emptyMonth();
  const notes = new Map<string, string>();
  const entries = await Promise.all(
    found.map(({ id, record }) => (record.ok ? opened(codec, ENTRY, id, record.value) : record)),
  );
  for (const [at, entry] of entries.entries()) {
    const { id } = found[at]!;
    if (entry.ok) {
      month.outlines.set(id, outlineOf(entry.value));
      notes.set(id, entry.value.report.note);
    } else month.unreadable.set(id, entry.error);
  }
  return { month, notes };
}

/** The records to store for a month. */
export async function sealedMonth(
  { codec }: SealedConnection,
  id: string,
  month: Month,
  notes: ReadonlyMap<string, string>,
): Promise<{ readonly outlines: StoredRecord; readonly words: StoredRecord }> {
  const [outlines, words] = await Promise.all([
    codec.seal({ store: 'months', id }, packedMonth(month)),
    codec.seal({ store: 'words', id }, packedNotes(notes)),
  ]);
  return {
    outlines: { id, version: RECORD_VERSION, body: outlines },
    words: { id, version: RECORD_VERSION, body: words },
  };
}
