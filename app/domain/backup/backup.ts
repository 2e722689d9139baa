import { CodedError } from '../../base/coded-error';

/** Why a backup cannot be written or brought back. The words are in `backup-words.ts`. */
export const BACKUP_PROBLEMS = [
  /** No backup of this app at all. */
  'not-a-backup',
  /** A newer version of the app wrote it. */
  'newer',
  /** Some of its bytes are not what was written. */
  'damaged',
  /** It ends before its end. */
  'incomplete',
  /** The file is sound, but this passphrase or recovery code does not open it. */
  'wrong-secret',
  /** Sound, but sealed for one device alone, and that is not this one. */
  'no-key',
  /** Another window is bringing a backup back, or writes so much that no copy of one state can be made. */
  'busy',
  /** No room to write. */
  'no-room',
  /** The file cannot be read or written any more: moved, changed, or on a disk that is gone. */
  'file-lost',
] as const;
export type BackupProblemCode = (typeof BACKUP_PROBLEMS)[number];

/** A problem with a backup. */
export class BackupProblem extends CodedError<BackupProblemCode> {
  override readonly name = 'BackupProblem';
}
