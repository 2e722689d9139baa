import { nextTask, whenIdle } from '../base/idle';
import { log } from '../base/log';
import { asFailure } from '../domain/failure/failure';
import type { Draft, Journal } from '../journal/journal';
import { PageServices } from '../services/page-services';
import { datesReady } from '../shell/dates';
import { giveWay } from '../shell/first-visit';
import { applyTheme } from '../shell/theme';
import { speakPreferred } from '../words/locale';
import { passGate } from './journal-gate';
import '../views/shell/app-shell';
import '../views/shell/journal-failure';

/** Whether there is a service worker: `npm run dev` has none. */
declare const __SERVICE_WORKER__: boolean;

/** How long after the first view the service worker is registered, in milliseconds. */
const SERVICE_WORKER_AFTER_MS = 3_000;

/** How long after the start it is looked for what earlier visits left, in milliseconds. */
const TIDY_AFTER_MS = 10_000;

/**
 * What is erased here is erased in the copies this phone keeps and in files that were handed over; where that cannot be done,
 * nothing is said to be erased.
 */
const erasing = async (ids: readonly string[] | null, erase: () => Promise<void>): Promise<void> => {
  try {
    await (await import('../shell/outgoing')).forgetOutgoing();
    await (await import('../journal/backup/open-backups')).eraseWithCopies(ids, erase);
  } catch (error) {
    throw asFailure(error, 'copies-unreachable');
  }
};

/** Where the page is opened in the middle of what a lock or a killed tab cut off, Today offers that instead of a new one. */
async function offerUnfinished(journal: Journal): Promise<void> {
  const kinds: Readonly<Record<string, Draft['kind']>> = { '/recall': 'recall', '/check-in': 'check-in' };
  const kind = kinds[location.pathname];
  if (kind && (await journal.draft(kind).catch(() => null))) history.replaceState({}, '', '/');
}

/** What an earlier visit handed over and could not remove goes, whether the journal is unlocked or not. */
async function tidyLater(): Promise<void> {
  try {
    await whenIdle(TIDY_AFTER_MS);
    await (await import('../shell/outgoing')).tidyOutgoing();
  } catch (error) {
    log.warn('files that were handed over were not looked for', error);
  }
}

/** What nobody waits for. A journal with a lock is watched over from its first moment. */
async function afterFirstView(services: PageServices, app: HTMLElement): Promise<void> {
  if (!services.lock.state.protected) await whenIdle();
  void services.startAutoLock((hidden) => {
    app.hidden = hidden;
  });
  services.keepCopiesSoon();
  // It fetches the whole app: first comes what the person opens first.
  await whenIdle(SERVICE_WORKER_AFTER_MS);
  if (__SERVICE_WORKER__) await services.shell.start();
}

/** Opens the journal and shows the app; where it cannot be opened, says so and shows nothing else. */
async function start(): Promise<void> {
  try {
    // iOS before 26 and Firefox before 142 have no URLPattern, which the router needs.
    if (!('URLPattern' in globalThis)) await import('urlpattern-polyfill');
    // The script has run: what it begins is a task of its own.
    await nextTask();
    const dates = datesReady();
    const spoken = speakPreferred();
    const { journal, vault, lock } = await passGate({ erasing });
    const settings = await journal.settings();
    await dates;
    await spoken;
    applyTheme(settings.theme);
    await offerUnfinished(journal);
    await nextTask();
    const services = new PageServices(journal, vault, lock, settings);
    const app = Object.assign(document.createElement('rv-app'), { services });
    await giveWay(app);
    void afterFirstView(services, app);
  } catch (error) {
    const failure = asFailure(error, 'journal-unreadable');
    log.error('the app could not start', failure);
    const screen = Object.assign(document.createElement('rv-journal-failure'), { failure });
    document.getElementById('skeleton')?.replaceWith(screen);
  }
}

void start();
void tidyLater();
