import type { OutsideChange } from '../../domain/entry/outside-change';
import type { RecordCodec } from '../records/record-codec';
import { MONTH_LIST_ID, revisionOf, type StoredRecord } from '../store/schema';
import { RECORD_VERSION } from '../vault/sealing-codec';

/*
 * [Note: Order and absence]
 *
 * Each record is sealed for its place. That does not tell whether it is the newest that was there, or whether one is missing. So a month
 * also lists a seal for each of its entries: the nonces of the entry's record and of its trace, which are new with every write. And
 * one record, the list of months, has the nonce of each month's record. Whoever writes an entry writes its month and the list in the
 * same transaction, so nothing that is cut off can leave them apart.
 *
 * - When the journal opens, the months must be those of the list, and name as many entries as there are (`compare.ts`).
 * - Whenever an entry or a trace is read, its nonce must be the one that its month has (`confirm.ts`). The daily copy reads all of them.
 * - That the list itself is not gone is told by the vault's first record. See: [Note: What steers the lock]
 *
 * What is found is kept in the list until the person has seen it. Records of before there were seals are taken as they are, and a trace
 * of then until it is written again. That all of the store was put back as it was at one time is the one thing that it cannot tell.
 */

/** What is sealed of all months. */
export interface MonthList {
  /** The id of each stored month with the revision of its record, in the order of the ids. */
  readonly months: readonly (readonly [id: string, revision: string])[];
  /** What was found changed from outside, and that nobody has seen yet. */
  readonly found: OutsideChange | null;
}

const PLACE = { store: 'state', id: MONTH_LIST_ID } as const;

/** The list of these months. One that is not stored, or only in memory, has no revision. */
export const monthsOf = (
  stored: Iterable<{ readonly id: string; readonly revision: string | null }>,
): MonthList['months'] =>
  [...stored]
    .flatMap(({ id, revision }) => (revision ? [[id, revision] as const] : []))
    .sort(([one], [other]) => (one < other ? -1 : 1));

export const sealedList = async (codec: RecordCodec, list: MonthList): Promise<StoredRecord> => ({
  id: MONTH_LIST_ID,
  version: RECORD_VERSION,
  body: await codec.seal(PLACE, list),
});

/** Null if there is none, or none that opens: nobody but the app can make one, so its shape is not checked. */
export const openedList = (codec: RecordCodec, record: StoredRecord | undefined): Promise<MonthList | null> =>
  codec.open(PLACE, record?.body).then(
    (list) => list as MonthList,
    () => null,
  );

/** What tells one version of an entry with its trace from all others: the revisions of their records. See `revisionOf`. */
export const sealOf = (entry: StoredRecord, trace: string = UNKNOWN): string => `${revisionOf(entry)}/${trace}`;

/** Of a trace that was written before there were seals. An entry without a trace has an empty text here. */
export const UNKNOWN = '?';
