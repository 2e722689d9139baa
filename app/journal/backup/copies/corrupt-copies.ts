import { BackupProblem } from '../../../domain/backup/backup';
import { waysOf } from '../../vault/protection';
import type { BackupFile, OpenedBackup } from '../file/backup-file';
import type { Copies, JournalKeys } from './copies';

/** The state of a copy. `unknown`: it belongs to another journal, is of a newer version, or cannot be read just now. */
export type Soundness = 'sound' | 'corrupt' | 'unknown';

/** Reads all of a copy. Rejects if the reason is not in the copy, for example if the journal was locked in the meantime. */
export async function soundnessOf(copies: Copies, name: string, journal: JournalKeys): Promise<Soundness> {
  try {
    const opened = await openedCopy(copies, await copies.open(name), journal);
    await opened?.verify();
    return opened ? 'sound' : 'unknown';
  } catch (error) {
    if (!(error instanceof BackupProblem)) throw error;
    return isCorrupt(error) ? 'corrupt' : 'unknown';
  }
}

/**
 * Opens a copy with the code beside it or with the journal's own keys. Null if it is sealed for another journal. Rejects with
 * BackupProblem `damaged` if it has a wrap of this journal and still does not open: then its first segment was changed.
 */
export async function openedCopy(
  { code }: Copies,
  file: BackupFile,
  journal: JournalKeys,
): Promise<OpenedBackup | null> {
  const { copiesCode = null } = journal;
  const opened =
    (await code.opened(file)) ??
    (await file.withKeys(journal)) ??
    (copiesCode === null ? null : await code.opened(file, copiesCode));
  const ours = new Set(waysOf(journal.wraps));
  if (!opened && file.ways.some((way) => ours.has(way))) throw new BackupProblem('damaged', 'the first segment');
  return opened;
}

/** Whether a copy is damaged for good: neither another try nor a newer version will read it. */
export const isCorrupt = (error: unknown): boolean =>
  error instanceof BackupProblem && ['damaged', 'incomplete', 'not-a-backup'].includes(error.code);
