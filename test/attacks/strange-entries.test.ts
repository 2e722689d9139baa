import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { putEntries } from '../e2e/put-entries';
import { BACKUP_PASSPHRASE, button, copied, openWithDownloads, saveBackup } from '../e2e/walks/backup-walk';
import { STRANGE_ENTRIES, STRANGE_IDS } from '../support/strange-entries';

/** As JSON, because half a surrogate pair does not come through to the page otherwise. */
async function putStrange(page: Page): Promise<void> {
  await page.evaluate(`(${putEntries.toString()})(JSON.parse(${JSON.stringify(JSON.stringify(STRANGE_ENTRIES))}))`);
}

const MOST_DRAWING_MS = 15_000;

const rows = (page: Page) => page.locator('rv-history rv-entry-row');

async function openHistory(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/history`);
  await showAll(page, STRANGE_ENTRIES.length);
}

/** Resolves once `count` entries are listed; fails where they don't come, or more of them. */
async function showAll(page: Page, count: number): Promise<void> {
  await page.locator('rv-history h1').waitFor();
  const last = rows(page).nth(count - 1);
  // Months further down are drawn when they come near.
  for (const deadline = Date.now() + MOST_DRAWING_MS; !(await last.isVisible()) && Date.now() < deadline; ) {
    await page.mouse.wheel(0, 100_000);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  }
  assert.equal(await rows(page).count(), count);
}

/*
 * What lies in a store from an older version, that took in from a file whatever had the form of an entry: every screen shows it, it
 * goes into exports, backups and copies, and each one can be erased.
 */
test('entries that nothing here could have written break nothing, and each can be erased', {
  timeout: 600_000,
}, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'reverie-strange-'));
  const app = await openWithDownloads();
  t.after(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });
  const { page, server } = app;
  await page.locator('rv-today').waitFor();
  await page.clock.install();
  await putStrange(page);

  await t.test('the screens', async () => {
    await openHistory(page, server.url);
    for (const path of ['/', '/insights', '/settings', '/print']) {
      await page.goto(`${server.url}${path}`);
      await page.locator('main h1, h1').first().waitFor();
    }
    await page.goto(`${server.url}/history`);
    await page.getByRole('searchbox').fill('calm');
    await page.getByRole('searchbox').fill('x');
    assert.deepEqual(app.wrongs, []);
  });

  await t.test('exports', async () => {
    await page.goto(`${server.url}/settings`);
    for (const name of [/The whole journal/, /For analysis|table/i]) {
      const coming = page.waitForEvent('download');
      await page.getByRole('button', { name }).first().click();
      assert.ok((await (await coming).path()).length > 0);
    }
    assert.deepEqual(app.wrongs, []);
  });

  await t.test('a backup and a copy, which have all of them', async () => {
    const path = await saveBackup(app, folder, async () => {});
    await page.clock.fastForward(60_000);
    await copied(page);
    await page.goto(`${server.url}/restore`);
    await page.locator('input[type=file]').setInputFiles(path);
    await page.getByLabel('Passphrase').fill(BACKUP_PASSPHRASE);
    await button(page, 'Open the backup').click();
    await page.getByRole('heading', { name: 'It’s all here already' }).waitFor();
    await page.getByText(`It holds ${STRANGE_ENTRIES.length} entries`).waitFor();
    assert.deepEqual(app.wrongs, []);
  });

  await t.test('each is opened, and erased', async () => {
    await openHistory(page, server.url);
    let reloaded = 0;
    for (let left = STRANGE_ENTRIES.length; left > 0; left--) {
      // Deleting one leads back here.
      await showAll(page, left);
      const link = rows(page).first().locator('a');
      const words = `${await link.getAttribute('href')}`.slice(0, 60);
      await link.click();
      await page.locator('rv-entry h1').waitFor();
      // An address is strange only where the id is.
      if (!/^\/entry\/[a-z\d-]+$/.test(words)) {
        await page.reload();
        reloaded++;
      }
      await button(page, 'Delete this entry').click();
      await button(page, 'Delete it').click();
      await page.locator('rv-history').waitFor();
      assert.deepEqual(app.wrongs, [], words);
    }
    assert.equal(reloaded, STRANGE_IDS.length);
  });
});
