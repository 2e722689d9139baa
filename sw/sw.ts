import { createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { REMINDER_TAG } from '../app/domain/reminders/mark';
import models from '../models/models.json' with { type: 'json' };
import { answerKept, dropOutdated, renewKept } from './how';
import { isMessage } from './messages';
import { remind, showApp } from './remind';
import { WaitingKey } from './waiting-key';
import { sharedIn, WaitingShare } from './waiting-share';
import { type BuiltFile, whatToCache } from './what';

declare const self: ServiceWorkerGlobalScope & {
  /** Every file of the build; the build puts the list here. */
  readonly __WB_MANIFEST: readonly BuiltFile[];
};

/** Addresses that end in a file name are files, not screens: a missing one is an error and not the app. */
const FILE_ADDRESS = /\/[^/?]+\.[^/?]+(\?|$)/;

/** As the manifest's `share_target` has it. */
const SHARE_ADDRESS = '/shared';

const { shell, onFirstUse } = whatToCache(self.__WB_MANIFEST, models);
const keptPaths = new Set(onFirstUse.map(({ path }) => path));

const waitingShare = new WaitingShare();

// Before the routes, for none of them may send it on: what is shared goes no further than this worker.
self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method !== 'POST' || new URL(url).pathname !== SHARE_ADDRESS) return;
  const form = event.request.formData();
  event.waitUntil(form.then((content) => waitingShare.keep(sharedIn(content))).catch(() => undefined));
  event.respondWith(form.catch(() => undefined).then(() => Response.redirect(SHARE_ADDRESS, 303)));
});

// Precaching listens to `install` and `activate` by itself: it stores the shell first and removes the old one last.
precacheAndRoute([...shell]);
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html'), { denylist: [FILE_ADDRESS] }));
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && keptPaths.has(url.pathname + url.search),
  ({ request, event }) => answerKept(request, (work) => event.waitUntil(work)),
);

self.addEventListener('install', (event) => event.waitUntil(renewKept(onFirstUse)));

// Claiming lets the very first visit keep the models it downloads; later versions already hold the pages they replace.
self.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([dropOutdated(onFirstUse), self.clients.claim()])),
);

const waitingKey = new WaitingKey();

self.addEventListener('message', (event) => {
  const { data, ports } = event;
  if (!isMessage(data)) return;
  if (data.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
  else if (data.type === 'REMIND') event.waitUntil(remind(self.registration));
  else if (data.type === 'TAKE_SHARED') ports[0]?.postMessage(waitingShare.take());
  else if (data.type === 'KEEP_KEY') event.waitUntil(waitingKey.keep(data.tab, data.kept));
  else if (data.type === 'TAKE_KEY') ports[0]?.postMessage(waitingKey.take(data.tab));
  else waitingKey.forget();
});

/** Chromium's, for an installed app; no type library knows it. It comes when the browser sees fit, a few times a day at most. */
type PeriodicSyncEvent = ExtendableEvent & { readonly tag: string };

self.addEventListener('periodicsync', (event) => {
  const sync = event as PeriodicSyncEvent;
  if (sync.tag === REMINDER_TAG) sync.waitUntil(remind(self.registration));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(showApp(self.clients));
});
