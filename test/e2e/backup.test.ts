import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { argon2id } from 'hash-wasm';
import { type Kek, readBackup } from '../formats/backup-formats';
import { axeFindings, type OpenedApp } from './app';
import {
  BACKUP_PASSPHRASE,
  button,
  checkIn,
  deleteEverything,
  openWithDownloads,
  saveBackup,
} from './walks/backup-walk';

async function openInRestore({ page, server }: OpenedApp, path: string, passphrase: string): Promise<void> {
  await page.goto(`${server.url}/restore`);
  await page.locator('input[type=file]').setInputFiles(path);
  await page.getByLabel('Passphrase').fill(passphrase);
  await button(page, 'Open the backup').click();
}

async function historyTexts({ page, server }: OpenedApp): Promise<string[]> {
  await page.goto(`${server.url}/history`);
  await page.locator('rv-history rv-entry-row').first().waitFor();
  return (await page.locator('rv-entry-row').allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim());
}

const kekOfPassphrase: Kek = async ({ kdf }) => {
  assert.equal(kdf.name, 'argon2id');
  const { memoryKib, passes, lanes } = kdf.params;
  return Buffer.from(
    await argon2id({
      password: BACKUP_PASSPHRASE.normalize('NFKC'),
      salt: Buffer.from(kdf.salt, 'base64'),
      memorySize: memoryKib!,
      iterations: passes!,
      parallelism: lanes!,
      hashLength: 32,
      outputType: 'binary',
    }),
  );
};

test('entries, a backup, everything erased, the backup back: the journal is what it was', {
  timeout: 240_000,
}, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'reverie-backup-'));
  const app = await openWithDownloads();
  t.after(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });
  const { page } = app;
  for (const feeling of ['calm', 'grateful', 'tired']) await checkIn(app, feeling);
  const before = await historyTexts(app);
  assert.equal(before.length, 3);
  const path = await saveBackup(app, folder);

  await t.test('another program reads it by its description', async () => {
    const lines = (await readBackup(readFileSync(path), kekOfPassphrase)) as Record<string, { report?: unknown }>[];
    assert.equal(lines.filter((line) => 'entry' in line).length, 3);
    assert.match(JSON.stringify(lines), /grateful/);
    assert.deepEqual((lines.at(-1) as { end: { entries: number } }).end.entries, 3);
    assert.doesNotMatch(readFileSync(path).toString('latin1'), /grateful/);
  });

  await t.test('what is there already is not brought in again', async () => {
    await openInRestore(app, path, BACKUP_PASSPHRASE);
    await page.getByRole('heading', { name: 'It’s all here already' }).waitFor();
    assert.equal(await page.getByRole('button', { name: /^Restore (one|\d+)/ }).count(), 0);
    assert.deepEqual(await axeFindings(page), [], 'axe on the preview');
  });

  await t.test('erased and brought back', async () => {
    await page.goto(`${app.server.url}/settings`);
    await deleteEverything(page);
    await openInRestore(app, path, 'not the passphrase');
    await page.getByText('That doesn’t open this backup.').waitFor();
    assert.deepEqual(await axeFindings(page), [], 'axe on a wrong passphrase');
    await page.getByLabel('Passphrase').fill(BACKUP_PASSPHRASE);
    await button(page, 'Open the backup').click();
    await page.getByRole('heading', { name: 'This backup is intact' }).waitFor();
    assert.deepEqual(await axeFindings(page), [], 'axe on the preview');
    await page.getByRole('button', { name: /^Restore 3 entries/ }).click();
    await page.getByRole('heading', { name: '3 entries are back' }).waitFor();
    assert.deepEqual(await historyTexts(app), before);
  });

  await t.test(
    'an emptier backup replaces a fuller journal only after a word was typed, and a copy was kept',
    async () => {
      await checkIn(app, 'sad');
      await openInRestore(app, path, BACKUP_PASSPHRASE);
      await button(page, 'Make my journal exactly like the backup').click();
      const dialog = page.locator('rv-dialog#replace');
      const yes = dialog.getByRole('button', { name: 'Replace it' });
      await yes.waitFor();
      assert.equal(await yes.isDisabled(), true);
      assert.match(
        (await dialog.textContent()) ?? '',
        /One of your 4 entries isn’t in the backup and would be removed/,
      );
      await dialog.getByRole('textbox').fill('replace');
      await yes.click();
      await page.getByRole('heading', { name: /are back/ }).waitFor();
      assert.deepEqual(await historyTexts(app), before);
      await page.goto(`${app.server.url}/restore`);
      await page.getByRole('button', { name: /saved before your journal was replaced/ }).click();
      await page.getByRole('button', { name: /^Restore one entry/ }).click();
      await page.getByRole('heading', { name: 'One entry is back' }).waitFor();
      assert.equal((await historyTexts(app)).length, 4);
    },
  );

  assert.deepEqual(app.wrongs, []);
});
