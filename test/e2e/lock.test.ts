import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { sampleRecall } from '../support/sample-entries';
import { axeFindings, openApp } from './app';
import { lockWithPassphrase, PASSPHRASE, unlockWith } from './lock-walk';
import { putEntries } from './put-entries';

/** Words of an entry, not to be found in a locked page's memory. */
const MARKER = 'Zwetschgenkuchen im Regen';

async function checkInWithWords(page: Page): Promise<void> {
  await page.goto(new URL('/check-in', page.url()).href);
  await page.getByRole('button', { name: 'calm' }).click();
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.getByRole('heading', { name: 'Noted.' }).waitFor();
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
    await page.getByRole('heading', { name: 'Locked, and all here.' }).waitFor();
    findings.push(...(await axeFindings(page)));
    await unlockWith(page, 'not this one');
    await page.getByRole('alert').filter({ hasText: 'not the right one' }).waitFor();
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
    for (const tab of [page, other]) await tab.getByRole('heading', { name: 'Locked, and all here.' }).waitFor();
    await unlockWith(page, PASSPHRASE);
    for (const tab of [page, other]) await tab.locator('rv-app').waitFor();
  });
  await other.close();

  await t.test('it stays open over a reload where that was chosen, and only in this tab', async () => {
    await page.goto(`${app.server.url}/settings`);
    await page.locator('rv-lock, rv-settings-lock').first().waitFor();
    if (await page.locator('rv-lock').isVisible()) await unlockWith(page, PASSPHRASE);
    await page.locator('label', { hasText: 'Stays open' }).click();
    await page.getByText('the key waits in this browser’s storage').waitFor();
    await page.reload();
    await page.locator('rv-settings-lock').waitFor();
    const url = page.url();
    await page.close();
    const fresh = await context.newPage();
    await fresh.goto(url);
    await fresh.getByRole('heading', { name: 'Locked, and all here.' }).waitFor();
    await unlockWith(fresh, PASSPHRASE);
    await fresh.locator('label', { hasText: 'Asks again' }).click();
    await fresh.getByRole('button', { name: 'Remove the lock' }).click();
    await fresh.getByLabel('Passphrase or recovery code').fill(code);
    await fresh.getByRole('button', { name: 'Remove the lock' }).click();
    await fresh.getByRole('heading', { name: 'It opens by itself again.' }).waitFor();
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
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('heading', { name: 'Your passkey opens it too.' }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.locator('rv-app').waitFor();
  assert.deepEqual(app.wrongs, []);
});

test('after it was locked, the page’s memory holds no word of an entry and not the passphrase', async (t) => {
  const app = await openApp();
  t.after(() => app.close());
  const { page, context } = app;
  await page.locator('rv-app').waitFor();
  await page.evaluate(putEntries, [{ ...sampleRecall(), memory: { ...sampleRecall().memory, title: MARKER } }]);
  await page.reload();
  await page.locator('rv-app').waitFor();
  await lockWithPassphrase(page);
  await page.getByRole('link', { name: 'History', exact: true }).click();
  await page.getByText(MARKER).waitFor();
  const cdp = await context.newCDPSession(page);
  assert.ok((await heap(cdp)).includes(MARKER), 'the words are found while the journal is open');
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await page.getByRole('button', { name: 'Lock now' }).click();
  await page.getByRole('heading', { name: 'Locked, and all here.' }).waitFor();
  const locked = await heap(cdp);
  assert.ok(!locked.includes(MARKER), 'no word of an entry');
  assert.ok(!locked.includes(PASSPHRASE), 'no passphrase');
  // A key that could be used would be a CryptoKey object: there is none, extractable or not.
  assert.equal(await keysInHeap(cdp), 0, 'no key');
  await unlockWith(page, PASSPHRASE);
  await page.locator('rv-app').waitFor();
  assert.ok((await keysInHeap(cdp)) > 0, 'keys are found while the journal is open');
  assert.deepEqual(app.wrongs, []);
});

type Cdp = Awaited<ReturnType<BrowserContext['newCDPSession']>>;

/** A heap snapshot of the page, as text. */
async function heap(cdp: Cdp): Promise<string> {
  const chunks: string[] = [];
  const collect = ({ chunk }: { chunk: string }): void => void chunks.push(chunk);
  cdp.on('HeapProfiler.addHeapSnapshotChunk', collect);
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false, captureNumericValue: true });
  cdp.off('HeapProfiler.addHeapSnapshotChunk', collect);
  return chunks.join('');
}

/** How many CryptoKey objects are alive in the page. */
async function keysInHeap(cdp: Cdp): Promise<number> {
  const { result: prototype } = await cdp.send('Runtime.evaluate', { expression: 'CryptoKey.prototype' });
  const { objects } = await cdp.send('Runtime.queryObjects', { prototypeObjectId: prototype.objectId! });
  const { result } = await cdp.send('Runtime.callFunctionOn', {
    objectId: objects.objectId!,
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  return result.value;
}
