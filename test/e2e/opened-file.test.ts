import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { axeFindings } from './app';
import {
  BACKUP_PASSPHRASE,
  button,
  checkIn,
  deleteEverything,
  openWithDownloads,
  saveBackup,
} from './walks/backup-walk';
import { lockWithPassphrase, PASSPHRASE, unlockWith } from './walks/lock-walk';

/** In the page: a real file in the private file system, whose handle is like one the system hands over. */
async function putFile(base64: string): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const handle = await root.getFileHandle('from-outside.reverie', { create: true });
  const stream = await handle.createWritable();
  await stream.write(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
  await stream.close();
}

/**
 * Source, not a function: what runs these tests wraps functions that have a name in a helper of its own (`__name`), which no page
 * knows. A script that runs before the page's own fails of that without a word.
 */
const STAGED_LAUNCH = `
  Object.defineProperty(window, 'launchQueue', {
    value: {
      setConsumer(consume) {
        navigator.storage.getDirectory()
          .then((root) => root.getFileHandle('from-outside.reverie'))
          .then((handle) => consume({ files: [handle], targetURL: location.href }));
      },
    },
  });
`;

test('a backup the system opens the app with waits until the journal is unlocked, is looked at, and comes back', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'reverie-opened-'));
  const app = await openWithDownloads();
  t.after(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });
  const { page, context, server } = app;
  await checkIn(app, 'grateful');
  const path = await saveBackup(app, folder);
  await page.evaluate(putFile, readFileSync(path).toString('base64'));
  await deleteEverything(page);
  await lockWithPassphrase(page);
  await context.addInitScript({ content: STAGED_LAUNCH });

  await page.goto(`${server.url}/restore`);
  await unlockWith(page, PASSPHRASE);
  await page.getByRole('heading', { name: 'This backup is encrypted' }).waitFor();
  assert.deepEqual(await axeFindings(page), []);
  await page.getByLabel('Passphrase').fill(BACKUP_PASSPHRASE);
  await button(page, 'Open the backup').click();
  await page.getByRole('heading', { name: 'This backup is intact' }).waitFor();
  await page.getByRole('button', { name: /^Restore one entry/ }).click();
  await page.getByRole('heading', { name: 'One entry is back' }).waitFor();
  await button(page, 'See your entries').click();
  await page.getByText('Grateful').waitFor();
  assert.deepEqual(app.wrongs, []);
});
