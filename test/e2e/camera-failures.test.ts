import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { faceClip } from '../../models/tools/face-clip';
import { axeFindings, openApp } from './app';
import { toCamera } from './walks/recall-walk';

/** Today -> consent -> the question for the camera. */
async function askForCamera(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Relive/ }).click();
  for (const name of ['Continue', 'Continue', 'I’m 18 or older, and I agree']) {
    const button = page.getByRole('button', { name });
    const before = await page.getByRole('heading', { level: 1 }).textContent();
    await button.click();
    await page
      .getByRole('heading', { level: 1 })
      .filter({ hasNotText: before ?? '' })
      .waitFor();
  }
  await page.getByRole('button', { name: /^Turn on the camera/ }).click();
}

/** A recall can be finished and kept without the camera from here. */
async function finishWithout(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /without the camera/ })
    .first()
    .click();
  const choose = page.getByRole('button', { name: 'Choose a memory' });
  await Promise.race([choose.waitFor(), page.locator('rv-step-choose').waitFor()]);
  if (await choose.isVisible()) await choose.click();
  await page.getByRole('textbox').fill('A walk');
  await page.getByRole('button', { name: /^Step into it/ }).click();
  await page.getByRole('button', { name: /^Finish here/ }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  for (const name of ['Continue', 'Continue', 'Review']) await page.getByRole('button', { name, exact: true }).click();
  await page.locator('rv-step-review').getByRole('button', { name: 'Save', exact: true }).click();
  await page.locator('rv-step-saved').waitFor();
}

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
  await finishWithout(app.page);
  assert.deepEqual(app.wrongs, []);
});

test('camera refused: said plainly, with a retry and the path without it', async (t) => {
  const args = ['--use-fake-device-for-media-stream', '--deny-permission-prompts'];
  const app = await openApp({ args });
  t.after(() => app.close());
  await askForCamera(app.page);
  await app.page.getByRole('button', { name: /again/i }).first().waitFor();
  assert.deepEqual(await axeFindings(app.page), []);
  await finishWithout(app.page);
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

test('stop and erase in the middle leaves nothing behind', { timeout: 240_000 }, async (t) => {
  const app = await openApp({ clip: await faceClip() });
  t.after(() => app.close());
  const { page } = app;
  await toCamera(page);
  await page.getByRole('button', { name: 'Stop and delete' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /delete/i })
    .click();
  await page.locator('rv-step-discarded, rv-today').first().waitFor();
  await page.goto(`${app.server.url}/history`);
  await page.getByRole('heading', { name: 'Nothing here yet.' }).waitFor();
});
