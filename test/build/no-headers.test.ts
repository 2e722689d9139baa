import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { freshBuild } from '../../models/tools/build';
import { headersFor, parseHeaders } from '../../sw/build/headers';
import { policyForPages } from '../../sw/build/policy';
import { contentType } from '../../sw/build/static-host';
import { launch } from '../support/browser';

/*
 * The build on a host that sends nothing but the files and their types: what keeps everything on the phone must be in the pages.
 */
let dist: string;
let browser: Browser;
const servers: Server[] = [];
/** What reached the other origin. */
const reached: string[] = [];
let home: string;
let elsewhere: string;

const listening = (answer: Parameters<typeof createServer>[1]): Promise<string> =>
  new Promise((resolve) => {
    const server = createServer(answer as never);
    servers.push(server);
    server.listen(0, '127.0.0.1', () => resolve(`http://localhost:${(server.address() as AddressInfo).port}`));
  });

before(async () => {
  dist = await freshBuild();
  home = await listening((request: { url?: string }, response: import('node:http').ServerResponse) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = path === '/' || path === '/history' ? '/index.html' : path;
    try {
      const bytes = readFileSync(join(dist, file));
      response.writeHead(200, { 'Content-Type': contentType(file) }).end(bytes);
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(readFileSync(join(dist, '404.html')));
    }
  });
  elsewhere = await listening((request: { url?: string }, response: import('node:http').ServerResponse) => {
    reached.push(request.url ?? '');
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/javascript' });
    response.end('window.foreign = true;');
  });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  for (const server of servers) server.close();
});

const PAGES = ['/', '/rescue.html', '/none.html'];

async function opened(path: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await page.goto(home + path);
  await page.locator('rv-app, rv-rescue h1').first().waitFor();
  return page;
}

test('every page has the policy of the headers in it, before anything that is loaded', () => {
  const [head = ''] = [
    headersFor(parseHeaders(readFileSync('assets/_headers', 'utf8')), '/')['Content-Security-Policy'],
  ];
  assert.equal(policyForPages(), head.replace(" frame-ancestors 'none';", ''));
  for (const file of ['index.html', 'rescue.html', '404.html']) {
    const html = readFileSync(join(dist, file), 'utf8');
    const at = html.indexOf(`<meta http-equiv="Content-Security-Policy" content="${policyForPages()}">`);
    assert.ok(at > 0 && at < html.search(/<(script|link|style)\b/), file);
    assert.ok(html.indexOf('<meta charset="utf-8">') < 1024, file);
  }
});

/** In the page: tries to run what is not ours, and to send something out. Resolves with what could be done. */
async function breakOut(foreign: string): Promise<string[]> {
  const done: string[] = [];
  const attempt = async (name: string, work: () => unknown): Promise<void> => {
    try {
      if (await work()) done.push(name);
    } catch {
      // Refused, as it should be.
    }
  };
  const settled = () => new Promise((resume) => setTimeout(resume, 150));
  const add = async (tag: string, fields: object): Promise<void> => {
    document.head.append(Object.assign(document.createElement(tag), fields));
    await settled();
  };
  const marks = window as unknown as Record<string, boolean>;
  await attempt('inline script', () => add('script', { textContent: 'window.inline = true' }).then(() => marks.inline));
  await attempt('markup', () => {
    const box = document.createElement('div');
    box.innerHTML = '<img src=x onerror="window.markup = true">';
    document.body.append(box);
    return settled().then(() => marks.markup || box.childElementCount > 0);
  });
  // Later, because what the debugger itself runs may make code of text.
  await attempt('code as text', () => {
    setTimeout(() => {
      marks.code = new Function('return true')();
    });
    return settled().then(() => marks.code);
  });
  await attempt('foreign script', () => add('script', { src: `${foreign}/script` }).then(() => marks.foreign));
  await attempt('foreign worker', () => new Worker(`${foreign}/worker`));
  await attempt('fetch', () => fetch(`${foreign}/fetch`).then(() => true));
  await attempt('picture', () => add('img', { src: `${foreign}/picture` }));
  await attempt('style', () => add('link', { rel: 'stylesheet', href: `${foreign}/style` }));
  await attempt('beacon', () => {
    navigator.sendBeacon(`${foreign}/beacon`);
    return settled();
  });
  await attempt('socket', () => {
    new WebSocket(foreign.replace('http', 'ws'));
    return settled();
  });
  await attempt('frame', () => add('iframe', { src: `${foreign}/frame` }));
  await attempt('form', async () => {
    const form = Object.assign(document.createElement('form'), { action: `${foreign}/form`, method: 'post' });
    document.body.append(form);
    form.submit();
    await settled();
  });
  await attempt('peer connection', () => new RTCPeerConnection());
  return done;
}

test('nothing that is not ours runs, and nothing goes out', async (t) => {
  for (const path of PAGES) {
    await t.test(path, async () => {
      const page = await opened(path);
      // The compiler of the tests names functions by a helper that the page does not have.
      await page.evaluate('globalThis.__name = (made) => made');
      assert.deepEqual(await page.evaluate(breakOut, elsewhere), []);
      assert.deepEqual(reached, []);
      assert.equal(new URL(page.url()).origin, home, 'and the page is still ours');
    });
  }
});

test('in a frame of another page nothing of it is left but a way out', async () => {
  const framing = await listening((_: unknown, response: import('node:http').ServerResponse) => {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end(PAGES.map((path) => `<iframe src="${home}${path}"></iframe>`).join(''));
  });
  const page = await (await browser.newContext()).newPage();
  await page.goto(framing);
  for (const frame of page.frames().slice(1)) {
    await frame.locator('a[target=_top]').waitFor();
    assert.equal((await frame.locator('html').textContent())?.trim(), 'Reverie');
    assert.equal(await frame.locator('rv-app, rv-rescue, button').count(), 0);
  }
});

test('the app works there: a journal is made, locked by Argon2id in its worker, and opened again', async () => {
  const page = await opened('/');
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedS|Refused to/.test(message.text())) complaints.push(message.text());
  });
  await page.goto(`${home}/check-in`);
  await page.getByRole('button', { name: 'calm' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('heading', { name: 'Saved.' }).waitFor();
  const { lockWithPassphrase, unlockWith, PASSPHRASE } = await import('../e2e/walks/lock-walk');
  await lockWithPassphrase(page);
  await page.reload();
  await unlockWith(page, PASSPHRASE);
  await page.locator('rv-app').waitFor();
  assert.equal(await page.evaluate(() => navigator.serviceWorker.ready.then((ready) => ready.active !== null)), true);
  assert.deepEqual(complaints, []);
});
