import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startServer } from '../../models/tools/serve';
import { randoms } from '../support/randoms';
import type { Attack } from './attack';
import { ownBrowser } from './own-browser';

/** The page is left at the latest so long after it was committed, in milliseconds. */
const LATEST_MS = 400;
/** The app gives up opening the journal after ten seconds: within this it has opened, or has said that it can't. */
const OPENS_WITHIN_MS = 15_000;

export const leftFirstView: Attack = {
  name: 'left-first-view',
  does: `leaves the very first page 0 to ${LATEST_MS} ms after it came, while its database is being made, with the back/forward cache on`,
  holds: 'the app opens in the next page, and in one opened beside it',
  runs: 60,
  async run(runs, say) {
    const server = await startServer();
    const broken: string[] = [];
    try {
      for (const [run, delayMs] of randoms(runs, LATEST_MS, 5).entries()) {
        const way = WAYS[run % WAYS.length]!;
        const problem = await leave(server.url, way, delayMs);
        if (problem) broken.push(`run ${run}, ${way.name} after ${Math.round(delayMs)} ms: ${problem}`);
        say(`${run}, ${way.name} after ${Math.round(delayMs)} ms: ${problem ?? 'opened'}`);
      }
    } finally {
      await server.stop();
    }
    return { runs, broken };
  },
};

interface Way {
  readonly name: string;
  leave(page: Page, url: string): Promise<unknown>;
}

/** By the page's own link, and as a bookmark or the address bar does it. */
const WAYS: readonly Way[] = [
  { name: 'by an address', leave: (page, url) => page.goto(`${url}/settings`) },
  // The link may be replaced by the app's own while it is being pressed.
  { name: 'by a link', leave: (page) => page.getByRole('link', { name: 'Settings' }).first().click() },
];

/** Resolves with what went wrong. */
async function leave(url: string, way: Way, delayMs: number): Promise<string | null> {
  const profile = mkdtempSync(join(tmpdir(), 'reverie-left-'));
  const browser = await ownBrowser(profile, ['--lang=en-GB']);
  try {
    const page = await browser.context.newPage();
    await page.goto(url, { waitUntil: 'commit' });
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    await way.leave(page, url);
    const beside = await browser.context.newPage();
    await beside.goto(`${url}/settings`);
    return (await unopened(page)) ?? (await unopened(beside));
  } finally {
    await browser.kill();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function unopened(page: Page): Promise<string | null> {
  const failure = page.locator('rv-journal-failure');
  try {
    await page.locator('rv-settings').or(failure).first().waitFor({ timeout: OPENS_WITHIN_MS });
  } catch {
    return `nothing was shown; ${await page.evaluate(howFar)}`;
  }
  if (!(await failure.isVisible())) return null;
  return `it said: ${await failure.evaluate((element) => String((element as HTMLElement & { failure: unknown }).failure))}`;
}

/** In the page: how far it came, for whoever looks for the reason. */
function howFar(): string {
  const app = document.querySelector('rv-app');
  const views = [...(app?.shadowRoot?.querySelectorAll('main > *') ?? [])].map(({ localName }) => localName);
  const first = document.querySelector('#skeleton') ? 'still there' : 'gone';
  const state = app ? `there with ${views.join(', ') || 'nothing'} in it` : 'absent';
  return `${document.readyState}, first view ${first}, rv-app ${state}, after ${Math.round(performance.now())} ms`;
}
