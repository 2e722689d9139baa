import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { DAY_MS } from '../../app/base/time';
import type { OpenedApp } from '../e2e/app';
import { BACKUP_PASSPHRASE, button, checkIn, copied, deleteEverything, saveBackup } from '../e2e/walks/backup-walk';
import { PASSPHRASE, unlockWith } from '../e2e/walks/lock-walk';
import { askForCamera, reportWithoutCamera } from '../e2e/walks/recall-walk';

/** What a person does while the disk fills: made ready with room, then tried until the app says that it is done. */
export interface Errand {
  readonly name: string;
  /** `folder` is on another disk. */
  prepare(app: OpenedApp, folder: string): Promise<void>;
  /** Begins to do it; the disk is filled before, or right after where `fills` is `during`. */
  begin(app: OpenedApp, folder: string): Promise<void>;
  readonly fills: 'before' | 'during';
  /** Resolves once the app says that it is done (true), or that it is not (false). */
  answered(page: Page): Promise<boolean>;
}

/**
 * How long the app may take for an answer, in milliseconds: its own limit for one write is 30 s, and in doubt each is written into two
 * files.
 */
const ANSWER_MS = 180_000;

/** Waits for what says that it is done, or for a notice of what failed. */
async function answer(page: Page, done: Locator): Promise<boolean> {
  await done.or(page.locator('rv-notice[tone]:visible')).first().waitFor({ timeout: ANSWER_MS });
  return done.isVisible();
}

export const told = (page: Page, done: string | RegExp): Promise<boolean> =>
  answer(page, page.getByRole('heading', { name: done }));

const checkInErrand: Errand = {
  name: 'check-in',
  fills: 'before',
  prepare: async ({ page, server }) => {
    await page.goto(`${server.url}/check-in`);
    await button(page, 'grateful').click();
  },
  begin: ({ page }) => button(page, 'Save').click(),
  answered: (page) => told(page, 'Saved.'),
};

const recall: Errand = {
  name: 'recall',
  fills: 'before',
  prepare: async ({ page, server }) => {
    await page.goto(server.url);
    await askForCamera(page);
    await reportWithoutCamera(page);
    for (const name of ['Continue', 'Continue', 'Review']) await button(page, name).click();
    await page.locator('rv-step-review').getByRole('button', { name: 'Save', exact: true }).waitFor();
  },
  begin: async ({ page }) => {
    const again = button(page, 'Try again');
    const save = page.locator('rv-step-review').getByRole('button', { name: 'Save', exact: true });
    await ((await again.isVisible()) ? again : save).click();
  },
  answered: (page) => answer(page, page.locator('rv-step-saved')),
};

/** So many that the disk fills while they are written. */
const ROWS = 4_000;

const importing: Errand = {
  name: 'import',
  fills: 'during',
  prepare: async (_, folder) => writeFileSync(join(folder, 'rows.csv'), rows()),
  begin: async ({ page, server }, folder) => {
    await page.goto(`${server.url}/import`);
    await page.locator('input[type=file]').setInputFiles(join(folder, 'rows.csv'));
    await page.getByRole('button', { name: /^Add / }).click();
  },
  answered: async (page) => {
    await page.getByRole('heading', { name: /entr(y was|ies were) added\.$/ }).waitFor({ timeout: ANSWER_MS });
    return (await page.locator('rv-notice[tone]').count()) === 0;
  },
};

const rows = (): string => {
  const day = (row: number) => new Date(Date.UTC(2012, 0, 1 + row)).toISOString().slice(0, 10);
  const note = 'A walk along the river, and a long talk about nothing at all. '.repeat(4);
  return `date,valence,note\n${Array.from({ length: ROWS }, (_, row) => `${day(row)},0.5,"${row} ${note}"`).join('\n')}\n`;
};

const restore: Errand = {
  name: 'restore',
  fills: 'during',
  prepare: async (app, folder) => {
    await importing.prepare(app, folder);
    await importing.begin(app, folder);
    await importing.answered(app.page);
    await saveBackup(app, folder, async () => undefined);
    const path = await saveBackup(app, folder, async () => undefined);
    writeFileSync(join(folder, 'backup.path'), path);
    await deleteEverything(app.page);
    await checkIn(app, 'sad');
  },
  begin: async ({ page, server }, folder) => {
    await page.goto(`${server.url}/restore`);
    await page.locator('input[type=file]').setInputFiles(readFileSync(join(folder, 'backup.path'), 'utf8'));
    await page.getByLabel('Passphrase').fill(BACKUP_PASSPHRASE);
    await button(page, 'Open the backup').click();
    await page.getByRole('button', { name: /^Restore [\d,]+ entries/ }).click();
  },
  answered: (page) => told(page, /are back/),
};

const erase: Errand = {
  name: 'erase',
  fills: 'before',
  prepare: async ({ page, server }) => {
    await page.goto(`${server.url}/history`);
    await page.getByRole('link', { name: /Tired/ }).first().click();
    await button(page, 'Delete this entry').waitFor();
  },
  begin: async ({ page }) => {
    await button(page, 'Delete this entry').click();
    await button(page, 'Delete it').click();
  },
  answered: async (page) => {
    const gone = page.waitForURL('**/history', { timeout: ANSWER_MS }).then(() => true);
    return Promise.race([
      gone,
      page
        .locator('rv-notice')
        .first()
        .waitFor({ timeout: ANSWER_MS })
        .then(() => false),
    ]);
  },
};

const passphrase: Errand = {
  name: 'passphrase',
  fills: 'before',
  prepare: toLastStep,
  begin: async (app) => {
    const { page } = app;
    const press = button(page, 'Lock the journal');
    // It was refused: a person looks in Settings, and may be asked for the passphrase, because it is in force after all.
    if (!(await press.isEnabled()) || (await page.locator('rv-notice[tone]:visible').count()) > 0) {
      await page.goto(`${app.server.url}/settings`);
      const asked = page.getByLabel('Passphrase or recovery code');
      await button(page, 'Set a passphrase').or(asked).waitFor();
      if (await asked.isVisible()) return unlockWith(page, PASSPHRASE);
      await toLastStep(app);
    }
    await press.click();
  },
  answered: (page) =>
    answer(page, page.getByRole('heading', { name: 'Your journal is locked to you.' }).or(button(page, 'Lock now'))),
};

async function toLastStep({ page, server }: OpenedApp): Promise<void> {
  await page.goto(`${server.url}/settings`);
  await button(page, 'Set a passphrase').click();
  await button(page, 'Choose a passphrase').click();
  await page.getByLabel('Passphrase').fill(PASSPHRASE);
  await button(page, 'Continue').click();
  await page.getByRole('heading', { name: 'Write this down.' }).waitFor();
  const groups = await page.locator('.code li').allTextContents();
  await button(page, 'I’ve got it').click();
  await page.getByLabel(/Type group .+ of your code/).fill(groups[3]!.toLowerCase());
}

const copy: Errand = {
  name: 'copy',
  fills: 'before',
  prepare: async (app, folder) => {
    await app.page.clock.install();
    await checkInErrand.prepare(app, folder);
    // A write that is under way while the clock jumps looks as if it had hung.
    await app.page.waitForFunction(hasDraft);
    await copyDue(app.page);
    await copied(app.page);
    await app.page.clock.fastForward(DAY_MS);
  },
  begin: async ({ page }) => {
    await copyDue(page);
    await button(page, 'Save').click();
  },
  answered: async (page) => {
    const isSaved = await told(page, 'Saved.');
    if (isSaved) await copyDue(page);
    return isSaved;
  },
};

/** The first save on a full disk is kept, because the app gives up room that it has taken; and the person is told what to do then. */
const lastSave: Errand = {
  name: 'last save',
  fills: 'before',
  prepare: async (app) => {
    await app.page.goto(app.server.url);
    while (!(await app.page.evaluate(hasReserve))) await app.page.waitForTimeout(500);
    await checkInErrand.prepare(app, '');
  },
  begin: checkInErrand.begin,
  answered: async (page) => {
    if (!(await told(page, 'Saved.'))) throw new Error('the reserve was of no use');
    await page.getByText('Close the browser completely and open it again.').waitFor();
    return true;
  },
};

/** In the page: whether the app has taken room that it can give up. */
export const hasReserve = async (): Promise<boolean> => {
  try {
    const root = await navigator.storage.getDirectory();
    await (await root.getDirectoryHandle('reserve-reverie')).getFileHandle('reserve');
    return true;
  } catch {
    return false;
  }
};

const hasDraft = (): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('reverie');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const count = opening.result.transaction('drafts').objectStore('drafts').count();
      count.onerror = () => reject(count.error);
      count.onsuccess = () => {
        opening.result.close();
        resolve(count.result > 0);
      };
    };
  });

/** The copies are seen to when the app has been open for a while and nothing has changed for a while. */
async function copyDue(page: Page): Promise<void> {
  await page.clock.fastForward(15_000);
  await page.clock.fastForward(30_000);
}

export const ERRANDS: readonly Errand[] = [
  checkInErrand,
  recall,
  importing,
  restore,
  erase,
  passphrase,
  copy,
  lastSave,
];
