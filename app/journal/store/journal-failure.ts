import { asFailure, Failure, type FailureCode } from '../../domain/failure/failure';
import { leavesDoubt, type StoreTrouble, storeTrouble } from './store-trouble';

/** Errors of IndexedDB, by name, that always mean the same. */
const BY_NAME: Readonly<Record<string, FailureCode>> = {
  VersionError: 'journal-newer',
};

const BY_TROUBLE: Partial<Record<StoreTrouble, FailureCode>> = {
  quota: 'journal-full',
  'full-disk': 'journal-full',
};

/**
 * The failure that an error of the database means for the person; `otherwise` if it does not tell. A write that may have left the
 * store doomed is `store-doubtful`, whatever stopped it. See: [Note: A store that may be doomed]
 */
export function journalFailure(error: unknown, otherwise: FailureCode): Failure {
  const trouble = storeTrouble(error);
  const name = error instanceof Error ? error.name : '';
  const isTorn = otherwise === 'save-failed' && trouble !== null && leavesDoubt(trouble);
  const code = BY_NAME[name] ?? (isTorn ? 'store-doubtful' : trouble && BY_TROUBLE[trouble]);
  return code ? new Failure(code, (error as Error).message, { cause: error }) : asFailure(error, otherwise);
}
