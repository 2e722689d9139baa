import type { Clock } from '../../base/clock';
import { asFailure, Failure } from '../../domain/failure/failure';
import type { Journal } from '../journal';
import type { Vault } from '../vault/vault';
import { Backups } from './backups';
import { CopyFolder } from './copies/copy-folder';
import { COPIES_LOCK, COPIES_TURN_MS, CopyKeeper, type KeeperPorts } from './copies/copy-keeper';
import { copiesAmong } from './copies/copy-schedule';
import { ErasedMarks } from './copies/erased-marks';
import { journalKeys } from './file/journal-keys';

export interface BackupHost {
  readonly journal: Journal;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly appVersion: string;
}

/** Backups and copies of an open journal. */
export async function openBackups({ vault, ...host }: BackupHost): Promise<Backups> {
  return new Backups({ ...host, folder: await CopyFolder.open(), keys: async () => journalKeys(vault) });
}

/** Keeps copies while the page is open. Resolves with a function that ends it. */
export async function keepCopies({ vault, ...host }: BackupHost & Pick<KeeperPorts, 'lock'>): Promise<() => void> {
  const folder = await CopyFolder.open();
  if (!folder) return () => undefined;
  const keeper = new CopyKeeper({ ...host, folder, keys: async () => journalKeys(vault) });
  keeper.start();
  return () => keeper.close();
}

/**
 * Runs `erase` after marking these entries as erased for the copies; with null, after removing all copies.
 * See: [Note: Copies and what was erased]
 *
 * Rejects like `erase`, but with Failure `only-copies-erased` if copies were removed and `erase` then failed. Rejects with Failure
 * `copies-unreachable`, and erases nothing, if there may be copies and they cannot be reached.
 */
export async function eraseWithCopies(ids: readonly string[] | null, erase: () => Promise<void>): Promise<void> {
  try {
    const folder = await CopyFolder.reach();
    // Under the lock, because a copy that another tab is writing would appear after the others are gone.
    if (folder && ids === null)
      await navigator.locks.request(COPIES_LOCK, { signal: AbortSignal.timeout(COPIES_TURN_MS) }, async () => {
        const had = copiesAmong(await folder.names()).length > 0;
        await folder.clear();
        await erase().catch((error) => {
          throw had ? new Failure('only-copies-erased', String(error), { cause: error }) : error;
        });
      });
    else {
      if (folder && ids) await new ErasedMarks(folder).put(ids);
      await erase();
    }
  } catch (error) {
    throw asFailure(error, 'copies-unreachable');
  }
}
