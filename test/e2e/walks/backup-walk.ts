import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type AppOptions, axeFindings, type OpenedApp, openApp } from '../app';
import type { AtScreen } from './recall-walk';
import { controls, inEnglish, type Say } from './say';

/** What backups of these tests are sealed with. */
export const BACKUP_PASSPHRASE = 'lamp orchard seven tide';

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** Without the browser's own save dialogue, which nobody can answer here: the file is then a download, as on most phones. */
export async function openWithDownloads(options: AppOptions = {}): Promise<OpenedApp> {
  const app = await openApp(options);
  await app.context.addInitScript(() => {
    delete (window as { showSaveFilePicker?: unknown }).showSaveFilePicker;
  });
  return app;
}

export async function checkIn({ page, server }: OpenedApp, feeling: string, say: Say = inEnglish): Promise<void> {
  const { button: press, heading } = controls(page, say);
  await page.goto(`${server.url}/check-in`);
  await press(feeling).click();
  await press('Save').click();
  await heading('Saved.').waitFor();
}

/** Settings -> everything deleted, with the proof of it -> Today, as on a first visit. */
export async function deleteEverything(page: Page): Promise<void> {
  await button(page, 'Delete everything').first().click();
  await page.getByRole('textbox').fill('delete');
  await page.locator('rv-dialog#erase').getByRole('button', { name: 'Delete everything' }).click();
  await button(page, 'Back to Today').click();
  await page.locator('rv-today').waitFor();
}

/** Settings -> a backup under BACKUP_PASSPHRASE, saved at the path that is returned. */
export async function saveBackup(
  { page, server }: OpenedApp,
  folder: string,
  at: AtScreen = async (name) => assert.deepEqual(await axeFindings(page), [], `axe on ${name}`),
  say: Say = inEnglish,
): Promise<string> {
  const { button: press, field } = controls(page, say);
  await page.goto(`${server.url}/settings`);
  await press('Save a backup').click();
  await field('Passphrase').fill(BACKUP_PASSPHRASE);
  await field('Type it again').fill(BACKUP_PASSPHRASE);
  await at('backup-passphrase');
  const coming = page.waitForEvent('download');
  await press('Save the backup').click();
  const download = await coming;
  assert.match(download.suggestedFilename(), /^Reverie \d{4}-\d\d-\d\d\.reverie$/);
  await page.locator('rv-settings-backup [role=status]').waitFor();
  await at('backup-saved');
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

/**
 * Waits until this phone has kept a copy; with `sealed`, one that no code beside it opens. The file system tells nobody of it, and
 * it takes half a minute without a change, which a test may let pass at once by the page's clock.
 */
export const copied = (page: Page, { sealed = false } = {}): Promise<void> =>
  page.evaluate(async (alone) => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('copies', { create: true });
    const { keys } = folder as unknown as { keys(): AsyncIterable<string> };
    for (let tries = 0; tries < 400; tries++) {
      const names: string[] = [];
      for await (const name of keys.call(folder)) names.push(name);
      if (names.some((name) => /^day-.*\.reverie$/.test(name)) && (!alone || names.length === 1)) return;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    throw new Error('no copy was kept');
  }, sealed);
