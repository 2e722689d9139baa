import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { momentOfField } from '../../app/domain/moment/wall-time';
import { MARK_ADDRESS, REMINDER_CACHE, REMINDER_TAG, type ReminderMark } from '../../app/domain/reminders/mark';
import { type Server, startServer } from '../../models/tools/serve';
import { remind, showApp } from '../../sw/remind';
import { launch } from '../support/browser';
import { register } from './support';

const MARK: ReminderMark = {
  times: [9 * 60, 20 * 60],
  quiet: { from: 22 * 60, to: 8 * 60 },
  asideUntilMs: null,
  doneDay: '2026-11-28',
  title: 'A minute for yourself?',
  body: 'You asked for it.',
};

/** As much of a `CacheStorage` as the worker asks for. */
class FakeCaches {
  readonly stored = new Map<string, string>();
  has = async (): Promise<boolean> => this.stored.size > 0;
  open = async () => ({
    match: async (address: string) => {
      const text = this.stored.get(address);
      return text === undefined ? undefined : new Response(text);
    },
    put: async (address: string, response: Response) => void this.stored.set(address, await response.text()),
  });
}

const { caches: real } = globalThis;
let fake: FakeCaches;
let shown: string[];
let badges: number;
beforeEach(() => {
  fake = new FakeCaches();
  shown = [];
  badges = 0;
  Object.assign(globalThis, { caches: fake });
});
afterEach(() => Object.assign(globalThis, { caches: real }));

const lookAt = (field: string, badge = async () => void badges++): Promise<void> => {
  const { epochMs } = momentOfField(field, 'Europe/Berlin')!;
  const clock = { epochMs: () => epochMs, monotonicMs: () => 0, zone: () => 'Europe/Berlin' };
  return remind({ showNotification: async (title) => void shown.push(title) }, clock, badge);
};

test('the worker shows what is due, once for each time of a day', async () => {
  fake.stored.set(MARK_ADDRESS, JSON.stringify(MARK));
  await lookAt('2026-11-29T08:59');
  assert.equal(shown.length, 0);
  await lookAt('2026-11-29T09:00');
  await lookAt('2026-11-29T19:59');
  assert.deepEqual(shown, [MARK.title]);
  await lookAt('2026-11-29T20:30');
  assert.equal(shown.length, 2);
  await lookAt('2026-11-30T09:00');
  assert.deepEqual([shown.length, badges], [3, 3]);
});

test('a badge that never comes keeps no reminder back', { timeout: 10_000 }, async () => {
  fake.stored.set(MARK_ADDRESS, JSON.stringify(MARK));
  void lookAt('2026-11-29T20:30', () => new Promise(() => undefined));
  while (shown.length === 0) await new Promise(setImmediate);
  assert.deepEqual(shown, [MARK.title]);
});

test('it shows nothing on a day that is done, in quiet hours, or without a sound mark', async () => {
  fake.stored.set(MARK_ADDRESS, JSON.stringify({ ...MARK, doneDay: '2026-11-29' }));
  await lookAt('2026-11-29T20:30');
  fake.stored.set(MARK_ADDRESS, JSON.stringify(MARK));
  await lookAt('2026-11-29T22:00');
  fake.stored.set(MARK_ADDRESS, 'no mark');
  await lookAt('2026-11-29T20:30');
  fake.stored.clear();
  await lookAt('2026-11-29T20:30');
  assert.deepEqual(shown, []);
  assert.equal(fake.stored.size, 0);
});

test('a tap brings up the window that is open, else opens one', async () => {
  const done: string[] = [];
  const openWindow = async (address: string) => void done.push(address);
  const focus = async () => void done.push('focus');
  await showApp({ matchAll: async () => [{ focus }], openWindow });
  await showApp({ matchAll: async () => [], openWindow });
  assert.deepEqual(done, ['focus', '/']);
});

let server: Server;
let browser: Browser;
let page: Page;

before(async () => {
  server = await startServer();
  browser = await launch();
  page = await (await browser.newContext({ permissions: ['notifications'] })).newPage();
  await register(page, server.url);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

test('the page’s word has the real worker show the real notification, and it can be taken back', {
  timeout: 60_000,
}, async () => {
  const due = { ...MARK, times: [0], quiet: null };
  const words = await page.evaluate(
    async ([name, address, content, tag]) => {
      await (await caches.open(name)).put(address, Response.json(content));
      navigator.serviceWorker.controller!.postMessage({ type: 'REMIND' });
      const registration = await navigator.serviceWorker.ready;
      for (;;) {
        const [one] = await registration.getNotifications({ tag });
        if (!one) await new Promise(requestAnimationFrame);
        else return [one.title, one.body, one.close()].slice(0, 2);
      }
    },
    [REMINDER_CACHE, MARK_ADDRESS, due, REMINDER_TAG] as const,
  );
  assert.deepEqual(words, [MARK.title, MARK.body]);
});
