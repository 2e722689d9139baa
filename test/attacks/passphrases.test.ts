import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { button, checkIn, openWithDownloads } from '../e2e/walks/backup-walk';
import { lockWithPassphrase, unlockWith } from '../e2e/walks/lock-walk';
import { LIKE_CODES, throughTheScreens } from './passphrases';

/*
 * Passphrases that could be a recovery code: they open whatever they locked, wherever they are asked for. Many more go through
 * `npm run attack -- passphrases`.
 */

test('a passphrase with the form of a recovery code opens the journal, and takes the lock away', async (t) => {
  const app = await openWithDownloads();
  t.after(() => app.close());
  await throughTheScreens(app.page, LIKE_CODES[0]);
  assert.deepEqual(app.wrongs, []);
});

test('it opens a backup on the restore screen and on the rescue page, as the recovery code does', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'reverie-passphrase-'));
  const app = await openWithDownloads();
  t.after(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });
  await checkIn(app, 'calm');
  const code = await lockWithPassphrase(app.page, undefined, undefined, LIKE_CODES[1]);
  const coming = app.page.waitForEvent('download');
  await button(app.page, 'Save a backup').click();
  const path = join(folder, 'locked.reverie');
  await (await coming).saveAs(path);

  const fresh = async (where: string) => {
    const context = await app.context.browser()!.newContext({ locale: 'en-GB' });
    const page = await context.newPage();
    await page.goto(`${app.server.url}${where}`);
    await page.locator('input[type=file][accept^=".reverie"]').setInputFiles(path);
    return page;
  };
  const open = async (page: Awaited<ReturnType<typeof fresh>>, typed: string) => {
    await page.getByLabel('Passphrase or recovery code').fill(typed);
    await button(page, 'Open the backup').click();
  };

  for (const typed of [LIKE_CODES[1], code.toLowerCase()]) {
    await t.test(`restore screen: ${typed === LIKE_CODES[1] ? 'the passphrase' : 'the code'}`, async () => {
      const page = await fresh('/restore');
      await open(page, LIKE_CODES[2]);
      await page.getByText('That doesn’t open this backup.').waitFor();
      await open(page, typed);
      await page.getByRole('heading', { name: 'This backup is intact' }).waitFor();
    });
  }

  await t.test('rescue page, and then the lock screen of the journal that came back', async () => {
    const page = await fresh('/rescue.html');
    await open(page, LIKE_CODES[1]);
    await page.getByText('Your journal is back.').waitFor();
    await page.goto(`${app.server.url}/history`);
    await unlockWith(page, LIKE_CODES[1]);
    await page.getByText('Calm').waitFor();
  });
  assert.deepEqual(app.wrongs, []);
});
