import type { Clock } from '../../base/clock';
import { asFailure, Failure } from '../../domain/failure/failure';
import type { Journal } from '../journal';
import type { Vault } from '../vault/vault';
import { Backups } from './backups';
import { CopyFolder } from './copies/copy-folder';
import { COPIES_LOCK, CopyKeeper, type KeeperPorts } from './copies/copy-keeper';
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

/** Keeps copies for as long as the page is open; gives back what ends it. */
export async function keepCopies({ vault, ...host }: BackupHost & Pick<KeeperPorts, 'lock'>): Promise<() => void> {
  const folder = await CopyFolder.open();
  if (!folder) return () => undefined;
  const keeper = new CopyKeeper({ ...host, folder, keys: async () => journalKeys(vault) });
  keeper.start();
  return () => keeper.close();
}

/**
 * Runs `erase`, once it is noted that the copies are to forget these entries; with null, once the copies are removed. Rejects like
 * `erase` (but with Failure `only-copies-erased` where copies are gone by then), or with Failure `copies-unreachable`, and nothing
 * erased, where there may be copies and they cannot be told: what was erased could come back from one.
 */
export async function eraseWithCopies(ids: readonly string[] | null, erase: () => Promise<void>): Promise<void> {
  try {
    const folder = await CopyFolder.reach();
    // One that is being written would come back after the others are gone; so would one that is begun before the entries are.
    if (folder && ids === null)
      await navigator.locks.request(COPIES_LOCK, async () => {
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
