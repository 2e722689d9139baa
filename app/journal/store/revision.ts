import { newId } from '../../base/ids';
import type { Transaction } from './connection';
import type { StoreName } from './schema';
import { REVISION_ID, type RevisionRecord } from './schema';

type AnyTransaction = Transaction<StoreName[], 'readonly'> | Transaction<StoreName[], 'readwrite'>;

/** In a transaction that has `state`: what was written last, or undefined where nothing ever was. */
export const lastRevision = async (transaction: AnyTransaction): Promise<RevisionRecord | undefined> =>
  (await transaction.objectStore('state').get(REVISION_ID)) as RevisionRecord | undefined;

/** The record to write with a change that leads from the state `before` to a new one. */
export const nextRevision = (before: string | null, months: readonly string[]): RevisionRecord => ({
  id: REVISION_ID,
  token: newId(),
  before,
  months,
});
