import type { Page } from 'playwright-core';
import { openApp } from '../e2e/app';
import { lockWithPassphrase, PASSPHRASE } from '../e2e/walks/lock-walk';
import { kekOfCode, readBackup } from '../formats/backup-formats';
import { randoms } from '../support/randoms';
import type { Attack } from './attack';

const MOST_WAIT_MS = 30_000;
/** A copy is made when a journal was left alone for a while: how long that may take, and how often it is looked for. */
const MOST_COPY_MS = 120_000;
const LOOK_MS = 500;
const SECOND = 'another one entirely here';

export const lockedAfterChange: Attack = {
  name: 'locked-after-change',
  does: 'locks within 30 s of setting or changing a passphrase or recovery code, and tries the copies and the rescue page',
  holds: 'without the new secret they give nothing: no code lies beside the copies, and no old one opens them',
  runs: 40,
  async run(runs, say) {
    const broken: string[] = [];
    for (const [run, waitMs] of randoms(runs, MOST_WAIT_MS, 3).entries()) {
      const problems = await lockAfter(run % 2 === 0 ? 'set' : 'recovery code', waitMs).catch((error) => [
        String(error),
      ]);
      broken.push(...problems.map((problem) => `run ${run}, after ${Math.round(waitMs)} ms: ${problem}`));
      say(`${run}: ${problems.join('; ') || 'held'}`);
    }
    return { runs, broken };
  },
};

/** A journal with a copy, whose protection is changed and which is locked `waitMs` later. Resolves with what was found all the same. */
export async function lockAfter(what: 'set' | 'recovery code', waitMs: number): Promise<string[]> {
  const app = await openApp();
  try {
    const { page } = app;
    await checkIn(page);
    const old: string[] = [];
    if (what === 'recovery code') old.push(await lockWithPassphrase(page, undefined, undefined, SECOND));
    for (let waitedMs = 0; !(await page.evaluate(hasCopy)); waitedMs += LOOK_MS) {
      if (waitedMs > MOST_COPY_MS) return ['no copy was made: nothing was tried'];
      await page.waitForTimeout(LOOK_MS);
    }
    if (what === 'set') {
      const code = await page.evaluate(codeBeside);
      if (code === null) return ['there is no code beside the copy of an open journal: nothing was tried'];
      old.push(code);
      await lockWithPassphrase(page, undefined, undefined, PASSPHRASE);
    } else await newCode(page);
    await page.waitForTimeout(waitMs);
    await page.getByRole('button', { name: 'Lock now' }).click();
    await page.getByRole('heading', { name: 'Your journal is locked.' }).waitFor();
    return await findings(page, old);
  } finally {
    await app.close();
  }
}

async function findings(page: Page, old: readonly string[]): Promise<string[]> {
  const problems: string[] = [];
  if ((await page.evaluate(codeBeside)) !== null) problems.push('a code lies beside the copies');
  const copies = await page.evaluate(copiesHere);
  if (copies.length === 0) problems.push('no copy is left');
  for (const { name, bytes } of copies) {
    const file = Buffer.from(bytes, 'base64');
    for (const code of old) {
      const opens = await readBackup(file, kekOfCode(code), 'recovery').then(
        () => true,
        () => false,
      );
      if (opens) problems.push(`${name} opens with an old code`);
    }
  }
  await page.goto(new URL('/rescue.html', page.url()).href);
  await page
    .getByRole('button', { name: /^Restore the copy/ })
    .first()
    .click();
  await page.getByLabel('Passphrase or recovery code').waitFor();
  return problems;
}

async function checkIn(page: Page): Promise<void> {
  await page.goto(new URL('/check-in', page.url()).href);
  await page.getByRole('button', { name: 'calm' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('heading', { name: 'Saved.' }).waitFor();
}

async function newCode(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New recovery code' }).click();
  await page.getByLabel('Passphrase or recovery code').fill(SECOND);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Write this down.' }).waitFor();
  const groups = await page.locator('.code li').allTextContents();
  await page.getByRole('button', { name: 'I’ve got it' }).click();
  await page.getByLabel('Type group 4 of your code').fill(groups[3]!);
  await page.getByRole('button', { name: 'Lock the journal' }).click();
  await page.getByRole('heading', { name: 'Your new recovery code works now.' }).waitFor({ timeout: 120_000 });
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Lock now' }).waitFor();
}

/** In the page: whether there is a copy, whole. */
async function hasCopy(): Promise<boolean> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle('copies', { create: true });
  for await (const name of folder.keys()) if (name.endsWith('.reverie')) return true;
  return false;
}

/** In the page: the code beside the copies; null if there is none. */
async function codeBeside(): Promise<string | null> {
  try {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('copies');
    return await (await (await folder.getFileHandle('code.txt')).getFile()).text();
  } catch {
    return null;
  }
}

/** In the page: the copies, bytes in base64. */
async function copiesHere(): Promise<{ name: string; bytes: string }[]> {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('copies');
  const copies: { name: string; bytes: string }[] = [];
  for await (const name of folder.keys()) {
    if (!name.endsWith('.reverie')) continue;
    const file = await (await folder.getFileHandle(name)).getFile();
    const bytes = new Uint8Array(await file.arrayBuffer());
    copies.push({ name, bytes: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) });
  }
  return copies;
}
