import type { Backups } from '../journal/backup/backups';
import type { Copy } from '../journal/backup/copies/copies';
import type { Fetched } from './fetched';

/**
 * The copies this phone keeps, newest first. Asks cheaply: where there never was one, `backups` is not fetched. Never rejects.
 */
export async function copiesKept(backups: Fetched<Backups>): Promise<readonly Copy[]> {
  try {
    const root = await navigator.storage.getDirectory();
    // Rejects where there is none.
    await root.getDirectoryHandle('copies');
    return await (await backups()).listCopies();
  } catch {
    return [];
  }
}
