import { createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import models from '../models/models.json' with { type: 'json' };
import { answerKept, dropOutdated, renewKept } from './how';
import { isMessage } from './messages';
import { type BuiltFile, whatToCache } from './what';

declare const self: ServiceWorkerGlobalScope & {
  /** Every file of the build; the build puts the list here. */
  readonly __WB_MANIFEST: readonly BuiltFile[];
};

/** Addresses that end in a file name are files, not screens: a missing one is an error and not the app. */
const FILE_ADDRESS = /\/[^/?]+\.[^/?]+(\?|$)/;

const { shell, onFirstUse } = whatToCache(self.__WB_MANIFEST, models);
const keptPaths = new Set(onFirstUse.map(({ path }) => path));

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

self.addEventListener('message', (event) => {
  if (isMessage(event.data)) event.waitUntil(self.skipWaiting());
});
