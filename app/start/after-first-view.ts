import { whenIdle } from '../base/idle';
import { log } from '../base/log';
import type { JournalLock } from '../journal/vault/journal-lock';
import type { Page } from '../services/page';
import type { BrowserShell } from '../shell/browser-shell';
import { watchLock } from './watch-lock';

/** Only a build has a service worker: `npm run dev` serves each file as it is. */
declare const __SERVICE_WORKER__: boolean;

/** How long after the first view the service worker is registered, in milliseconds. */
const SERVICE_WORKER_AFTER_MS = 3_000;

/** How long after the first view the copies are visited, in milliseconds. */
const COPIES_AFTER_MS = 10_000;

/** Starts what nobody waits for. The auto-lock of a protected journal does not wait until the page is idle. See: [Note: The start] */
export async function afterFirstView(page: Page, lock: JournalLock, shell: BrowserShell, app: HTMLElement) {
  if (!lock.state.protected) await whenIdle();
  void watchLock(page, lock, app);
  setTimeout(() => void keepCopies(page, lock), COPIES_AFTER_MS);
  // The service worker fetches the whole app, so what the person opens first comes before it.
  await whenIdle(SERVICE_WORKER_AFTER_MS);
  if (__SERVICE_WORKER__) await shell.start();
}

/** Keeps copies while the page is open. Their code is fetched long after the first view. */
async function keepCopies(page: Page, lock: JournalLock): Promise<void> {
  try {
    await (await import('../journal/backup/open-backups')).keepCopies({ ...page, lock });
  } catch (error) {
    log.warn('no copies are kept in this visit', error);
  }
}
