import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { DATABASE_NAME } from '../../../app/journal/store/database-name';
import { freshBuild } from '../../../models/tools/build';
import { CHROMIUM_ARGS, chromiumPath } from '../../../models/tools/chromium';
import { startServer } from '../../../models/tools/serve';
import { PHONE } from '../../e2e/app';
import { machine } from '../machine';
import { type LongestTask, longestTask } from './tasks';
import { STEPS } from './walk';

/** What `--json` writes. */
export interface ScreensBench {
  readonly machine: string;
  readonly date: string;
  readonly entries: number;
  readonly runs: number;
  /** By what is done; of all runs the one with the least processor time, and the least by the clock. */
  readonly longest: Readonly<Record<string, LongestTask>>;
}

/** The folder of the built app in which the page that fills the journal lies. */
const FILLER = 'bench';

/**
 * The longest task of the built app's main thread on each of its screens, with a journal of `entries`. The same is done `runs` times,
 * each in a page that has just been opened. `onLine` is given a line for each screen.
 */
export async function benchScreens(
  entries: number,
  runs: number,
  onLine: (line: string) => void,
): Promise<ScreensBench> {
  const folder = mkdtempSync(join(tmpdir(), 'reverie-screens-'));
  const server = await startServer({ dist: await withFiller(join(folder, 'dist')) });
  const context = await profileIn(join(folder, 'profile'));
  try {
    await fill(context, `${server.url}/${FILLER}/index.html`, entries);
    const all: Record<string, LongestTask>[] = [];
    for (let run = 0; run < runs; run++) all.push(await walkThrough(context, server.url));
    const longest = Object.fromEntries(STEPS.map(({ name }) => [name, bestOf(all.map((each) => each[name]!))]));
    for (const [name, task] of Object.entries(longest)) onLine(rowOf(name, task));
    return { machine: machine(), date: new Date().toISOString().slice(0, 10), entries, runs, longest };
  } finally {
    await context.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The built app, and beside it the page that fills a journal in its store. */
async function withFiller(dist: string): Promise<string> {
  cpSync(await freshBuild(), dist, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'error',
    root: 'test/bench/journal',
    base: `/${FILLER}/`,
    publicDir: false,
    worker: { format: 'es' },
    build: { outDir: resolve(dist, FILLER), target: 'es2023', assetsInlineLimit: 0 },
  });
  return dist;
}

/** A browser whose store lies on the disk, as a person's does: that of a private window lies in memory. */
const profileIn = (profile: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    args: [...CHROMIUM_ARGS],
    viewport: PHONE,
    locale: 'en-GB',
  });

async function fill(context: BrowserContext, url: string, entries: number): Promise<void> {
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate(([count, name]) => (window as never as Filler).fill(count, name), [
    entries,
    DATABASE_NAME,
  ] as const);
  await page.close();
}

interface Filler {
  fill(count: number, name: string): Promise<void>;
}

async function walkThrough(context: BrowserContext, url: string): Promise<Record<string, LongestTask>> {
  const page: Page = await context.newPage();
  const session = await context.newCDPSession(page);
  const longest: Record<string, LongestTask> = {};
  for (const { name, run } of STEPS) longest[name] = await longestTask(session, () => run(page, url));
  await page.close();
  return longest;
}

const bestOf = (tasks: readonly LongestTask[]): LongestTask => ({
  wallMs: Math.min(...tasks.map(({ wallMs }) => wallMs)),
  cpuMs: Math.min(...tasks.map(({ cpuMs }) => cpuMs)),
});

const row = (name: string, cells: readonly string[]): string =>
  `${name.padEnd(22)}${cells.map((cell) => cell.padStart(12)).join('')}`;

export const HEAD = row('longest task', ['processor', 'clock']);

const rowOf = (name: string, { cpuMs, wallMs }: LongestTask): string =>
  row(
    name,
    [cpuMs, wallMs].map((ms) => `${ms.toFixed(0)} ms`),
  );
