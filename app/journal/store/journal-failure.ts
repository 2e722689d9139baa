import { asFailure, Failure, type FailureCode } from '../../domain/failure/failure';

/** The errors of IndexedDB that mean the same wherever they come from, by name. */
const BY_NAME: Readonly<Record<string, FailureCode>> = {
  QuotaExceededError: 'journal-full',
  VersionError: 'journal-newer',
};

/** What an error of the database means for the person; `otherwise` where its name does not tell. */
export function journalFailure(error: unknown, otherwise: FailureCode): Failure {
  const name = error instanceof Error ? error.name : '';
  const code = BY_NAME[name];
  return code ? new Failure(code, (error as Error).message, { cause: error }) : asFailure(error, otherwise);
}
