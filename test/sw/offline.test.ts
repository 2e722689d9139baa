import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { startServer } from '../../models/tools/serve';
import { launch } from '../support/browser';
import { controlled } from './support';

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

test('after one visit the app opens without a server, at any of its addresses', async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const page = await (await browser.newContext()).newPage();
  const broken: string[] = [];
  page.on('pageerror', ({ message }) => broken.push(message));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) broken.push(message.text());
  });
  await page.goto(server.url);
  await page.getByRole('heading').first().waitFor();
  await controlled(page);
  const online = await page.title();
  await server.stop();

  for (const path of ['/', '/history', '/recall?start=new', '/check-in']) {
    const answer = await page.goto(server.url + path);
    assert.equal(answer?.fromServiceWorker(), true, path);
    assert.match(answer?.headers()['content-security-policy'] ?? '', /default-src 'self'/, 'the policy holds offline');
    await page.getByRole('heading').first().waitFor();
  }
  assert.ok(online.length > 0);
  assert.equal(await page.evaluate(() => crossOriginIsolated), true, 'wasm keeps its threads');
  assert.deepEqual(broken, []);
});

test('a file that does not exist is an error and not the app', async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const page = await (await browser.newContext()).newPage();
  await page.goto(server.url);
  await controlled(page);
  const answer = await page.goto(`${server.url}/assets/none.js`);
  assert.equal(answer?.status(), 404);
});
