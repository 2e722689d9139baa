import { newId } from '../../base/ids';
import type { Transaction } from './connection';
import type { StoreName } from './schema';
import { REVISION_ID, type RevisionRecord } from './schema';

type AnyTransaction = Transaction<StoreName[], 'readonly'> | Transaction<StoreName[], 'readwrite'>;

/** The revision of the last write, or undefined before the first one. The transaction must include `state`. */
export const lastRevision = async (transaction: AnyTransaction): Promise<RevisionRecord | undefined> =>
  (await transaction.objectStore('state').get(REVISION_ID)) as RevisionRecord | undefined;

/** A new revision, to be stored in the transaction of the change that it stands for. `before` is the one it replaces. */
export const nextRevision = (before: string | null, months: readonly string[], fed: boolean): RevisionRecord => ({
  id: REVISION_ID,
  token: newId(),
  before,
  months,
  fed,
});
