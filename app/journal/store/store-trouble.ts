/**
 * What the browser said when the database failed:
 *
 * - `quota`: the browser refused it before anything was written
 * - `closed`: the transaction or its connection ended, by us or because the page goes
 * - `refused`: a mistake in the call; nothing reached the disk
 * - `full-disk`, `io`, `corrupt`: the disk or a file failed while it was read or written
 * - `late`: no answer within our time limit, so nobody knows what was written
 */
export type StoreTrouble = 'quota' | 'closed' | 'refused' | 'full-disk' | 'io' | 'corrupt' | 'late';

/**
 * Told by the message, whatever the name: Chromium says both `UnknownError` and `QuotaExceededError` of a disk that is full while a
 * transaction is committed. Seen in Chromium 156 ("... FILE_ERROR_NO_SPACE ...", "Encountered full disk while opening backing store
 * for indexedDB.open.", "Encountered disk full while committing transaction."); the others are of Firefox and SQLite.
 */
const BY_MESSAGE: readonly (readonly [RegExp, StoreTrouble])[] = [
  [/NO_SPACE|full disk|disk full|disk is full|no space left|NO_DEVICE_SPACE/i, 'full-disk'],
  [/corrupt|checksum|malformed/i, 'corrupt'],
];

const BY_NAME: Readonly<Record<string, StoreTrouble>> = {
  QuotaExceededError: 'quota',
  AbortError: 'closed',
  InvalidStateError: 'closed',
  TransactionInactiveError: 'closed',
  ConstraintError: 'refused',
  DataCloneError: 'refused',
  DataError: 'refused',
  NotFoundError: 'refused',
  ReadOnlyError: 'refused',
  SecurityError: 'refused',
  VersionError: 'refused',
  TimeoutError: 'late',
};

/** What an error says of the store; null if it does not come from the database. An error of an unknown name counts as `io`. */
export function storeTrouble(error: unknown): StoreTrouble | null {
  if (!(error instanceof DOMException)) return null;
  return BY_MESSAGE.find(([said]) => said.test(error.message))?.[1] ?? BY_NAME[error.name] ?? 'io';
}

const CLEAN: ReadonlySet<StoreTrouble> = new Set(['quota', 'closed', 'refused']);

/** Whether a write that failed like this may have left half a record in the store's files. */
export const leavesDoubt = (trouble: StoreTrouble): boolean => !CLEAN.has(trouble);
