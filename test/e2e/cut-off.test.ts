import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleEntries } from '../support/sample-entries';
import { axeFindings, openApp } from './app';
import { putEntries } from './put-entries';
import { askForCamera, reportWithoutCamera, saveReport } from './walks/recall-walk';

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

test('a recall that is cut off goes on to its end, and nothing of it is lost while its last screens are missing', async (t) => {
  const app = await openApp({ context: { serviceWorkers: 'block' } });
  t.after(() => app.close());
  const { page, context } = app;
  await context.route(TELLING, (route) => route.abort());
  await askForCamera(page);
  await reportWithoutCamera(page);
  await page.getByRole('heading', { name: 'This part of the app couldn’t be loaded.' }).waitFor();
  assert.deepEqual(await axeFindings(page), []);
  await context.unroute(TELLING);
  await page.getByRole('button', { name: 'Try again' }).click();
  await saveReport(page);
  await page.getByRole('link', { name: 'Open the entry' }).click();
  await page.getByRole('heading', { name: 'A walk' }).waitFor();
  assert.deepEqual(app.wrongs, []);
});

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
