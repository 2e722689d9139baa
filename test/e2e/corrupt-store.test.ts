import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { CHROMIUM_ARGS, chromiumPath } from '../../models/tools/chromium';
import { type Server, startServer } from '../../models/tools/serve';
import { axeFindings, PHONE } from './app';
import { button, copied } from './walks/backup-walk';
import { lockWithPassphrase, PASSPHRASE, unlockWith } from './walks/lock-walk';

/*
 * The files of a browser's store are damaged while the browser is closed, as a failing disk or a lost power supply does it. The
 * journal has a lock and a copy on the phone; each way of damage begins with a copy of the same profile.
 */
let server: Server;
let folder: string;
let runs = 0;

before(async () => {
  server = await startServer();
  folder = mkdtempSync(join(tmpdir(), 'reverie-corrupt-'));
  await fill(join(folder, 'whole'));
});
after(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function openProfile(path: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await chromium.launchPersistentContext(path, {
    executablePath: chromiumPath(),
    args: [...CHROMIUM_ARGS],
    viewport: PHONE,
    locale: 'en-GB',
  });
  // Nobody can answer a save dialogue here: files are then downloads.
  await context.addInitScript({ content: 'delete window.showSaveFilePicker;' });
  return { context, page: context.pages()[0] ?? (await context.newPage()) };
}

/** Two entries, a passphrase, and a copy that is sealed with it. */
async function fill(path: string): Promise<void> {
  const { context, page } = await openProfile(path);
  await page.clock.install();
  for (const feeling of ['calm', 'grateful']) {
    await page.goto(`${server.url}/check-in`);
    await button(page, feeling).click();
    await button(page, 'Save').click();
    await page.getByRole('heading', { name: 'Saved.' }).waitFor();
  }
  await lockWithPassphrase(page);
  // The copies are seen to when the app has been open for a while and nothing has changed for a while.
  await page.clock.fastForward(15_000);
  await page.clock.fastForward(30_000);
  await copied(page, { sealed: true });
  await context.close();
}

/** The profile again, with its store's files damaged by `damage`, open in a browser. */
async function damaged(damage: (store: string, files: readonly string[]) => void) {
  runs += 1;
  const path = join(folder, `damaged-${runs}`);
  cpSync(join(folder, 'whole'), path, { recursive: true });
  const stores = join(path, 'Default', 'IndexedDB');
  const [store] = readdirSync(stores).filter((name) => name.endsWith('.leveldb'));
  assert.ok(store, 'the browser keeps its store where this test damages it');
  damage(join(stores, store), readdirSync(join(stores, store)));
  return openProfile(path);
}

const flip = (file: string): void => {
  const bytes = readFileSync(file);
  const middle = bytes.length >> 1;
  for (let at = middle; at < middle + 64; at++) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeFileSync(file, bytes);
};
const named = (files: readonly string[], pattern: RegExp): string => files.find((name) => pattern.test(name))!;

const LOST = 'The browser has lost this journal’s storage.';

test('a whole locked journal: its records are saved without the passphrase, sealed as they are', async (t) => {
  const { context, page } = await damaged(() => undefined);
  t.after(() => context.close());
  await page.goto(`${server.url}/rescue.html`);
  await page.getByText('It holds 2 entries.').waitFor();
  const coming = page.waitForEvent('download');
  await button(page, 'Save the records').click();
  const text = readFileSync(await (await coming).path(), 'utf8');
  const records = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { store?: string });
  assert.equal(records.filter(({ store }) => store === 'entries').length, 2);
  assert.doesNotMatch(text, /grateful|calm/);
});

test('flipped bytes: the store is told as lost, nothing takes its place, and a copy comes back locked as it was', async (t) => {
  const { context, page } = await damaged((store, files) => flip(join(store, named(files, /\.log$/))));
  t.after(() => context.close());
  for (let visit = 0; visit < 2; visit++) {
    await page.goto(server.url);
    await page.getByRole('heading', { name: LOST }).waitFor();
  }
  assert.deepEqual(await axeFindings(page), []);
  await page.getByRole('link', { name: 'Restore a copy' }).click();
  await page.getByText('There’s no journal in this browser.').waitFor();
  await page.getByRole('button', { name: /^Restore the copy from/ }).click();
  await page.getByLabel('Passphrase').fill('not this one');
  await button(page, 'Open the backup').click();
  await page.getByText('That doesn’t open this backup.').waitFor();
  await page.getByLabel('Passphrase').fill(PASSPHRASE);
  await button(page, 'Open the backup').click();
  await page.getByText('Your journal is back.').waitFor();
  await page.goto(`${server.url}/history`);
  await unlockWith(page, PASSPHRASE);
  await page.getByText('Grateful').waitFor();
  await page.getByText('Calm').waitFor();
});

test('a list of files that was cut off, or a log that is gone: lost, and a new beginning takes a typed word', async (t) => {
  for (const pattern of [/^MANIFEST/, /\.log$/]) {
    const { context, page } = await damaged((store, files) => truncateSync(join(store, named(files, pattern)), 0));
    t.after(() => context.close());
    await page.goto(server.url);
    await page.getByRole('heading', { name: LOST }).waitFor();
    await page.getByRole('link', { name: 'Restore a copy' }).click();
    await button(page, 'Delete the journal').click();
    await page.locator('rv-dialog').getByRole('textbox').fill('delete');
    await page.locator('rv-dialog').getByRole('button', { name: 'Delete it' }).click();
    await page.getByText('The journal has been deleted.').waitFor();
    await page.goto(server.url);
    await page.getByText('There was a journal here').waitFor();
    await context.close();
  }
});

test('a store that neither opens nor can be erased: said so, and the copy is saved as a file', async (t) => {
  const { context, page } = await damaged((store, files) => rmSync(join(store, named(files, /^MANIFEST/))));
  t.after(() => context.close());
  await page.goto(server.url);
  await page.getByRole('heading', { name: 'Part of the journal couldn’t be read.' }).waitFor();
  await page.getByRole('link', { name: /restore a copy/ }).click();
  await page.getByText('The journal’s storage is there but won’t open.').waitFor();
  assert.deepEqual(await axeFindings(page), []);
  await button(page, 'Delete the journal').click();
  await page.locator('rv-dialog').getByRole('textbox').fill('delete');
  await page.locator('rv-dialog').getByRole('button', { name: 'Delete it' }).click();
  await page.getByText('The browser can neither open nor delete this journal’s storage.').waitFor();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Save as a file/ }).click();
  const saved = readFileSync(await (await coming).path());
  assert.equal(saved.subarray(0, 7).toString(), 'REVERIE');
});
