import { nextTask } from '../base/idle';
import { log } from '../base/log';
import { asFailure } from '../domain/failure/failure';
import type { Draft, Journal } from '../journal/journal';
import { openPage } from '../services/page';
import { pageServices } from '../services/page-services';
import { BrowserShell } from '../shell/browser-shell';
import { datesReady } from '../shell/dates';
import { giveWay } from '../shell/first-visit';
import { applyTheme } from '../shell/theme';
import { speakPreferred } from '../words/locale';
import { afterFirstView } from './after-first-view';
import { eraseEverywhere, forgetHandedOver, tidyLater } from './handed-over';
import { passGate } from './journal-gate';
import '../views/shell/app-shell';

/** Where the page is opened in the middle of what a lock or a killed tab cut off, Today offers that instead of a new one. */
async function offerUnfinished(journal: Journal): Promise<void> {
  const kinds: Readonly<Record<string, Draft['kind']>> = { '/recall': 'recall', '/check-in': 'check-in' };
  const kind = kinds[location.pathname];
  if (kind && (await journal.draft(kind).catch(() => null))) history.replaceState({}, '', '/');
}

/** Opens the journal and shows the app; rejects where it cannot be opened. */
async function start(): Promise<void> {
  // iOS before 26 and Firefox before 142 have no URLPattern, which the router needs.
  if (!('URLPattern' in globalThis)) await import('urlpattern-polyfill');
  // The script has run: what it begins is a task of its own.
  await nextTask();
  const dates = datesReady();
  const spoken = speakPreferred();
  const { journal, vault, lock } = await passGate({ aroundErase: eraseEverywhere });
  const settings = await journal.settings();
  await dates;
  await spoken;
  applyTheme(settings.theme);
  await offerUnfinished(journal);
  await nextTask();
  const page = openPage(journal, vault, settings);
  const shell = new BrowserShell();
  const services = pageServices(page, lock, shell);
  lock.beforeLock = () => services.drafts.settle();
  lock.onNewSecrets = () => void forgetHandedOver();
  const app = Object.assign(document.createElement('rv-app'), { services });
  await giveWay(app);
  void afterFirstView(page, lock, shell, app);
}

/** Says why the journal could not be opened, and shows nothing else. */
async function tellFailure(error: unknown): Promise<void> {
  const failure = asFailure(error, 'journal-unreadable');
  log.error('the app could not start', failure);
  // Where this cannot be fetched either, what stays is the first paint, and soon with it the way to the page that rescues.
  await import('../views/shell/journal-failure');
  const screen = Object.assign(document.createElement('rv-journal-failure'), { failure });
  document.getElementById('skeleton')?.replaceWith(screen);
}

start()
  .catch(tellFailure)
  .catch((error: unknown) => log.error('its failure could not be told', error));
void tidyLater();
