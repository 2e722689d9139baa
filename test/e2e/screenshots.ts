import type { Page } from 'playwright-core';
import { REMEMBERING } from '../../models/tools/participant/scripts';
import { participantClip } from '../../models/tools/participant-clip';
import { sampleEntries } from '../support/sample-entries';
import { openApp, PHONE, settle } from './app';
import { putEntries } from './put-entries';
import { importLater } from './walks/import-walk';
import { pictureInsights } from './walks/insights-pictures';
import { keep, recallToReview, setRecallSeconds, toCamera } from './walks/recall-walk';

/**
 * `npm run screenshots`: walks through the built app and pictures every screen, light and dark, phone and wide. With `--insights FOLDER` it
 * pictures Insights and its pages over the sample journal instead, in each language, into a folder that is not kept.
 */
const FOLDER = 'assets/screenshots';
const WIDE = { width: 1280, height: 800 };
const SCHEMES = ['light', 'dark'] as const;

/** The outline alone is pictured: whoever stands before the camera is in no file of the project. */
const leaveOutThePerson = (page: Page): Promise<void> =>
  page.locator('rv-step-prepare video').evaluate((video: HTMLVideoElement) => {
    video.style.visibility = 'hidden';
  });

async function picture(page: Page, name: string): Promise<void> {
  for (const scheme of SCHEMES) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await settle(page);
    await page.screenshot({ path: `${FOLDER}/phone-${scheme}/${name}.png` });
  }
}

async function pictureWide(page: Page, name: string): Promise<void> {
  await page.setViewportSize(WIDE);
  for (const scheme of SCHEMES) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await settle(page);
    await page.screenshot({ path: `${FOLDER}/wide-${scheme}/${name}.png` });
  }
  await page.setViewportSize(PHONE);
}

const insightsFolder = process.argv[process.argv.indexOf('--insights') + 1];
if (process.argv.includes('--insights')) {
  if (!insightsFolder) throw new Error('--insights takes the folder for the pictures.');
  await pictureInsights(insightsFolder);
  process.exit(0);
}
const wide = process.argv.includes('--all-wide')
  ? null
  : new Set(['today', 'recall/review', 'entry', 'entry-motion', 'history', 'insights']);
const app = await openApp({ clip: await participantClip(REMEMBERING) });
const { page } = app;
const at = async (name: string): Promise<void> => {
  // A passing word would lie over half of the pictures.
  await page.locator('rv-toast .toast').waitFor({ state: 'detached' });
  if (name === 'recall/prepare') await leaveOutThePerson(page);
  await picture(page, name);
  if (!wide || wide.has(name)) await pictureWide(page, name);
};
try {
  await page.locator('rv-today').waitFor();
  await at('first');
  await setRecallSeconds(page, 30);
  await toCamera(page, at);
  await recallToReview(page, { title: 'First snow on the hill', note: 'Everyone was quiet for a moment.' }, at);
  await keep(page, at);
  // Six weeks of entries, so that history and insights show what they are for.
  await page.evaluate(putEntries, sampleEntries(40));
  await page.reload();
  await page.locator('rv-today').waitFor();
  await at('today');
  for (const [link, name] of [
    ['History', 'history'],
    ['Insights', 'insights'],
    ['Settings', 'settings'],
  ] as const) {
    await page.getByRole('link', { name: link, exact: true }).click();
    await page.locator(`rv-${name}`).waitFor();
    await at(name);
  }
  await page.getByRole('link', { name: 'History', exact: true }).click();
  await page
    .getByRole('link', { name: /First snow/ })
    .first()
    .click();
  await page.locator('rv-entry rv-trace-chart canvas').first().waitFor();
  await at('entry');
  // Fetched when somebody comes near it.
  await page.locator('rv-motion').scrollIntoViewIfNeeded();
  await page.locator('rv-motion .told').waitFor();
  await page.locator('rv-motion').evaluate((motion) => motion.closest('section')!.scrollIntoView());
  await at('entry-motion');
  await page.evaluate(() => scrollTo(0, 0));
  await page.goto(`${app.server.url}/check-in`);
  await page.getByRole('slider').first().waitFor();
  await at('check-in');
  for (const [path, name] of [
    ['import', 'import'],
    ['print', 'print'],
    ['restore', 'restore'],
    ['lock/new', 'lock-setup'],
  ] as const) {
    await page.goto(`${app.server.url}/${path}`);
    await page.locator(`rv-${name} h1`).first().waitFor();
    await at(name);
  }
  await page.goto(`${app.server.url}/import`);
  await importLater(page, at);
  await page.goto(`${app.server.url}/rescue.html`);
  await page.locator('rv-rescue h1').waitFor();
  await at('rescue');
} finally {
  if (app.wrongs.length > 0) console.error(app.wrongs.join('\n'));
  await app.close();
}
