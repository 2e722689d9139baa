import { CodedError } from '../../base/coded-error';

/** Everything that can go wrong in a way the person must be told about. The words are in `failure-words.ts`. */
export const FAILURES = [
  'camera-refused',
  'camera-missing',
  'camera-busy',
  'camera-lost',
  'camera-unsupported',
  'page-hidden',
  'model-download',
  'model-altered',
  'model-run',
  'runtime-unsupported',
  'journal-unreadable',
  'journal-newer',
  'journal-full',
  'journal-blocked',
  'journal-lost',
  'store-stuck',
  'store-doubtful',
  'keys-damaged',
  'secret-wrong',
  'memory-short',
  'try-later',
  'passkey-unusable',
  'journal-locked',
  'lock-waits',
  'save-failed',
  'erase-failed',
  'not-erased',
  'copies-unreachable',
  'only-copies-erased',
  'not-fetched',
] as const;
export type FailureCode = (typeof FAILURES)[number];

/** Something went wrong that the person must be told about. */
export class Failure extends CodedError<FailureCode> {
  override readonly name = 'Failure';
}

/** `error` as a Failure: itself if it is one, otherwise wrapped under `code`. */
export const asFailure = (error: unknown, code: FailureCode): Failure =>
  error instanceof Failure
    ? error
    : new Failure(code, error instanceof Error ? error.message : String(error), { cause: error });
