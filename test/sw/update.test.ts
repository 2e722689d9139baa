import assert from 'node:assert/strict';
import { after, before, type TestContext, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { freshBuild } from '../../models/tools/build';
import { type Server, startServer } from '../../models/tools/serve';
import { readModels } from '../../sw/build/project';
import { launch } from '../support/browser';
import { keptPaths, nextBuild, register, SCRIPTLESS } from './support';

const { iris } = readModels().models;
const IRIS = `/models/${iris!.file}?v=${iris!.sha256.slice(0, 8)}`;
const OLDER_IRIS = `/models/${iris!.file}?v=00000000`;

let browser: Browser;
let older: string;
let next: Awaited<ReturnType<typeof nextBuild>>;

before(async () => {
  older = await freshBuild();
  next = await nextBuild(older);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await next?.remove();
});

/** Whether the page that an address gives now is the next version's. */
const servesNext = (page: Page): Promise<boolean> =>
  page.evaluate(async () => (await (await fetch('/index.html')).text()).includes('name="version"'));

/** A page under the older version's worker, with the next version on the server and installed beside it. */
async function withWaitingUpdate(
  test: TestContext,
  prepare: (page: Page) => Promise<void> = async () => {},
): Promise<{ page: Page; server: Server }> {
  const first = await startServer({ dist: older });
  test.after(first.stop);
  const page = await (await browser.newContext()).newPage();
  await register(page, first.url);
  await prepare(page);
  await first.stop();
  const server = await startServer({ dist: next.dist, port: first.port });
  test.after(server.stop);
  await page.evaluate(async () => {
    const registration = await (await navigator.serviceWorker.ready).update();
    const worker = registration.installing ?? registration.waiting!;
    while (worker.state === 'installing')
      await new Promise((resolve) => worker.addEventListener('statechange', resolve, { once: true }));
  });
  return { page, server };
}

const takeOver = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const changed = new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
    const registration = await navigator.serviceWorker.ready;
    registration.waiting?.postMessage({ type: 'SKIP_WAITING' });
    await changed;
    const worker = registration.active!;
    while (worker.state !== 'activated')
      await new Promise((resolve) => worker.addEventListener('statechange', resolve, { once: true }));
  });

test('an update waits until it is asked for, through reloads too', async (t) => {
  const { page, server } = await withWaitingUpdate(t);
  assert.equal(await servesNext(page), false);
  await page.reload();
  assert.equal(await servesNext(page), false);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    registration.waiting?.postMessage({ type: 'something else' });
    registration.waiting?.postMessage(null);
  });
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state), 'installed');
  await takeOver(page);
  assert.equal(await servesNext(page), true);
  await server.stop();
  await page.goto(new URL(SCRIPTLESS, page.url()).href);
  assert.equal(await servesNext(page), true, 'the next version opens offline');
});

test('an update brings the new model where the old one was used, and removes the old one when it takes over', async (t) => {
  const { page } = await withWaitingUpdate(t, (opened) =>
    opened.evaluate(
      async (path) => (await caches.open('reverie-kept-v1')).put(path, new Response('older')),
      OLDER_IRIS,
    ),
  );
  assert.deepEqual((await keptPaths(page)).sort(), [IRIS, OLDER_IRIS].sort(), 'the older version still has its own');
  await takeOver(page);
  assert.deepEqual(await keptPaths(page), [IRIS]);
});
