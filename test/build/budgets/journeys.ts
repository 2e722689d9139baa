import type { Browser, BrowserContext, Page } from 'playwright-core';
import { fakeCameraArgs } from '../../../models/tools/chromium';
import { faceClip } from '../../../models/tools/face-clip';
import { PHONE } from '../../e2e/app';
import { putEntries, putTrace } from '../../e2e/put-entries';
import { toCamera } from '../../e2e/walks/recall-walk';
import { controls, inEnglish } from '../../e2e/walks/say';
import { launch } from '../../support/browser';
import { sampleEntries, sampleTrace } from '../../support/sample-entries';
import { controlled } from '../../sw/support';
import { countTraffic, type Sent, type Traffic } from './traffic';

/** What each journey of docs/budgets.md made the browser fetch, by the name it has there. */
export type Journeys = ReadonlyMap<string, readonly Sent[]>;

/** Long enough for everything the app puts off until nobody waits for it, in milliseconds. */
const LEFT_ALONE_MS = 60_000;

/** One phone that has not been here before. */
interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Ends the journey `name`, once nothing more is fetched. */
  end(name: string): Promise<void>;
}

/** Walks every journey of docs/budgets.md through a build. */
export async function walkJourneys(dist: string): Promise<Journeys> {
  const traffic = await countTraffic(dist);
  const browser = await launch({ args: fakeCameraArgs(await faceClip()) });
  const journeys = new Map<string, readonly Sent[]>();
  try {
    const walks = [leftAlone, toRecall, toCheckIn, toEntry, toInsights, ...SELDOM.map(toSeldom)];
    for (const walk of walks) await visit(browser, traffic, journeys, walk);
    await offline(browser, traffic, journeys);
    return journeys;
  } finally {
    await browser.close();
    await traffic.stop();
  }
}

type Walk = (visit: Visit, url: string) => Promise<void>;

/**
 * Walks on a phone of its own. Service workers are not let in: they fetch the whole app beside what a journey does, and answer what
 * comes after it.
 */
async function visit(browser: Browser, traffic: Traffic, journeys: Map<string, readonly Sent[]>, walk: Walk) {
  const context = await browser.newContext({ viewport: PHONE, locale: 'en-GB', serviceWorkers: 'block' });
  const page = await context.newPage();
  traffic.take();
  const end = async (name: string): Promise<void> => {
    await page.waitForLoadState('networkidle');
    const sent = traffic.take();
    if (!journeys.has(name)) journeys.set(name, sent);
  };
  await walk({ page, context, end }, traffic.url);
  await context.close();
}

/** Opens the app at Today and waits until it is drawn. */
async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('#skeleton').waitFor({ state: 'detached' });
  await page.locator('rv-today h1').waitFor();
}

/** The first view, and then nothing for a minute. */
async function leftAlone({ page, end }: Visit, url: string): Promise<void> {
  await page.clock.install();
  await open(page, url);
  await end('first view');
  await page.clock.fastForward(LEFT_ALONE_MS);
  await end('left alone');
}

/** From Today to the question about the camera, and from there until a face can be read. */
async function toRecall({ page, end }: Visit, url: string): Promise<void> {
  await open(page, url);
  await end('first view');
  await toCamera(page, async (screen) => {
    if (screen === 'recall/camera') await end('prepare');
  });
  await end('first recall');
}

async function toCheckIn({ page, end }: Visit, url: string): Promise<void> {
  const { button, heading } = controls(page, inEnglish);
  await open(page, url);
  await end('first view');
  await button('Quick check-in').click();
  await button('calm').click();
  await button('Save').click();
  await heading('Saved.').waitFor();
  await end('check-in');
}

/** Six weeks of entries, with the trace of the newest, in a journal that has just been opened. */
async function openFull(page: Page, url: string): Promise<void> {
  await open(page, url);
  const entries = sampleEntries(40);
  await page.evaluate(putEntries, entries);
  await page.evaluate(putTrace, sampleTrace(entries[0]!.id));
  await open(page, url);
}

async function toEntry({ page, end }: Visit, url: string): Promise<void> {
  await openFull(page, url);
  await end('first view');
  await controls(page, inEnglish).link('History').click();
  const entry = page.locator('rv-entry-row').first();
  await entry.waitFor();
  await end('history');
  await entry.click();
  await page.locator('rv-entry rv-trace-chart canvas').first().waitFor();
  await end('entry');
}

async function toInsights({ page, end }: Visit, url: string): Promise<void> {
  await openFull(page, url);
  await end('first view');
  await controls(page, inEnglish).link('Insights').click();
  await page.locator('rv-insights canvas').first().waitFor();
  await end('insights');
}

/** Screens that are seldom seen, each from Today on a phone that has been to none of them. */
const SELDOM = ['settings', 'import', 'print', 'restore', 'lock/new'];

const toSeldom =
  (path: string): Walk =>
  async ({ page, end }, url) => {
    await open(page, url);
    await end('first view');
    await page.goto(`${url}/${path}`);
    await page.locator('rv-app h1').first().waitFor();
    await end(path);
  };

/** Everything the service worker fetches, so that the app works without a network from then on. */
async function offline(browser: Browser, traffic: Traffic, journeys: Map<string, readonly Sent[]>): Promise<void> {
  const context = await browser.newContext({ viewport: PHONE, locale: 'en-GB' });
  const page = await context.newPage();
  traffic.take();
  await open(page, traffic.url);
  await controlled(page);
  journeys.set(
    'offline',
    traffic.take().filter(({ forOffline }) => forOffline),
  );
  await context.close();
}
