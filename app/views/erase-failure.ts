import { asFailure, Failure } from '../domain/failure';

/** What to say when something could not be erased: that nothing was, and why where that is known. */
export function eraseFailure(error: unknown): Failure {
  const failure = asFailure(error, 'not-erased');
  return failure.code === 'copies-unreachable' ? failure : new Failure('not-erased', failure.message, { cause: error });
}
