import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { sampleRecall } from '../support/sample-entries';
import { axeFindings, openApp } from './app';
import { heapText, heapTextWithout, keysInHeap } from './heap';
import { putEntries } from './put-entries';
import { rawKeys } from './raw-keys';
import { lockFromOtherTab, lockWithPassphrase, PASSPHRASE, unlockWith } from './walks/lock-walk';
import { agree } from './walks/recall-walk';

/** Words of an entry, not to be found in a locked page's memory. */
const MARKER = 'Zwetschgenkuchen im Regen';

async function checkInWithWords(page: Page): Promise<void> {
  await page.goto(new URL('/check-in', page.url()).href);
  await page.getByRole('button', { name: 'calm' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('heading', { name: 'Saved.' }).waitFor();
}

test('a lock is set up, asks after a reload, tells wrong from right, and locks every tab', async (t) => {
  const app = await openApp();
  t.after(() => app.close());
  const { page, context } = app;
  await checkInWithWords(page);
  const findings: string[] = [];
  const code = await lockWithPassphrase(page, async () => void findings.push(...(await axeFindings(page))));

  await t.test('after a reload it asks, and a wrong passphrase is told as such', async () => {
    await page.reload();
    await page.getByRole('heading', { name: 'Your journal is locked.' }).waitFor();
    findings.push(...(await axeFindings(page)));
    await unlockWith(page, 'not this one');
    await page.getByRole('alert').filter({ hasText: 'didn’t unlock it' }).waitFor();
    await unlockWith(page, PASSPHRASE);
    await page.locator('rv-app').waitFor();
    await page.goto(`${app.server.url}/history`);
    await unlockWith(page, code.toLowerCase());
    await page.getByText('Calm').waitFor();
  });

  const other = await context.newPage();
  await t.test('a second tab opens with the first, and is locked with it', async () => {
    await other.goto(`${app.server.url}/history`);
    await other.getByText('Calm').waitFor();
    await other.goto(`${app.server.url}/settings`);
    await other.getByRole('button', { name: 'Lock now' }).click();
    for (const tab of [page, other]) await tab.getByRole('heading', { name: 'Your journal is locked.' }).waitFor();
    await unlockWith(page, PASSPHRASE);
    for (const tab of [page, other]) await tab.locator('rv-app').waitFor();
  });
  await other.close();

  await t.test('the sample opens without it, and it stays locked meanwhile', async () => {
    await page.goto(`${app.server.url}/settings`);
    await unlockWith(page, PASSPHRASE);
    await page.getByText('A sample journal', { exact: true }).click();
    await page.getByRole('button', { name: 'See what a year looks like' }).click();
    await page.getByText('A made-up sample journal').waitFor();
    await page.goto(`${app.server.url}/history`);
    await page.getByRole('heading', { name: 'Your entries' }).waitFor();
    findings.push(...(await axeFindings(page)));
    await page.getByRole('button', { name: 'Leave it' }).click();
    await page.getByRole('heading', { name: 'Your journal is locked.' }).waitFor();
    const databases = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    assert.deepEqual(databases, ['reverie']);
  });

  await t.test('it stays open over a reload where that was chosen, and only in this tab', async () => {
    await page.goto(`${app.server.url}/settings`);
    await page.locator('rv-lock, rv-settings-lock').first().waitFor();
    if (await page.locator('rv-lock').isVisible()) await unlockWith(page, PASSPHRASE);
    await page.locator('label', { hasText: 'Stay unlocked' }).click();
    await page.getByText('the key waits in memory').waitFor();
    await page.waitForFunction(() => navigator.serviceWorker.controller);
    await page.reload();
    await page.locator('rv-settings-lock').waitFor();
    assert.ok(!(await page.evaluate(keysInStores)), 'no key lies in a store');
    const url = page.url();
    await page.close();
    const fresh = await context.newPage();
    await fresh.goto(url);
    await fresh.getByRole('heading', { name: 'Your journal is locked.' }).waitFor();
    await unlockWith(fresh, PASSPHRASE);
    await fresh.locator('label', { hasText: 'Ask again' }).click();
    await fresh.getByRole('button', { name: 'Remove the lock' }).click();
    await fresh.getByLabel('Passphrase or recovery code').fill(code);
    await fresh.getByRole('button', { name: 'Remove the lock' }).click();
    await fresh.getByRole('heading', { name: 'Your journal opens without a passphrase now.' }).waitFor();
    await fresh.reload();
    await fresh.locator('rv-app').waitFor();
  });
  assert.deepEqual(findings, []);
  assert.deepEqual(app.wrongs, []);
});

test('a passkey unlocks, where the authenticator has a PRF', async (t) => {
  const app = await openApp();
  t.after(() => app.close());
  const { page, context } = app;
  const cdp = await context.newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: true,
      automaticPresenceSimulation: true,
      isUserVerified: true,
    },
  });
  await lockWithPassphrase(page);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByLabel('Passphrase or recovery code').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Your passkey works now too.' }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.locator('rv-app').waitFor();
  assert.deepEqual(app.wrongs, []);
});

test('after it was locked, the page’s memory holds no word of an entry, no passphrase and no key in words', async (t) => {
  const app = await openApp();
  t.after(() => app.close());
  const { page, context } = app;
  await page.locator('rv-today h1').waitFor();
  await page.evaluate(putEntries, [{ ...sampleRecall(), memory: { ...sampleRecall().memory, title: MARKER } }]);
  await page.reload();
  await page.locator('rv-app').waitFor();
  const code = await lockWithPassphrase(page);
  const keys = await rawKeys(page, PASSPHRASE, code);
  await page.getByRole('link', { name: 'History', exact: true }).click();
  await page.getByText(MARKER).waitFor();
  const cdp = await context.newCDPSession(page);
  // In hex, of which no other form is a part: base64url often is base64 without its end.
  const held = keys[0]!.toString('hex');
  await page.evaluate((words) => void Object.assign(window, { words }), held);
  const open = await heapText(cdp);
  assert.ok(open.includes(MARKER), 'the words are found while the journal is open');
  assert.deepEqual(
    wordsOf(keys).filter((words) => open.includes(words)),
    [held],
    'of the keys only the one that the test holds',
  );
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await page.getByRole('button', { name: 'Lock now' }).click();
  await page.getByRole('heading', { name: 'Your journal is locked.' }).waitFor();
  const locked = await heapTextWithout(cdp, [MARKER, PASSPHRASE, ...wordsOf(keys)]);
  assert.ok(!locked.includes(MARKER), 'no word of an entry');
  assert.ok(!locked.includes(PASSPHRASE), 'no passphrase');
  assert.deepEqual(
    wordsOf(keys).filter((words) => locked.includes(words)),
    [],
    'no key in words',
  );
  // A key that could be used would be a CryptoKey object: there is none, extractable or not.
  assert.equal(await keysInHeap(cdp), 0, 'no key');
  await unlockWith(page, PASSPHRASE);
  await page.locator('rv-app').waitFor();
  assert.ok((await keysInHeap(cdp)) > 0, 'keys are found while the journal is open');
  assert.deepEqual(app.wrongs, []);
});

test('what is being said when the journal locks is encrypted first, and offered again', async (t) => {
  const app = await openApp();
  t.after(() => app.close());
  const { page } = app;
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  await page.clock.install();
  await page.reload();
  await lockWithPassphrase(page);

  await t.test('a check-in, when nobody touches the phone', async () => {
    await page.getByRole('link', { name: 'Today', exact: true }).click();
    await button('Quick check-in').click();
    await button('wistful').click();
    await page.clock.fastForward(5 * 60_000);
    await page.getByRole('heading', { name: 'Your journal is locked.' }).waitFor();
    const drafts = await page.evaluate(draftTexts);
    assert.equal(drafts.length, 1);
    assert.doesNotMatch(drafts[0]!, /wistful|feelings|check-in/);
    await unlockWith(page, PASSPHRASE);
    await page.getByText('You were in the middle of a check-in:').waitFor();
    await page.getByText('wistful').waitFor();
    assert.deepEqual(await axeFindings(page), [], 'axe on the offer');
    await button('Continue').click();
    await page.getByRole('button', { name: 'wistful', pressed: true }).waitFor();
    await button('Save').click();
    await page.getByRole('heading', { name: 'Saved.' }).waitFor();
    assert.deepEqual(await page.evaluate(draftTexts), []);
  });

  await t.test('a recall in its midst, when another tab locks: it says that it starts again', async () => {
    await button('Done').click();
    await withoutCameraTo(page, 'The ferry at dawn');
    await lockFromOtherTab(page);
    const drafts = await page.evaluate(draftTexts);
    assert.equal(drafts.length, 1);
    assert.doesNotMatch(drafts[0]!, /ferry/);
    await unlockWith(page, PASSPHRASE);
    await page.getByText('The ferry at dawn').waitFor();
    await page.getByText('reliving it starts over').waitFor();
    assert.deepEqual(await axeFindings(page), [], 'axe on the offer');
    await button('Start again').click();
    await button(/without the camera/)
      .first()
      .click();
    assert.equal(await page.getByRole('textbox').inputValue(), 'The ferry at dawn');
  });
  assert.deepEqual(app.wrongs, []);
});

test('what finds no room is encrypted in the tab when the journal locks, said where it is, and kept when there is room', async (t) => {
  const app = await openApp();
  t.after(() => app.close());
  const { page } = app;
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  await page.addInitScript(noRoomForDrafts);
  await page.reload();
  await lockWithPassphrase(page);
  await page.evaluate(() => sessionStorage.setItem('test-full', 'yes'));
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await button('Quick check-in').click();
  await button('wistful').click();
  await page.goBack();
  await page.getByText('You were in the middle of a check-in:').waitFor();
  await page.getByText('There was no room to save this.').waitFor();
  await page.getByText('It’s waiting in this tab, encrypted').waitFor();
  const findings = await axeFindings(page);

  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await button('Lock now').click();
  await page.getByRole('heading', { name: 'Your journal is locked.' }).waitFor();
  assert.deepEqual(await page.evaluate(draftTexts), []);
  const tab = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  assert.match(tab, /reverie-draft/);
  assert.doesNotMatch(tab, /wistful|feelings|check-in/);

  await unlockWith(page, PASSPHRASE);
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await page.getByText('wistful').waitFor();
  await page.getByText('It’s waiting in this tab, encrypted').waitFor();
  await page.evaluate(() => sessionStorage.removeItem('test-full'));
  await button('Try again').click();
  await page.getByText('There was no room to save this.').waitFor({ state: 'hidden' });
  assert.equal((await page.evaluate(draftTexts)).length, 1);
  assert.doesNotMatch(await page.evaluate(() => JSON.stringify({ ...sessionStorage })), /reverie-draft/);
  await button('Continue').click();
  await page.getByRole('button', { name: 'wistful', pressed: true }).waitFor();
  await button('Save').click();
  await page.getByRole('heading', { name: 'Saved.' }).waitFor();
  assert.deepEqual(findings, []);
  assert.deepEqual(app.wrongs, []);
});

/** In each page, before its own scripts: the store of drafts takes nothing while the tab says that it is full. */
function noRoomForDrafts(): void {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...given) {
    if (this.name === 'drafts' && sessionStorage.getItem('test-full')) throw new DOMException('', 'QuotaExceededError');
    return put.apply(this, given);
  };
}

/** Every key in the forms in which a page could hold bytes as words. What arrays hold is in no heap snapshot. */
const wordsOf = (keys: readonly Buffer[]): string[] =>
  keys.flatMap((key) => [
    ...(['base64', 'base64url', 'hex'] as const).map((form) => key.toString(form)),
    [...key].join(),
  ]);

/** In the page: whether there is a key among the vault's records. */
async function keysInStores(): Promise<boolean> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('reverie');
    request.onsuccess = () => resolve(request.result);
  });
  const records = await new Promise<object[]>((resolve) => {
    const request = database.transaction('vault').objectStore('vault').getAll();
    request.onsuccess = () => resolve(request.result);
  });
  database.close();
  return records.some((record) => Object.values(record).some((value) => value instanceof CryptoKey));
}

/** In the page: what lies in the store of drafts, byte for byte. */
async function draftTexts(): Promise<string[]> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('reverie');
    request.onsuccess = () => resolve(request.result);
  });
  const records = await new Promise<{ body: unknown }[]>((resolve) => {
    const request = database.transaction('drafts').objectStore('drafts').getAll();
    request.onsuccess = () => resolve(request.result);
  });
  database.close();
  const bytes = records.map(({ body }) =>
    body instanceof Uint8Array ? body : new TextEncoder().encode(JSON.stringify(body)),
  );
  return bytes.map((body) => new TextDecoder('latin1').decode(body));
}

/** Today -> the memory `title` is being relived, without a camera. */
async function withoutCameraTo(page: Page, title: string): Promise<void> {
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  await button(/^Relive/).click();
  await agree(page);
  await button(/without the camera/)
    .first()
    .click();
  await page.getByRole('textbox').fill(title);
  await button(/^Step into it/).click();
  await page.getByRole('timer').first().waitFor();
}
