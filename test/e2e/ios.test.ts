import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFindings, openApp } from './app';
import { BACKUP_PASSPHRASE, button, checkIn, copied } from './walks/backup-walk';

/** Source, to be run before the page's own: what iOS before 26 lacks is taken away, and its sheet keeps what it is given. */
const IOS = `
  delete window.showSaveFilePicker;
  delete FileSystemFileHandle.prototype.createWritable;
  window.sheet = { putAside: 1, files: [] };
  navigator.canShare = ({ files }) => files.length === 1;
  navigator.share = async ({ files }) => {
    if (!navigator.userActivation.isActive) throw new DOMException('no tap', 'NotAllowedError');
    if (window.sheet.putAside-- > 0) throw new DOMException('put aside', 'AbortError');
    window.sheet.files.push(...files);
  };
`;

test('without a save dialogue and without streams into files, as on iOS before 26: a backup goes through the sheet, copies are kept', {
  timeout: 180_000,
}, async (t) => {
  const app = await openApp();
  t.after(() => app.close());
  const { page, context, server } = app;
  await context.addInitScript({ content: IOS });
  await page.clock.install();
  await checkIn(app, 'grateful');

  await t.test('the backup', async () => {
    await page.goto(`${server.url}/settings`);
    await button(page, 'Save a backup').click();
    await page.getByLabel('Passphrase').fill(BACKUP_PASSPHRASE);
    await page.getByLabel('Type it again').fill(BACKUP_PASSPHRASE);
    await button(page, 'Save the backup').click();
    const send = button(page, 'Save or send the file');
    await send.waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await send.click();
    await page.evaluate(async () => {
      const { sheet } = window as never as { sheet: { putAside: number } };
      while (sheet.putAside > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    });
    await page.getByText('There’s no backup yet.').waitFor();
    await send.click();
    await page.getByText(/Saved and checked/).waitFor();
    const shared = await page.evaluate(async () => {
      const [file] = (window as never as { sheet: { files: File[] } }).sheet.files;
      return { name: file!.name, type: file!.type, head: (await file!.text()).slice(0, 7) };
    });
    assert.match(shared.name, /^Reverie .*\.reverie$/);
    assert.deepEqual([shared.type, shared.head], ['application/vnd.reverie.backup', 'REVERIE']);
  });

  await t.test('the copy on the phone', async () => {
    await page.clock.fastForward(15_000);
    await page.clock.fastForward(30_000);
    await copied(page);
    await page.goto(`${server.url}/restore`);
    await page.locator('rv-restore-choose').locator('li button').first().click();
    await page.getByRole('heading', { name: 'It’s all here already' }).waitFor();
  });
  assert.deepEqual(app.wrongs, []);
});
