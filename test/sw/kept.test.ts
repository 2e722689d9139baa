import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { type Server, startServer } from '../../models/tools/serve';
import { readModels } from '../../sw/build/project';
import { launch } from '../support/browser';
import { fetchBytes, keptPaths, register } from './support';

const { iris } = readModels().models;
const IRIS = `/models/${iris!.file}?v=${iris!.sha256.slice(0, 8)}`;

let server: Server;
let browser: Browser;
let page: Page;

before(async () => {
  server = await startServer();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});
beforeEach(async () => {
  page = await (await browser.newContext()).newPage();
  await register(page, server.url);
});

/** The worker answers before the copy is written, and writing has no event: looks at every frame. */
const untilKept = (path: string, bytes: number): Promise<void> =>
  page.evaluate(
    async ([address, expected]) => {
      const cache = await caches.open('reverie-kept-v1');
      while ((await (await cache.match(address))?.arrayBuffer())?.byteLength !== expected)
        await new Promise(requestAnimationFrame);
    },
    [path, bytes] as const,
  );

test('nothing heavy is downloaded by installing', async () => {
  assert.deepEqual(await keptPaths(page), []);
  const shell = await page.evaluate(async () => {
    const name = (await caches.keys()).find((key) => key.includes('precache'));
    return (await (await caches.open(name!)).keys()).map(({ url }) => new URL(url).pathname);
  });
  assert.ok(shell.includes('/index.html'));
  assert.deepEqual(
    shell.filter((path) => /\.(wasm|onnx)$|^\/assets\/ort\.|screenshots|_headers|^\/sw\.js$/.test(path)),
    [],
  );
});

test('a model is kept on first use, and then answered without asking the server', async () => {
  assert.equal(await fetchBytes(page, IRIS), iris!.bytes);
  await untilKept(IRIS, iris!.bytes);
  const asked: string[] = [];
  page.context().on('request', (request) => {
    if (request.serviceWorker()) asked.push(request.url());
  });
  assert.equal(await fetchBytes(page, IRIS), iris!.bytes);
  assert.deepEqual(asked, []);
  assert.deepEqual(await keptPaths(page), [IRIS]);
});

test('a damaged copy is replaced when the page asks for it anew, and stays replaced', async () => {
  await page.evaluate(async (path) => (await caches.open('reverie-kept-v1')).put(path, new Response('damaged')), IRIS);
  assert.equal(await fetchBytes(page, IRIS), 'damaged'.length);
  assert.equal(await fetchBytes(page, IRIS, { cache: 'reload' }), iris!.bytes);
  await untilKept(IRIS, iris!.bytes);
  assert.equal(await fetchBytes(page, IRIS), iris!.bytes);
});

test('parts, other versions and missing files are never kept', async () => {
  await fetchBytes(page, IRIS, { headers: { Range: 'bytes=0-9' } });
  await fetchBytes(page, `/models/${iris!.file}?v=00000000`);
  await fetchBytes(page, '/models/none/model.onnx');
  // One that is kept, after them: what was going to be written has been written by now.
  await fetchBytes(page, IRIS);
  await untilKept(IRIS, iris!.bytes);
  assert.deepEqual(await keptPaths(page), [IRIS]);
});

test('with a full disk the file is still answered', async () => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: server.url, quotaSize: 1000 });
  const warned = page
    .context()
    .waitForEvent('console', (message) => message.text().includes('not kept for offline use'));
  assert.equal(await fetchBytes(page, IRIS), iris!.bytes);
  await warned;
  assert.deepEqual(await keptPaths(page), []);
  assert.equal(await fetchBytes(page, IRIS), iris!.bytes);
});
