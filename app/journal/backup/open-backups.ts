import type { Clock } from '../../base/clock';
import { asFailure } from '../../domain/failure';
import type { Journal } from '../journal';
import type { Vault } from '../vault/vault';
import { Backups } from './backups';
import { Copies } from './copies';
import { CopyFolder } from './copy-folder';
import { COPIES_LOCK, CopyKeeper } from './copy-keeper';
import { journalKeys } from './journal-keys';

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
export async function keepCopies({ vault, ...host }: BackupHost): Promise<() => void> {
  const folder = await CopyFolder.open();
  if (!folder) return () => undefined;
  const keeper = new CopyKeeper({ ...host, folder, keys: async () => journalKeys(vault) });
  keeper.start();
  return () => keeper.close();
}

/**
 * Before entries are erased: notes that the copies are to forget them; with null, removes the copies. Rejects with Failure
 * `copies-unreachable` where there may be copies and they cannot be told: what was erased could come back from one.
 */
export async function forgetInCopies(ids: readonly string[] | null): Promise<void> {
  try {
    const folder = await CopyFolder.reach();
    if (!folder) return;
    const copies = new Copies(folder);
    // A copy that is being written would come back after the others are gone.
    if (ids === null) await navigator.locks.request(COPIES_LOCK, () => copies.clear());
    else await copies.marks.put(ids);
  } catch (error) {
    throw asFailure(error, 'copies-unreachable');
  }
}
