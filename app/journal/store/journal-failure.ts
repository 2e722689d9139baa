import { asFailure, Failure, type FailureCode } from '../../domain/failure/failure';

/** Errors of IndexedDB, by name, that always mean the same. */
const BY_NAME: Readonly<Record<string, FailureCode>> = {
  QuotaExceededError: 'journal-full',
  VersionError: 'journal-newer',
};

/** The failure that an error of the database means for the person; `otherwise` if its name does not tell. */
export function journalFailure(error: unknown, otherwise: FailureCode): Failure {
  const name = error instanceof Error ? error.name : '';
  const code = BY_NAME[name];
  return code ? new Failure(code, (error as Error).message, { cause: error }) : asFailure(error, otherwise);
}
