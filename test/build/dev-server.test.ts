import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { after, before, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { type DevServer, openWithCamera, startDevServer } from '../../models/tools/dev-server';
import { faceClip } from '../../models/tools/face-clip';
import { toCamera } from '../e2e/walks/recall-walk';
import { PLACES } from '../support/preview/choices';

let server: DevServer;
let context: BrowserContext;
let page: Page;
const wrongs: string[] = [];

before(async () => {
  server = await startDevServer(0);
  context = await openWithCamera('about:blank', await faceClip(), true);
  page = context.pages()[0]!;
  page.on('pageerror', ({ message }) => wrongs.push(message));
  page.on('response', (response) => {
    if (response.status() >= 400) wrongs.push(`${response.status()} ${response.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') wrongs.push(message.text());
  });
});

after(async () => {
  await context?.browser()?.close();
  await server?.vite.close();
});

const familyOf = (selector: string): Promise<string> =>
  page.locator(selector).evaluate((element) => getComputedStyle(element).fontFamily);

test('the app runs from its sources: with its styles and fonts, and without a service worker', async () => {
  await page.goto(server.url);
  await page.locator('rv-today').waitFor();
  assert.match(await familyOf('rv-today h1'), /Newsreader/);
  const loaded = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family);
  });
  assert.ok(
    loaded.some((family) => family.includes('Newsreader')) && loaded.some((family) => family.includes('Inter')),
  );
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
  assert.deepEqual(wrongs, []);
});

test('the first paint of a first visit is Today, as in the build', async () => {
  const html = await (await fetch(server.url)).text();
  assert.match(html, /src="\/first-view\.js"/);
  const script = await (await fetch(`${server.url}/first-view.js`)).text();
  assert.match(script, /dataset\.first/);
  const styles = /href="([^"]+first-view\.css)"/.exec(html)?.[1];
  assert.match(await (await fetch(`${server.url}${styles}`, { headers: { accept: 'text/css' } })).text(), /\.frame/);
});

test('the face is read in a worker of its own, with threads, from the clip the camera plays', async () => {
  assert.equal(await page.evaluate(() => crossOriginIsolated), true);
  await toCamera(page);
  assert.deepEqual(wrongs, []);
});

test('a screen that changes loads the page again where it is; a style takes effect without', async () => {
  await page.goto(`${server.url}/check-in`);
  await page.locator('rv-check-in').waitFor();
  const loadedAgain = page.waitForEvent('load');
  server.vite.watcher.emit('change', resolve('app/views/check-in/check-in.ts'));
  await loadedAgain;
  await page.locator('rv-check-in').waitFor();
  await page.evaluate(() => Object.assign(globalThis, { stays: true }));
  const asked = page.waitForRequest(/base\.css\?t=/);
  server.vite.watcher.emit('change', resolve('assets/styles/tokens.css'));
  await asked;
  assert.equal(await page.evaluate(() => 'stays' in globalThis), true);
});

test('the rescue page stands at its address, with nothing of the first view', async () => {
  assert.doesNotMatch(await (await fetch(`${server.url}/rescue.html`)).text(), /first-view/);
  await page.goto(`${server.url}/rescue.html`);
  await page.locator('rv-rescue h1').waitFor();
  assert.match(await familyOf('rv-rescue h1'), /Newsreader/);
  assert.deepEqual(wrongs, []);
});

test('the preview shows each screen of the app by itself, and the steps of a recall', async () => {
  for (const view of [...Object.keys(PLACES), 'locked', 'check-in', 'choose', 'review']) {
    await page.goto(`${server.url}/preview/frame?view=${view}`);
    await page.locator('h1').first().waitFor();
  }
  assert.deepEqual(wrongs, []);
});

test('the preview sets a view in a frame of the size of a phone, in the theme that is asked for', async () => {
  await page.goto(`${server.url}/preview?view=insights&theme=dark`);
  const frame = page.frameLocator('iframe');
  await frame.locator('rv-insights h1').waitFor();
  assert.equal(await frame.locator('html').getAttribute('data-theme'), 'dark');
  await page.getByLabel('size').selectOption('360x640');
  assert.deepEqual(await page.locator('iframe').evaluate((one: HTMLIFrameElement) => [one.width, one.height]), [
    '360',
    '640',
  ]);
  await frame.locator('rv-insights h1').waitFor();
  assert.match(page.url(), /view=insights.*theme=dark.*size=360x640/);
});
