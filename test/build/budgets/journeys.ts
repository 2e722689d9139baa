import type { Page } from 'playwright-core';
import { LANGUAGES, SOURCE_LANGUAGE } from '../../../app/words/languages';
import { fakeCameraArgs } from '../../../models/tools/chromium';
import { faceClip } from '../../../models/tools/face-clip';
import { ORT_VERSION, ORT_WASM } from '../../../sw/build/project';
import { putEntries, putTrace } from '../../e2e/put-entries';
import { toCamera } from '../../e2e/walks/recall-walk';
import { controls, inEnglish } from '../../e2e/walks/say';
import { launch } from '../../support/browser';
import { sampleEntries, sampleTrace } from '../../support/sample-entries';
import { readChunks } from '../chunks';
import { countTraffic } from './traffic';
import { type Journeys, type Walk, Walks } from './walks';

/** Screens that are seldom seen, by the name their journey has: where they lie. */
const SELDOM = { settings: '/settings', import: '/import', print: '/print', restore: '/restore', lock: '/lock/new' };

/** Walks every journey of docs/budgets.md through a build. */
export async function walkJourneys(dist: string): Promise<Journeys> {
  const traffic = await countTraffic(dist);
  const browser = await launch({ args: fakeCameraArgs(await faceClip()) });
  const walks = new Walks(browser, traffic, dist);
  try {
    const seldom = Object.entries(SELDOM).map(toSeldom);
    for (const walk of [toCheckIn, toEntry, toInsights, toRecall, ...seldom]) await walks.visit(walk);
    const others = Object.keys(LANGUAGES).filter((code) => code !== SOURCE_LANGUAGE);
    for (const code of others) await walks.visit(inLanguage, code);
    return walks.journeys;
  } finally {
    await browser.close();
    await traffic.stop();
  }
}

/** Opens the app at Today and waits until it is drawn. */
async function open(walks: Walks, page: Page): Promise<void> {
  await page.goto(walks.url);
  await page.locator('#skeleton').waitFor({ state: 'detached' });
  await page.locator('rv-today h1').waitFor();
  await walks.end('first view', page);
}

async function toCheckIn(walks: Walks, page: Page): Promise<void> {
  const { button, heading } = controls(page, inEnglish);
  await open(walks, page);
  await button('Quick check-in').click();
  await button('calm').click();
  await button('Save').click();
  await heading('Saved.').waitFor();
  await walks.end('check-in', page);
}

/** Six weeks of entries, with the trace of the newest, in a journal that has just been opened. */
async function openFull(walks: Walks, page: Page): Promise<void> {
  await open(walks, page);
  const entries = sampleEntries(40);
  await page.evaluate(putEntries, entries);
  await page.evaluate(putTrace, sampleTrace(entries[0]!.id));
  await open(walks, page);
}

async function toEntry(walks: Walks, page: Page): Promise<void> {
  await openFull(walks, page);
  await controls(page, inEnglish).link('History').click();
  const entry = page.locator('rv-history rv-entry-row').first();
  await entry.waitFor();
  await walks.end('history', page);
  await entry.click();
  await page.locator('rv-entry rv-trace-chart canvas').first().waitFor();
  await walks.end('entry', page);
}

async function toInsights(walks: Walks, page: Page): Promise<void> {
  await openFull(walks, page);
  await controls(page, inEnglish).link('Insights').click();
  await page.locator('rv-insights canvas').first().waitFor();
  await walks.end('insights', page);
}

/** From Today to the question about the camera, and from there until a face can be read. */
async function toRecall(walks: Walks, page: Page): Promise<void> {
  await open(walks, page);
  await toCamera(page, async (screen) => {
    if (screen === 'recall/camera') await walks.end('prepare', page);
  });
  await walks.end('first recall', page);
  await withOtherRuntimes(walks, page);
}

/** The same recall in browsers that run another build of the runtime: its files are fetched instead. */
async function withOtherRuntimes(walks: Walks, page: Page): Promise<void> {
  const sent = walks.journeys.get('first recall')!;
  const own = runtimeFiles(walks.dist, 'wasm');
  const others = sent.filter(({ path }) => !own.includes(path));
  if (sent.length - others.length !== own.length) throw new Error(`The recall did not run on ${own}`);
  for (const [name, build] of Object.entries({ JSPI: 'jspi', Asyncify: 'webgpu' } as const)) {
    await page.evaluate(
      (files) => Promise.all(files.map(async (file) => (await fetch(file)).arrayBuffer())),
      runtimeFiles(walks.dist, build),
    );
    walks.journeys.set(`first recall, ${name}`, [...others, ...(await walks.fetched(page))]);
  }
}

const runtimeFiles = (dist: string, build: keyof typeof ORT_WASM): string[] => [
  ...[...readChunks(dist).values()]
    .filter(({ name }) => name.startsWith(`ort.${build}.`))
    .map(({ file }) => `/${file}`),
  `/ort/${ORT_VERSION}/${ORT_WASM[build]}`,
];

const toSeldom =
  ([name, path]: [string, string]): Walk =>
  async (walks, page) => {
    await open(walks, page);
    await page.evaluate((address) => {
      history.pushState(null, '', address);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path);
    await page.locator('rv-today').waitFor({ state: 'detached' });
    await page.locator('rv-app h1').first().waitFor();
    await walks.end(name, page);
  };

/** What the first view takes beside that of somebody who reads English. */
async function inLanguage(walks: Walks, page: Page): Promise<void> {
  const inEnglish = new Set(walks.journeys.get('first view')!.map(({ path }) => path));
  await page.goto(walks.url);
  await page.locator('rv-today h1').waitFor();
  const sent = await walks.fetched(page);
  const more = sent.filter(({ path }) => !inEnglish.has(path));
  walks.keep('a language', more);
}
