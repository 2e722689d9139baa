import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { controlled } from '../sw/support';
import { axeFindings, openApp } from './app';
import { button, checkIn, copied, openWithDownloads } from './walks/backup-walk';

/** In the page: raises the version of the journal's database, as a newer app would. */
const raiseVersion = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('reverie', 99);
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
        request.onerror = () => reject(request.error);
      }),
  );

test('rescue: a store of a newer version, without a network: said so, saved as it is, and a copy brought back after a reset', {
  timeout: 240_000,
}, async (t) => {
  const app = await openWithDownloads();
  t.after(() => app.close());
  const { page, server } = app;
  await page.clock.install();
  await checkIn(app, 'calm');
  await checkIn(app, 'grateful');
  await page.clock.fastForward(15_000);
  await page.clock.fastForward(30_000);
  await copied(page);
  await controlled(page);
  await page.goto(`${server.url}/icons/favicon.svg`);
  await raiseVersion(page);
  await server.stop();

  await page.goto(server.url);
  await page.getByRole('heading', { name: /newer version/ }).waitFor();
  assert.deepEqual(await axeFindings(page), [], 'axe on the failure');
  await page.getByRole('link', { name: /restore a copy/ }).click();
  await page.getByText('A newer version of the app wrote this journal: 2 entries').waitFor();
  assert.deepEqual(await axeFindings(page), [], 'axe on the rescue page');

  await t.test('its records are saved as they lie there', async () => {
    const coming = page.waitForEvent('download');
    await button(page, 'Save the records').click();
    const lines = readFileSync(await (await coming).path(), 'utf8')
      .trim()
      .split('\n');
    const [head, ...records] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.equal(head!.version, 99);
    assert.equal(records.filter(({ store }) => store === 'entries').length, 2);
    assert.doesNotMatch(lines.join(), /grateful/);
    await page.getByText('The records are saved.').waitFor();
  });

  await t.test('a reset takes a typed word; then the copy comes back', async () => {
    await button(page, 'Delete the journal').click();
    const yes = page.locator('rv-dialog').getByRole('button', { name: 'Delete it' });
    assert.equal(await yes.isDisabled(), true);
    await page.locator('rv-dialog').getByRole('textbox').fill('delete');
    await yes.click();
    await page.getByText('There’s no journal in this browser.').waitFor();
    await page.getByRole('button', { name: /^Restore the copy from/ }).click();
    await page.getByText('Your journal is back.').waitFor();
    assert.deepEqual(await axeFindings(page), [], 'axe at the end');
    await page.goto(`${server.url}/history`);
    await page.getByText('grateful').waitFor();
    await page.getByText('calm').waitFor();
  });
  assert.deepEqual(app.wrongs, []);
});

test('rescue: the way to it is shown when the app’s own scripts do not come, and only then', async (t) => {
  const app = await openApp();
  t.after(() => app.close());
  const { page, server } = app;
  await page.locator('rv-today').waitFor();
  assert.equal(await page.locator('a[href="/rescue.html"]').count(), 0);
  const other = await (await app.context.browser()!.newContext()).newPage();
  await other.route(/\/assets\/(?!rescue).*\.js$/, (route) => route.abort());
  await other.goto(server.url);
  const link = other.getByRole('link', { name: 'If it doesn’t open, there’s another way to your journal.' });
  await link.waitFor({ timeout: 15_000 });
  assert.deepEqual(await axeFindings(other), []);
  await link.click();
  await other.getByText('There’s no journal in this browser.').waitFor();
  assert.equal(await other.evaluate(async () => (await indexedDB.databases()).length), 0, 'looking makes no store');
});
