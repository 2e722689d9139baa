import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { faceClip } from '../../models/tools/face-clip';
import { axeFindings, openApp } from './app';
import { lockFromOtherTab, lockWithPassphrase, PASSPHRASE, unlockWith } from './walks/lock-walk';
import { keep, recallToReview, setRecallSeconds, toCamera } from './walks/recall-walk';

const TOLD = { title: 'First snow on the hill', note: 'Everyone was quiet for a moment.' };
/** The clip is 72 frames at 30 a second, and the camera plays it in a loop. */
const LOOP_MS = 2400;

/** The table behind the entry's chart, as a person reads it: seconds into the recall and facial valence. */
async function tracedValence(page: Page): Promise<{ tMs: number; valence: number }[]> {
  const chart = page.locator('rv-trace-chart');
  await chart.getByText('Show the numbers').click();
  // The table is drawn only once it is open.
  await chart.locator('table tbody tr').first().waitFor();
  const rows = await chart.locator('table tbody tr').all();
  const texts = await Promise.all(rows.map((row) => row.locator('th, td').allTextContents()));
  const headings = (await chart.locator('table thead th').allTextContents()).map((text) => text.trim());
  const [time, valence] = [
    headings.findIndex((text) => /^second/i.test(text)),
    headings.findIndex((text) => /pleasant/i.test(text)),
  ];
  return texts
    .map((cells) => ({ tMs: 1000 * number(cells[time]), valence: number(cells[valence]) }))
    .filter(({ valence: value }) => Number.isFinite(value));
}

const number = (text = ''): number => Number.parseFloat(text.trim().replace('−', '-'));

/** How much facial valence rises within one loop of the clip, from its lowest to its highest fifth, loops laid over each other. */
function riseWithinLoop(readings: readonly { tMs: number; valence: number }[]): number {
  const fifths = Array.from({ length: 5 }, () => [] as number[]);
  for (const { tMs, valence } of readings) fifths[Math.floor(((tMs % LOOP_MS) / LOOP_MS) * 5)]?.push(valence);
  const means = fifths.filter((part) => part.length > 0).map((part) => part.reduce((a, b) => a + b, 0) / part.length);
  return Math.max(...means) - Math.min(...means);
}

/** Paused in the recall, looked at, and gone on with: the camera opens again, and the time goes on. */
async function pausedInBetween(page: Page, atScreen: (name: string) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await page.getByRole('heading', { name: 'Paused.' }).waitFor();
  await atScreen('recall/paused');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('heading', { name: /, and tell it\.$/ }).waitFor();
}

/** Locked at the first page of the report and unlocked again: the recall is offered, with all that the camera had read. */
async function lockedInBetween(page: Page): Promise<void> {
  await lockFromOtherTab(page);
  await unlockWith(page, PASSPHRASE);
  await page.getByText(TOLD.title).waitFor();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.locator('rv-step-report').waitFor();
}

test('from first open to a saved entry by the interface alone, and all of it again without a network', {
  timeout: 600_000,
}, async (t) => {
  const app = await openApp({ clip: await faceClip() });
  t.after(() => app.close());
  const { page } = app;
  const atScreen = async (name: string): Promise<void> => {
    assert.deepEqual(await axeFindings(page), [], `axe on ${name}`);
  };

  await t.test('first open to saved entry', async () => {
    await page.locator('rv-today').waitFor();
    await atScreen('first');
    await lockWithPassphrase(page);
    await setRecallSeconds(page, 30);
    await toCamera(page, atScreen);
    await recallToReview(page, TOLD, async (name) => {
      await atScreen(name);
      if (name === 'recall/report-affect') await lockedInBetween(page);
    });
    await keep(page, atScreen);
    // It stands there only where nothing is left to be gone on with.
    await page.getByRole('region', { name: 'Your last entry' }).waitFor();
    await atScreen('today');
  });

  await t.test('the entry can be found again, and its facial valence rises with the smile', async () => {
    await page.getByRole('link', { name: 'History', exact: true }).click();
    await page.getByRole('link', { name: new RegExp(TOLD.title) }).click();
    await page.locator('rv-trace-chart canvas').first().waitFor();
    await page.getByText(TOLD.note).waitFor();
    const readings = await tracedValence(page);
    assert.ok(readings.length > 60, `${readings.length} readings in 30 s`);
    const rise = riseWithinLoop(readings);
    assert.ok(rise > 0.3, `facial valence rises by ${rise.toFixed(2)} within a loop of the clip`);
    await atScreen('entry');
    for (const name of ['Insights', 'Settings', 'History']) {
      await page.getByRole('link', { name, exact: true }).click();
      await page.locator(`rv-${name.toLowerCase()}`).waitFor();
      await atScreen(name);
    }
  });

  const { port } = app.server;
  await t.test('without a network it opens, the entry and its chart are there, and a second recall works', async () => {
    await app.server.stop();
    await page.goto(`http://localhost:${port}/`);
    await unlockWith(page, PASSPHRASE);
    await page.locator('rv-today').waitFor();
    await page.getByRole('link', { name: 'History', exact: true }).click();
    await page.getByRole('link', { name: new RegExp(TOLD.title) }).click();
    await page.locator('rv-trace-chart canvas').first().waitFor();
    await page.getByRole('link', { name: 'Today', exact: true }).click();
    await toCamera(page);
    // Told aloud this time, and paused once.
    await page.getByRole('radio', { name: 'Telling it aloud' }).check();
    await recallToReview(page, { title: 'The kitchen at night', note: '' }, async (name) => {
      if (name === 'recall/talking') await atScreen(name);
      if (name === 'recall/recall') await pausedInBetween(page, atScreen);
    });
    await keep(page);
    await page.getByRole('link', { name: 'History', exact: true }).click();
    await page.getByRole('link', { name: new RegExp(TOLD.title) }).waitFor();
    await page.getByRole('link', { name: /The kitchen at night/ }).click();
    await page.getByText('telling it aloud').waitFor();
    await page.locator('rv-trace-chart canvas').first().waitFor();
  });

  await t.test('nothing was asked of another origin, nothing broke the policy, nothing was thrown', async () => {
    assert.deepEqual(app.wrongs, []);
  });
});
