import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { faceClip } from '../../models/tools/face-clip';
import { axeFindings, openApp } from './app';
import { askForCamera, reportWithoutCamera, saveReport, toCamera } from './walks/recall-walk';

test('no camera: said plainly, and the recall can be finished without it', async (t) => {
  const app = await openApp();
  t.after(() => app.close());
  await askForCamera(app.page);
  await app.page
    .getByRole('button', { name: /without the camera/ })
    .first()
    .waitFor();
  await app.page.getByRole('button', { name: /again/i }).first().waitFor();
  assert.deepEqual(await axeFindings(app.page), []);
  await reportWithoutCamera(app.page);
  await saveReport(app.page);
  assert.deepEqual(app.wrongs, []);
});

test('camera refused: said plainly, with the path without it; allowed later, it opens', {
  timeout: 240_000,
}, async (t) => {
  const args = ['--use-fake-device-for-media-stream', '--deny-permission-prompts'];
  const app = await openApp({ args });
  t.after(() => app.close());
  await askForCamera(app.page);
  await app.page.getByRole('button', { name: /again/i }).first().waitFor();
  assert.deepEqual(await axeFindings(app.page), []);
  await reportWithoutCamera(app.page);
  await saveReport(app.page);
  await app.context.grantPermissions(['camera']);
  await app.page.goto(app.server.url);
  await askAgain(app.page);
  await app.page.getByRole('heading', { name: 'Get comfortable.' }).waitFor({ timeout: 120_000 });
});

test('an altered model is refused with a message, and a retry fetches it anew', { timeout: 240_000 }, async (t) => {
  const app = await openApp({ clip: await faceClip(), context: { serviceWorkers: 'block' } });
  t.after(() => app.close());
  const { page, context } = app;
  await context.route('**/models/landmarks/model.onnx*', async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[body.length >> 1] = (body[body.length >> 1] ?? 0) ^ 1;
    await route.fulfill({ response, body });
  });
  await askForCamera(page);
  const retry = page.getByRole('button', { name: /again/i }).first();
  await retry.waitFor({ timeout: 120_000 });
  assert.deepEqual(await axeFindings(page), []);
  await context.unroute('**/models/landmarks/model.onnx*');
  await retry.click();
  await page.getByRole('heading', { name: 'Get comfortable.' }).waitFor({ timeout: 120_000 });
});

test('stopping in the middle leaves nothing behind, or the words alone', { timeout: 240_000 }, async (t) => {
  const app = await openApp({ clip: await faceClip() });
  t.after(() => app.close());
  const { page } = app;
  await toCamera(page);
  await page.getByRole('button', { name: 'I’m ready' }).click();
  await page.getByRole('button', { name: 'Skip' }).click();
  await page.getByRole('textbox').fill('A walk');
  await page.getByRole('button', { name: 'Stop and delete' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /delete/i })
    .click();
  await page.locator('rv-step-discarded, rv-today').first().waitFor();
  assert.deepEqual(await page.evaluate(leftOfIt), [], 'in the stores themselves');
  await page.goto(`${app.server.url}/history`);
  await page.getByRole('heading', { name: 'Nothing here yet.' }).waitFor();

  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await toCamera(page);
  await page.getByRole('button', { name: 'I’m ready' }).click();
  await page.getByRole('button', { name: 'Skip' }).click();
  await page.getByRole('textbox').fill('A hard day');
  await page.getByRole('button', { name: 'Step into it' }).click();
  await page.getByText('No pictures are recorded.').waitFor();
  // Some of the face is read by then: the time goes on with the camera alone.
  await page
    .getByRole('timer')
    .filter({ hasText: /0:([0-3]\d|4[0-3])/ })
    .waitFor();
  await page.getByRole('button', { name: 'I need to stop' }).click();
  assert.deepEqual(await axeFindings(page), []);
  await page.getByRole('button', { name: 'End here, and say how it was' }).click();
  await saveReport(page);
  const left = await page.evaluate(leftOfIt);
  assert.deepEqual(
    left.filter((one) => /entries|trace|draft/.test(one)),
    ['entries: 1'],
    'no reading is in any store',
  );
  await page.getByRole('link', { name: 'Open the entry' }).click();
  await page.getByRole('heading', { name: 'A hard day' }).waitFor();
  await page.getByText('What the camera had read was deleted, as you chose.').waitFor();
});

/** A second recall, of somebody who agreed in the first. */
async function askAgain(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Relive/ })
    .first()
    .click();
  const turnOn = page.getByRole('button', { name: /^Turn on the camera/ });
  const open = page.getByRole('heading', { name: 'Get comfortable.' });
  await turnOn.or(open).first().waitFor();
  if (await turnOn.isVisible()) await turnOn.click();
}

/** In the page: what its database, its tab and its files hold of entries, traces, drafts and lists made of them. */
async function leftOfIt(): Promise<string[]> {
  const left = Object.keys(sessionStorage).filter((key) => key.includes('draft'));
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('reverie');
    request.onsuccess = () => resolve(request.result);
  });
  for (const name of ['entries', 'traces', 'drafts', 'months', 'words']) {
    const count = await new Promise<number>((resolve) => {
      const request = database.transaction(name).objectStore(name).count();
      request.onsuccess = () => resolve(request.result);
    });
    if (count > 0) left.push(`${name}: ${count}`);
  }
  database.close();
  return left;
}
