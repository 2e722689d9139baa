import { log } from '../base/log';
import { daysOfMonth } from './days';
import { type FoundRecord, findDays } from './find-records';
import { ENTRY } from './nouns';
import { emptyMonth, type Month, outlineOf, packedMonth, packedNotes, readMonth, readNotes } from './outline';
import { opened } from './records';
import { revisionOf, type StoredRecord } from './schema';
import type { SealedConnection } from './sealed-connection';
import { RECORD_VERSION } from './vault/sealing-codec';

/** A month as it was read: `revision` tells whether the store still holds what was read; null where it held nothing. */
export interface FoundMonth {
  readonly id: string;
  readonly revision: string | null;
  readonly month: Month;
  /** The notes as well, where the month had to be made anew from its entries; else null. */
  readonly madeAnew: Map<string, string> | null;
}

/** All months that are stored. */
export async function loadMonths(connection: SealedConnection): Promise<FoundMonth[]> {
  const records = await connection.read(['months'], (transaction) => transaction.objectStore('months').getAll());
  return Promise.all(records.map((record) => openMonth(connection, record.id, record)));
}

/** The month `id` as it is stored now, or made anew where it does not name as many entries as there are. */
export async function loadMonth(connection: SealedConnection, id: string): Promise<FoundMonth> {
  const [first, last] = daysOfMonth(id);
  const [record, entries] = await connection.read(['months', 'entries'], (transaction) =>
    Promise.all([
      transaction.objectStore('months').get(id),
      transaction.objectStore('entries').index('by-day').count(IDBKeyRange.bound(first, last)),
    ]),
  );
  const found = await openMonth(connection, id, record);
  return sizeOf(found.month) === entries ? found : makeAnew(connection, id, found.revision);
}

/** How many entries a month knows of. */
export const sizeOf = ({ outlines, unreadable }: Month): number => outlines.size + unreadable.size;

async function openMonth(
  connection: SealedConnection,
  id: string,
  record: StoredRecord | undefined,
): Promise<FoundMonth> {
  const revision = revisionOf(record);
  if (record === undefined) return { id, revision, month: emptyMonth(), madeAnew: null };
  try {
    const month = readMonth(await connection.codec.open({ store: 'months', id }, record.body));
    return { id, revision, month, madeAnew: null };
  } catch (error) {
    log.warn('the outlines of a month could not be read; they are made anew from its entries', String(error));
    return makeAnew(connection, id, revision);
  }
}

async function makeAnew(connection: SealedConnection, id: string, revision: string | null): Promise<FoundMonth> {
  const { month, notes } = await monthFromEntries(connection, id);
  return { id, revision, month, madeAnew: notes };
}

/** The notes of a month's entries, by entry; from the entries where they cannot be read. */
export async function loadNotes(connection: SealedConnection, id: string): Promise<Map<string, string>> {
  const record = await connection.read(['words'], (transaction) => transaction.objectStore('words').get(id));
  if (record === undefined) return new Map();
  try {
    return readNotes(await connection.codec.open({ store: 'words', id }, record.body));
  } catch (error) {
    log.warn('the notes of a month could not be read; made anew from its entries', String(error));
    return (await monthFromEntries(connection, id)).notes;
  }
}

/** A month from what is the truth. */
async function monthFromEntries(
  connection: SealedConnection,
  id: string,
): Promise<{ readonly month: Month; readonly notes: Map<string, string> }> {
  return monthOf(connection, await findDays(connection, ...daysOfMonth(id)));
}

/** The outlines and notes of these entries. */
export async function monthOf(
  { codec }: SealedConnection,
  entries: readonly FoundRecord[],
): Promise<{ readonly month: Month; readonly notes: Map<string, string> }> {
  const month = emptyMonth();
  const notes = new Map<string, string>();
  for (const { id, record } of entries) {
    const entry = record.ok ? await opened(codec, ENTRY, id, record.value) : record;
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
