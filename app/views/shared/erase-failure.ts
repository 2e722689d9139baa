import { asFailure, Failure, type FailureCode } from '../../domain/failure/failure';

/** What says more than that nothing was erased. */
const KNOWN: readonly FailureCode[] = ['copies-unreachable', 'only-copies-erased'];

/** What to say when something could not be erased: that nothing was, and why or what else where that is known. */
export function eraseFailure(error: unknown): Failure {
  const failure = asFailure(error, 'not-erased');
  return KNOWN.includes(failure.code) ? failure : new Failure('not-erased', failure.message, { cause: error });
}
