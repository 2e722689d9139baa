import { whenIdle } from '../base/idle';
import { log } from '../base/log';
import type { JournalLock } from '../journal/vault/journal-lock';
import type { Page } from '../services/page';
import type { Services } from '../services/types';
import type { BrowserShell } from '../shell/browser-shell';
import { watchLock } from './watch-lock';

/** Only a build has a service worker: `npm run dev` serves each file as it is. */
declare const __SERVICE_WORKER__: boolean;

/** How long after the first view the service worker is registered, in milliseconds. */
const SERVICE_WORKER_AFTER_MS = 3_000;

/** How long after the first view the copies are visited and the room is looked at, in milliseconds. */
const KEEPING_AFTER_MS = 10_000;

type App = HTMLElement & { readonly services: Services };

/** Starts what nobody waits for. The auto-lock of a protected journal does not wait until the page is idle. See: [Note: The start] */
export async function afterFirstView(page: Page, lock: JournalLock, shell: BrowserShell, app: App) {
  if (!lock.state.protected) await whenIdle();
  void watchLock(page, lock, app);
  if (!page.inSample) setTimeout(() => void keepSafe(page, lock, app.services), KEEPING_AFTER_MS);
  if (page.settings.now.reminders.times.length > 0) void remind(app.services);
  // The service worker fetches the whole app, so what the person opens first comes before it.
  await whenIdle(SERVICE_WORKER_AFTER_MS);
  if (__SERVICE_WORKER__) await shell.start();
}

/** Watches the times at which the person is reminded, while the page is open. */
async function remind({ reminders }: Services): Promise<void> {
  await reminders().catch((error: unknown) => log.warn('nobody is reminded in this visit', error));
}

/** Its code is fetched long after the first view. */
async function keepSafe(page: Page, lock: JournalLock, services: Services): Promise<void> {
  try {
    await (await import('./keep-safe')).keepSafe({ ...page, lock }, services.room);
  } catch (error) {
    log.warn('copies and room are not seen to', error);
  }
}
