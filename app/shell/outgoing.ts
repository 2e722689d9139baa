import { log } from '../base/log';
import { MINUTE_MS } from '../base/time';

/** Browsers read a download after the link was followed; this long its address stays good, in milliseconds. */
export const LINK_LIFE_MS = 10 * MINUTE_MS;

/** A file written no longer ago than this may be one the browser is reading right now; none tells when it is done. In milliseconds. */
const UNDER_WAY_MS = MINUTE_MS;

/**
 * The folder, in the page's own file system, of files on their way out. What was handed over is of no more use here, and it must
 * not outlive what is erased, nor the passphrase that opened it: see `forgetOutgoing`.
 */
const FOLDER = 'outgoing';

/** A new file in the folder, in the place of those before it. Rejects where the browser has no such file system. */
export async function outgoingFile(name: string): Promise<FileSystemFileHandle> {
  const root = await navigator.storage.getDirectory();
  await root.removeEntry(FOLDER, { recursive: true }).catch(() => undefined);
  const folder = await root.getDirectoryHandle(FOLDER, { create: true });
  return folder.getFileHandle(name, { create: true });
}

/**
 * Removes what was handed over, now or, where a file may still be read, as soon as it no longer is; what is left then because the
 * page was closed goes at another start. Rejects where there may be files and they cannot be reached.
 */
export async function forgetOutgoing(waitMs = UNDER_WAY_MS): Promise<void> {
  if (await tidyOutgoing(waitMs)) return;
  setTimeout(() => {
    forgetOutgoing(waitMs).catch((error: unknown) => log.warn('a file that was handed over stays', error));
  }, waitMs);
}

/** Removes the folder once every file in it was written longer ago than `ageMs`. Resolves with whether nothing is left. */
export async function tidyOutgoing(ageMs = LINK_LIFE_MS): Promise<boolean> {
  const root = await navigator.storage?.getDirectory?.().catch(() => null);
  if (!root) return true;
  try {
    if (await isYoung(await root.getDirectoryHandle(FOLDER), ageMs)) return false;
    await root.removeEntry(FOLDER, { recursive: true });
    return true;
  } catch (error) {
    const { name } = error as Partial<DOMException>;
    if (name === 'NotFoundError') return true;
    // It is being written.
    if (name === 'NoModificationAllowedError') return false;
    throw error;
  }
}

/** Whether a file in `folder` was written in the last `ageMs`. One from the future is old: the clock was set back. */
async function isYoung(folder: FileSystemDirectoryHandle, ageMs: number): Promise<boolean> {
  const entries = folder.values();
  for (let next = await entries.next(); !next.done; next = await entries.next()) {
    if (next.value.kind !== 'file') continue;
    const age = Date.now() - (await next.value.getFile()).lastModified;
    if (age >= 0 && age < ageMs) return true;
  }
  return false;
}
