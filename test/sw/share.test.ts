import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { type Server, startServer } from '../../models/tools/serve';
import { SHARE_WAIT_MS, sharedIn, WaitingShare } from '../../sw/waiting-share';
import { launch } from '../support/browser';
import { register, SCRIPTLESS } from './support';

test('what was shared waits in memory for one page, and not for long', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const waiting = new WaitingShare();
  const first = waiting.keep({ text: 'first', picture: null });
  const second = waiting.keep({ text: 'second', picture: null });
  await first;
  assert.equal(waiting.take()?.text, 'second');
  await second;
  assert.equal(waiting.take(), null);
  const late = waiting.keep({ text: 'late', picture: null });
  t.mock.timers.tick(SHARE_WAIT_MS);
  await late;
  assert.equal(waiting.take(), null);
});

test('a form gives its texts, each once, and its first picture', () => {
  const form = new FormData();
  for (const [name, value] of [
    ['title', ' A walk '],
    ['text', 'A walk'],
    ['url', ''],
    ['other', 'no'],
  ])
    form.append(name!, value!);
  form.append('picture', new File(['%PDF'], 'a.pdf', { type: 'application/pdf' }));
  form.append('picture', new File(['.'], 'a.png', { type: 'image/png' }));
  const { text, picture } = sharedIn(form);
  assert.deepEqual([text, picture?.type], ['A walk', 'image/png']);
  assert.deepEqual(sharedIn(new FormData()), { text: '', picture: null });
});

let server: Server;
let browser: Browser;
let page: Page;
let sent: string[];

before(async () => {
  server = await startServer();
  browser = await launch();
  page = await (await browser.newContext()).newPage();
  await register(page, server.url);
  sent = [];
  page.context().on('request', (request) => {
    if (request.serviceWorker() && request.method() !== 'GET') sent.push(request.url());
  });
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Posts the form as the system would, and opens what it is answered with. */
async function share(text: string, widthPx: number): Promise<void> {
  await page.goto(server.url + SCRIPTLESS);
  await page.evaluate(
    async ([words, width]) => {
      const form = new FormData();
      form.append('text', words);
      const canvas = new OffscreenCanvas(Math.max(1, width), 1);
      canvas.getContext('2d')!.fillRect(0, 0, 1, 1);
      if (width > 0) form.append('picture', await canvas.convertToBlob(), 'a.png');
      await fetch('/shared', { method: 'POST', body: form, redirect: 'manual' });
    },
    [text, widthPx] as const,
  );
  await page.goto(`${server.url}/shared`);
}

const says = (words: string): Promise<void> => page.getByText(words).first().waitFor();

test('a picture that was shared is shown before the recall, sent nowhere, and gone with the page', async () => {
  await share('', 40);
  await says('Where does this take you?');
  await page.locator('rv-picture canvas').evaluate(async (canvas: HTMLCanvasElement) => {
    while (canvas.width !== 40) await new Promise(requestAnimationFrame);
  });
  await page.reload();
  await says('There’s nothing here any more.');
  assert.deepEqual(sent, []);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const all = await Promise.all(
      names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
    );
    return all.flat().filter((url) => url.includes('shared'));
  });
  assert.deepEqual(
    kept.filter((url) => new URL(url).pathname === '/shared'),
    [],
  );
});

test('a text that was shared is shown, and begins a recall', async () => {
  await share('The bench by the river', 0);
  await says('The bench by the river');
  await page.getByRole('button', { name: 'Relive it' }).click();
  await page.waitForURL('**/recall');
});
