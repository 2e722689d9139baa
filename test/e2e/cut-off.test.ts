import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { DRAFT_DELAY_MS } from '../../app/session/keeping/entry-keeper';
import { sampleEntries } from '../support/sample-entries';
import { axeFindings, openApp } from './app';
import { putEntries } from './put-entries';
import { askForCamera, saveReport } from './walks/recall-walk';

/** What the network gives no more of, as on a first visit in a tunnel: there is no service worker yet that would have it. */
const RECALLS = '**/assets/recalls-*.js';
const TELLING = '**/assets/telling-*.js';
const VERSIONS = '**/assets/entry-versions-*.js';

test('a first visit that is cut off: what is pressed is told to be missing, and done when there is a network again', async (t) => {
  const app = await openApp({ context: { serviceWorkers: 'block' } });
  t.after(() => app.close());
  const { page, context } = app;
  await context.route(RECALLS, (route) => route.abort());
  await page.reload();
  const missing = page.getByText('This part of the app couldn’t be loaded.');
  const again = page.getByRole('button', { name: 'Try again' });
  await page.getByRole('button', { name: /^Relive/ }).click();
  await missing.waitFor();
  assert.deepEqual(await axeFindings(page), []);
  assert.equal(new URL(page.url()).pathname, '/', 'Today stays, with all else that can be done there');
  await context.unroute(RECALLS);
  await again.click();
  await page.locator('rv-step-consent').waitFor();
  assert.deepEqual(app.wrongs, []);
});

test('a recall goes on at the question where its tab was killed, and to its end while its last screens are missing', async (t) => {
  const app = await openApp({ context: { serviceWorkers: 'block' } });
  t.after(() => app.close());
  const { context } = app;
  await context.route(TELLING, (route) => route.abort());
  await askForCamera(app.page);
  await answerInPart(app.page);
  await app.page.close();
  const page = await context.newPage();
  await page.goto(app.server.url);
  await page.getByRole('heading', { name: 'You were in the middle of a memory' }).waitFor();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByRole('heading', { name: 'Which time of your life was it?' }).waitFor();
  assert.deepEqual(await axeFindings(page), []);
  await page.getByRole('button', { name: 'my teens' }).click();
  await page.getByRole('button', { name: 'That’s enough' }).click();
  await page.getByRole('button', { name: 'When years ago' }).waitFor();
  await page.getByRole('button', { name: 'Time of life my teens' }).waitFor();
  await page.getByRole('button', { name: /^Step into it/ }).click();
  // There is no baseline yet, so the camera is asked about first.
  await page
    .getByRole('button', { name: /without the camera/ })
    .first()
    .click();
  await page.getByRole('button', { name: /^Finish early/ }).click();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByRole('heading', { name: 'This part of the app couldn’t be loaded.' }).waitFor();
  assert.deepEqual(await axeFindings(page), []);
  await context.unroute(TELLING);
  await page.getByRole('button', { name: 'Try again' }).click();
  await saveReport(page);
  await page.getByRole('link', { name: 'Open the entry' }).click();
  await page.getByRole('heading', { name: 'A walk' }).waitFor();
  await page.getByText('my teens').waitFor();
  assert.deepEqual(app.wrongs, []);
});

/** Without the camera -> a name and two answers, until the last of them is in the draft. */
async function answerInPart(page: Page): Promise<void> {
  await page.evaluate(noteDrafts);
  await page
    .getByRole('button', { name: /without the camera/ })
    .first()
    .click();
  await page.getByRole('textbox').fill('A walk');
  for (const name of [/^Add a few details/, 'It happened', 'years ago'])
    await page.getByRole('button', { name }).click();
  // A draft waits for the last answer; one that was on its way before is no later than this.
  const after = (await page.evaluate(() => performance.now())) + DRAFT_DELAY_MS / 2;
  await page.waitForFunction((time) => Number(document.documentElement.dataset.draftFrom) > time, after);
}

/** In the page: from when on the newest draft is that the store has taken. */
function noteDrafts(): void {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...args) {
    const from = performance.now();
    if (this.name === 'drafts')
      this.transaction.addEventListener('complete', () => {
        document.documentElement.dataset.draftFrom = String(from);
      });
    return put.apply(this, args);
  };
}

test('an entry in two versions is shown while the choice between them is missing, and that is told', async (t) => {
  const app = await openApp({ context: { serviceWorkers: 'block' } });
  t.after(() => app.close());
  const { page, context } = app;
  // By then the app has made its database.
  await page.locator('rv-today h1').waitFor();
  const [first] = sampleEntries(1);
  await page.evaluate(putEntries, [first!, { ...first!, id: 'second', besideId: first!.id }]);
  await context.route(VERSIONS, (route) => route.abort());
  await page.goto(`${new URL(page.url()).origin}/entry/${first!.id}`);
  await page.getByText('This part of the app couldn’t be loaded.').waitFor();
  await page.locator('rv-entry h1').waitFor();
  assert.deepEqual(await axeFindings(page), []);
  await context.unroute(VERSIONS);
  await page.reload();
  await page.getByText('There are two versions of this entry.').waitFor();
  assert.equal(await page.getByText('This part of the app couldn’t be loaded.').count(), 0);
  assert.deepEqual(app.wrongs, []);
});
