import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { buildServiceWorker } from '../../sw/build/service-worker';

/**
 * An address of the app's origin whose document has no script: there a test can use the service worker's own interface
 * without the app answering to the same events.
 */
export const SCRIPTLESS = '/icons/favicon.svg';

/** In the page: what the app's own pages do as their first thing, where none of them does it. As text, for it has a function in it. */
const ADMIT_SCRIPTS = "trustedTypes.createPolicy('default', { createScriptURL: (address) => address }), null";

/** Opens an address without scripts, registers the service worker there, and waits until it answers this page. */
export async function register(page: Page, url: string): Promise<void> {
  await page.goto(url + SCRIPTLESS);
  await page.evaluate(ADMIT_SCRIPTS);
  await page.evaluate(async () => {
    const controlled = new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
    await navigator.serviceWorker.register('/sw.js');
    if (!navigator.serviceWorker.controller) await controlled;
  });
}

/** Waits until the page is answered by a service worker that is fully installed. */
export const controlled = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');

/** Addresses in the cache of files kept on first use, without the origin. */
export const keptPaths = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const requests = await (await caches.open('reverie-kept-v1')).keys();
    return requests.map(({ url }) => url.slice(location.origin.length));
  });

/** Fetches as the page would; the number of bytes that came. */
export const fetchBytes = (
  page: Page,
  path: string,
  init: { cache?: RequestCache; headers?: Record<string, string> } = {},
): Promise<number> =>
  page.evaluate(async ([address, options]) => (await (await fetch(address, options)).arrayBuffer()).byteLength, [
    path,
    init,
  ] as const);

/** A build that differs in one line of its page, as the next version would. Delete it with `remove`. */
export async function nextBuild(dist: string): Promise<{ dist: string; remove(): Promise<void> }> {
  const next = await mkdtemp(join(tmpdir(), 'reverie-next-'));
  await cp(dist, next, { recursive: true });
  const html = await readFile(join(next, 'index.html'), 'utf8');
  await writeFile(join(next, 'index.html'), html.replace('<head>', '<head><meta name="version" content="next">'));
  await buildServiceWorker(next);
  return { dist: next, remove: () => rm(next, { recursive: true }) };
}
