import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { axeFindings, openApp } from './app';
import { button, checkIn } from './walks/backup-walk';

/** In the page, before its scripts: the folder of copies cannot be reached while `window.unreachable` holds. */
const UNREACHABLE = `
  const reach = FileSystemDirectoryHandle.prototype.getDirectoryHandle;
  FileSystemDirectoryHandle.prototype.getDirectoryHandle = function (...args) {
    if (sessionStorage.unreachable) return Promise.reject(new DOMException('staged', 'InvalidStateError'));
    return reach.apply(this, args);
  };
`;

const setUnreachable = (page: Page, unreachable: boolean): Promise<void> =>
  page.evaluate((set) => {
    sessionStorage.unreachable = set ? 'yes' : '';
  }, unreachable);

/** In the page: a backup that was handed over, in its folder, and a clock that says this was a while ago. */
async function handOver(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const file = await (await root.getDirectoryHandle('outgoing', { create: true })).getFileHandle('a', { create: true });
  await new Blob(['sealed']).stream().pipeTo(await file.createWritable());
  const now = Date.now;
  Date.now = () => now() + 120_000;
}

const handedOver = (): Promise<boolean> =>
  navigator.storage
    .getDirectory()
    .then((root) => root.getDirectoryHandle('outgoing'))
    .then(
      () => true,
      () => false,
    );

/** In the page: every record of every store of its database with its key, as text. */
async function storedText(): Promise<string> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('reverie');
    request.onsuccess = () => resolve(request.result);
  });
  const stored: unknown[] = [];
  for (const name of database.objectStoreNames) {
    const store = database.transaction(name).objectStore(name);
    for (const request of [store.getAllKeys(), store.getAll()] as IDBRequest[]) {
      stored.push(
        await new Promise((resolve) => {
          request.onsuccess = () => resolve(request.result);
        }),
      );
    }
  }
  database.close();
  return JSON.stringify(stored);
}

test('where the copies cannot be reached, nothing is erased and nothing is said to be', async (t) => {
  const app = await openApp();
  t.after(() => app.close());
  const { page, context, server } = app;
  await context.addInitScript({ content: UNREACHABLE });
  await checkIn(app, 'grateful');
  await page.getByRole('link', { name: 'Open the entry' }).click();
  await page.locator('rv-entry').waitFor();
  await setUnreachable(page, true);
  const told = page.getByText('Nothing was deleted: the copies on this phone can’t be reached just now.');
  const inHistory = async (): Promise<number> => {
    await page.goto(`${server.url}/history`);
    await page.locator('rv-history h1').waitFor();
    return page.getByText('Grateful').count();
  };

  await t.test('an entry', async () => {
    await button(page, 'Delete this entry').click();
    await button(page, 'Delete it').click();
    await told.waitFor();
    assert.match(page.url(), /\/entry\//);
    assert.deepEqual(await axeFindings(page), []);
    await page.getByText('Grateful').first().waitFor();
    assert.equal(await inHistory(), 1);
  });

  await t.test('everything', async () => {
    await page.goto(`${server.url}/settings`);
    await button(page, 'Delete everything').first().click();
    await page.getByRole('textbox').fill('delete');
    await page.locator('rv-dialog#erase').getByRole('button', { name: 'Delete everything' }).click();
    await told.waitFor();
    assert.deepEqual(await axeFindings(page), []);
    assert.equal(await inHistory(), 1);
  });

  await t.test('and once they can be, it is', async () => {
    await setUnreachable(page, false);
    await page.getByRole('link', { name: /Grateful/ }).click();
    await page.waitForURL('**/entry/*');
    const id = page.url().split('/').at(-1)!;
    assert.equal((await page.evaluate(storedText)).includes(id), true);
    await page.evaluate(handOver);
    assert.equal(await page.evaluate(handedOver), true);
    await button(page, 'Delete this entry').click();
    await button(page, 'Delete it').click();
    await page.waitForURL('**/history');
    // Ten seconds to undo it, out of the memory of the page alone.
    await button(page, 'Undo').waitFor();
    assert.equal((await page.evaluate(storedText)).includes(id), false);
    assert.equal(await page.evaluate(handedOver), false);
    assert.equal(await inHistory(), 0);
  });

  await t.test('and everything is proved to be gone', async () => {
    await checkIn(app, 'grateful');
    await page.goto(`${server.url}/settings`);
    await button(page, 'Delete everything').first().click();
    await page.getByRole('textbox').fill('delete');
    await page.locator('rv-dialog#erase').getByRole('button', { name: 'Delete everything' }).click();
    await page.getByRole('heading', { name: 'Everything is deleted.' }).waitFor();
    const rows = await page.getByRole('row').allInnerTexts();
    assert.deepEqual(
      rows.slice(1).map((row) => row.trim().split(/\s+/).at(-1)),
      ['0', '0', '0', '0', '0'],
      rows.join('\n'),
    );
    assert.match(rows[1]!, /1\s+0$/, 'the entry that was there');
    await button(page, 'Back to Today').click();
    await page.getByRole('heading', { name: 'Step back into a moment of your own.' }).waitFor();
  });
  assert.deepEqual(app.wrongs, []);
});
