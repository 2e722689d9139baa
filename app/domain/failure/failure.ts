import { CodedError } from '../../base/coded-error';

/** Why the journal could not be read or written, or a part of the app not fetched. Any screen can meet these. */
export const JOURNAL_FAILURES = [
  'journal-unreadable',
  'journal-silent',
  'journal-newer',
  'journal-full',
  'journal-blocked',
  'journal-lost',
  'journal-locked',
  'keys-damaged',
  'save-failed',
  'store-doubtful',
  'not-fetched',
] as const;
export type JournalFailureCode = (typeof JOURNAL_FAILURES)[number];

/** What deleting comes to where it fails. */
export const ERASE_FAILURES = ['not-erased', 'copies-unreachable', 'only-copies-erased'] as const;
export type EraseFailureCode = (typeof ERASE_FAILURES)[number];

/** Everything that can go wrong in a way the person must be told about. The words are in `app/words/failure`. */
export const FAILURES = [
  ...JOURNAL_FAILURES,
  ...ERASE_FAILURES,
  'camera-refused',
  'camera-missing',
  'camera-busy',
  'camera-lost',
  'camera-unsupported',
  'page-hidden',
  'model-download',
  'model-altered',
  'model-run',
  'model-silent',
  'runtime-unsupported',
  'store-stuck',
  'secret-wrong',
  'memory-short',
  'try-later',
  'passkey-unusable',
  'lock-waits',
  'lock-altered',
  'lock-changed',
  'erase-failed',
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

/** Whether it says nothing of what was asked for, only that the code for it is missing. */
export const isNotFetched = (error: unknown): boolean => error instanceof Failure && error.code === 'not-fetched';

/** A failure with one of these codes. */
export type FailureOf<Code extends FailureCode> = Failure & { readonly code: Code };
export type JournalFailure = FailureOf<JournalFailureCode>;
export type EraseFailure = FailureOf<EraseFailureCode>;

/** `error` as a Failure of `codes`: itself if it is one, otherwise wrapped under `code`. */
function asFailureOf<Code extends FailureCode>(codes: readonly Code[], error: unknown, code: Code): FailureOf<Code> {
  const failure = asFailure(error, code);
  const isOne = (one: Failure): one is FailureOf<Code> => codes.some((known) => known === one.code);
  return isOne(failure) ? failure : (new Failure(code, failure.message, { cause: error }) as FailureOf<Code>);
}

/** `error` as what can be said on any screen; what is not of the journal is wrapped under `code`. */
export const asJournalFailure = (error: unknown, code: JournalFailureCode): JournalFailure =>
  asFailureOf(JOURNAL_FAILURES, error, code);

/** `error` as why something was not deleted: that it was not, or more where that is known. */
export const asEraseFailure = (error: unknown): EraseFailure => asFailureOf(ERASE_FAILURES, error, 'not-erased');
