import { log } from '../../base/log';
import { underLock } from '../../base/under-lock';
import { asFailure } from '../../domain/failure/failure';
import { Copies } from './copies/copies';
import { CopyFolder } from './copies/copy-folder';
import { COPIES_LOCK, COPIES_TURN_MS, copyTime } from './copies/copy-keeper';
import { reseal } from './copies/reseal';
import { journalKeys } from './file/journal-keys';
import type { BackupHost } from './open-backups';

/**
 * Runs `change`, which changes the secrets of the journal, and seals the copies again, so that none opens with an old one. Copies
 * that cannot be sealed again wait for the next visit. See: [Note: The key beside the copies]
 *
 * Rejects like `change`; with Failure `save-failed` if there may be copies and they cannot be reached: nothing has changed then.
 */
export async function aroundNewSecrets(
  host: BackupHost,
  change: (copiesCode: string | null) => Promise<void>,
): Promise<void> {
  const folder = await CopyFolder.reach().catch((error: unknown) => {
    throw asFailure(error, 'save-failed');
  });
  if (!folder) return change(null);
  await inTurn(() => changeWith(new Copies(folder), host, change));
}

async function changeWith(
  copies: Copies,
  { vault, journal, clock, appVersion }: BackupHost,
  change: (copiesCode: string | null) => Promise<void>,
): Promise<void> {
  const secret = await copies.secretBeside();
  await change(secret?.kind === 'recovery' ? secret.code : null);
  const keys = journalKeys(vault);
  if (!keys) return;
  try {
    // From here on only the vault has it.
    if (vault.protected) await copies.code.remove();
    await reseal(copies, keys, copyTime(clock, appVersion), async () => {
      const { outlines, unreadable } = await journal.outlines();
      return new Set([...outlines, ...unreadable].map(({ id }) => id));
    });
  } catch (error) {
    log.warn('the copies are not sealed again yet', error);
  }
}

/** Another tab may be writing a copy, or may be frozen while it does; that one finds out before it writes. */
const inTurn = (work: () => Promise<void>): Promise<void> =>
  underLock(COPIES_LOCK, COPIES_TURN_MS, work, () => {
    log.warn('another tab does not end its copy; going on beside it');
    return work();
  });
