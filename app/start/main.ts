import { nextTask, whenIdle } from '../base/idle';
import { log } from '../base/log';
import { asFailure } from '../domain/failure/failure';
import type { AroundErase } from '../journal/indexed-db-journal';
import type { Journal, SessionDraft } from '../journal/journal';
import { SAMPLE_NAME } from '../journal/store/database-name';
import { storeMark } from '../journal/store/store-mark';
import { openPage } from '../services/page';
import { pageServices } from '../services/page-services';
import { BrowserShell } from '../shell/browser-shell';
import { datesReady } from '../shell/dates';
import { endWelcome, giveWay, takeEarlyLink } from '../shell/first-visit';
import { visitsSample } from '../shell/sample-visit';
import { applyTheme } from '../shell/theme';
import { speakPreferred } from '../words/locale';
import { afterFirstView } from './after-first-view';
import { passGate } from './journal-gate';
import '../views/shell/app-shell';
import './needed-everywhere';

/*
 * [Note: The start]
 *
 * 1. `first-view.ts` runs before the first paint. It chooses the language and what is seen first, and keeps presses until the app can
 *    serve them. See: [Note: The first view]
 * 2. This file is the module that loads next. It has the first date formatter and the language's words prepared while it waits.
 * 3. `journal-gate.ts` opens the database and its vault. If the vault is locked, it takes the key kept for this tab, or that of
 *    another tab; otherwise the lock screen asks for a secret. It resolves with an open journal.
 * 4. With the settings read, everything is put together: the page's instances (`services/page.ts`), the capabilities that screens ask
 *    for, and the app's element, which takes the place of the first view. See: [Note: Capabilities]
 * 5. `after-first-view.ts` starts what nobody waits for, when the page is idle: the auto-lock, the copies, the service worker.
 *
 * Steps are separated by `nextTask`, so that no task is long while somebody presses a button. What the first screen does not need is
 * imported when it is needed.
 *
 * If the journal cannot be opened, only the reason is shown, with the way to the rescue page. If this script does not arrive at all,
 * the first view itself shows that way after a while, by its style sheet alone.
 */

/** How long after the start files that were handed over in earlier visits are removed, in milliseconds. */
const TIDY_AFTER_MS = 10_000;

const handedOver = () => import('./handed-over');

/** See `eraseEverywhere`. */
const aroundErase: AroundErase = async (ids, erase) => {
  const { eraseEverywhere } = await handedOver().catch((error: unknown) => {
    throw asFailure(error, 'copies-unreachable');
  });
  return eraseEverywhere(ids, erase);
};

/** The journal need not be unlocked for it. */
async function tidyLater(): Promise<void> {
  await whenIdle(TIDY_AFTER_MS);
  await handedOver().then(
    ({ tidyHandedOver }) => tidyHandedOver(),
    (error: unknown) => log.warn('files that were handed over were not looked for', error),
  );
}

/** If the page is opened at an interrupted recall or check-in, Today is shown instead and offers to continue it. */
async function offerUnfinished(journal: Journal): Promise<void> {
  const kinds: Readonly<Record<string, SessionDraft['kind']>> = { '/recall': 'recall', '/check-in': 'check-in' };
  const kind = kinds[location.pathname];
  if (kind && (await journal.draft(kind).catch(() => null))) history.replaceState({}, '', '/');
}

/** Goes where a link of the first view leads that was pressed before the journal was open. */
function followEarlyLink(): void {
  const path = takeEarlyLink();
  if (path === null || path === location.pathname) return;
  history.pushState({}, '', path);
  endWelcome();
}

/** Opens the journal and shows the app. Rejects if the journal cannot be opened. See: [Note: The start] */
async function start(): Promise<void> {
  // iOS before 26 and Firefox before 142 have no URLPattern, which the router needs.
  if (!('URLPattern' in globalThis)) await import('urlpattern-polyfill');
  // Ends the task in which the scripts were evaluated.
  await nextTask();
  const dates = datesReady();
  const spoken = speakPreferred();
  const inSample = visitsSample() && storeMark(SAMPLE_NAME).isSet();
  const { journal, vault, lock } = await passGate(inSample ? { name: SAMPLE_NAME } : { aroundErase });
  const settings = await journal.settings();
  await dates;
  await spoken;
  applyTheme(settings.theme);
  followEarlyLink();
  await offerUnfinished(journal);
  await nextTask();
  // Before anything of it is seen: a sample must look like one.
  if (inSample) await import('./in-sample');
  const page = openPage(journal, vault, settings, inSample);
  const shell = new BrowserShell();
  const services = pageServices(page, lock, shell);
  lock.beforeLock = () => services.drafts.settle();
  lock.aroundNewSecrets = async (change) => (await handedOver()).changeEverywhere(page, change);
  const app = Object.assign(document.createElement('rv-app'), { services });
  await giveWay(app);
  void afterFirstView(page, lock, shell, app);
}

/** Says why the journal could not be opened, and shows nothing else. */
async function tellFailure(error: unknown): Promise<void> {
  const failure = asFailure(error, 'journal-unreadable');
  log.error('the app could not start', failure);
  // If this cannot be fetched either, the first view stays and soon shows the way to the rescue page.
  await import('../views/shell/journal-failure');
  const screen = Object.assign(document.createElement('rv-journal-failure'), { failure });
  document.getElementById('skeleton')?.replaceWith(screen);
}

start()
  .catch(tellFailure)
  .catch((error: unknown) => log.error('its failure could not be told', error));
void tidyLater();
