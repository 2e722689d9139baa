import { log } from '../../base/log';
import { bothOutside, NOTHING_OUTSIDE, type OutsideChange } from '../../domain/entry/outside-change';
import { ENTRY } from '../records/record-kinds';
import { opened } from '../records/records';
import type { ChangeBroadcast } from '../store/broadcast';
import { lastRevision } from '../store/revision';
import { revisionOf, type StoredRecord } from '../store/schema';
import type { SealedConnection } from '../store/sealed-connection';
import { dayOfMs, daysOfMonth } from './days';
import type { EntryIndex } from './entry-index';
import { filedDay, type IndexChange } from './index-change';
import { sealOf, UNKNOWN } from './month-list';

/** Tells every tab of what `confirm` found. Never rejects: the next who reads the entry looks again. */
export async function confirmAndTell(
  connection: SealedConnection,
  index: EntryIndex,
  id: string,
  broadcast: ChangeBroadcast,
): Promise<void> {
  try {
    if (await confirm(connection, index, id)) broadcast.changed('entries');
  } catch (error) {
    log.warn('what was changed from outside is not noted yet', error);
  }
}

/**
 * Whether the records of an entry are not those that were written last, and no other tab is writing just now. If so, the index takes them
 * as they are, and keeps what was found. See: [Note: Order and absence]
 */
async function confirm(connection: SealedConnection, index: EntryIndex, id: string): Promise<boolean> {
  for (;;) {
    const token = await index.revision();
    const { now, entry, trace } = await connection.readOwn(['state', 'entries', 'traces'], async (transaction) => ({
      now: (await lastRevision(transaction))?.token ?? null,
      entry: (await transaction.objectStore('entries').get(id)) as StoredRecord | undefined,
      trace: (await transaction.objectStore('traces').get(id)) as StoredRecord | undefined,
    }));
    // Another tab has written since memory looked.
    if (now !== token) continue;
    const due = index.sealOf(id);
    const seal = entry && sealOf(entry, trace ? (revisionOf(trace) ?? '') : '');
    if (due === seal || (due?.endsWith(UNKNOWN) && entry && due === sealOf(entry))) return false;
    const listed = index.monthWith(id);
    const change = await changeFor(connection, id, entry, seal, listed ? firstDay(listed.id) : null);
    await index.commit([], async () => ({
      changes: [change],
      work: async () => undefined,
      found: bothOutside(index.found, { ...NOTHING_OUTSIDE, ...what(due, seal) }),
    }));
    return true;
  }
}

/** From now on, what was found counts as it is. */
export const forgetFound = (index: EntryIndex): Promise<void> =>
  index.commit([], async () => ({ changes: [], work: async () => undefined, found: null }));

const what = (due: string | undefined, seal: string | undefined): Partial<OutsideChange> =>
  due === undefined ? { added: 1 } : seal === undefined ? { missing: 1 } : { older: 1 };

/** Null for what is no month: entries in the clear, which could not be sealed yet. */
function firstDay(month: string): number | null {
  const [first] = daysOfMonth(month);
  return Number.isNaN(first) ? null : first;
}

/** `listedDay`: a day of the month that lists it; null if none does. */
async function changeFor(
  { codec }: SealedConnection,
  id: string,
  record: StoredRecord | undefined,
  seal: string | undefined,
  listedDay: number | null,
): Promise<IndexChange> {
  if (!record || seal === undefined) return { id, before: listedDay, becomes: null };
  const entry = await opened(codec, ENTRY, id, record);
  const day = filedDay(record) ?? (entry.ok ? dayOfMs(entry.value.startedAt.epochMs) : 0);
  return { id, before: listedDay, becomes: { day, entry, seal } };
}
