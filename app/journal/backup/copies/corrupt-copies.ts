import { BackupProblem } from '../../../domain/backup/backup';
import type { BackupFile, OpenedBackup } from '../file/backup-file';
import type { Copies, JournalKeys } from './copies';

/** What is known of a copy: `unknown` where it is another journal's, of a newer version, or cannot be looked at just now. */
export type Soundness = 'sound' | 'corrupt' | 'unknown';

/** Reads all of a copy. Rejects where that says nothing of the copy, as where the journal was locked meanwhile. */
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
 * A copy with the code beside it or with the journal's own keys; null where it is sealed for another journal. Rejects with
 * BackupProblem `damaged` where it names a secret of this journal and does not open: then its first piece is not what was written.
 */
export async function openedCopy(
  { code }: Copies,
  file: BackupFile,
  journal: JournalKeys,
): Promise<OpenedBackup | null> {
  const opened = (await code.opened(file)) ?? (await file.withKeys(journal));
  const ours = new Set(journal.wraps.map(({ id }) => id));
  if (!opened && file.wrapIds.some((id) => ours.has(id))) throw new BackupProblem('damaged', 'the first piece');
  return opened;
}

/** Neither another day nor a newer version can read such a copy. */
export const isCorrupt = (error: unknown): boolean =>
  error instanceof BackupProblem && ['damaged', 'incomplete', 'not-a-backup'].includes(error.code);
