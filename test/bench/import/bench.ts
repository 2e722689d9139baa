import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { freshBuild } from '../../../models/tools/build';
import { CHROMIUM_ARGS, chromiumPath } from '../../../models/tools/chromium';
import { startServer } from '../../../models/tools/serve';
import { PHONE } from '../../e2e/app';
import { machine } from '../machine';
import { type LongestTask, longestTask } from '../screens/tasks';
import { laterTable, table } from './tables';

/** One press of a person, from it to what it comes to. */
export interface Timed extends LongestTask {
  /** By the clock, the way of the file into the browser included. Milliseconds. */
  readonly takesMs: number;
}

/** What `--json` writes. */
export interface ImportBench {
  readonly machine: string;
  readonly date: string;
  readonly rows: number;
  readonly runs: number;
  /** By what is done, the median of the runs. */
  readonly medians: Readonly<Record<string, Timed>>;
}

/** Long enough for a machine with other work to do, in milliseconds. */
const PATIENCE_MS = 120_000;

/**
 * Brings a table of `rows` rows into the built app, then looks at a later export of it, `runs` times, each in a profile of its own.
 * `onLine` is given a line for each press.
 */
export async function benchImport(rows: number, runs: number, onLine: (line: string) => void): Promise<ImportBench> {
  const dist = await freshBuild();
  const all: Record<string, Timed>[] = [];
  for (let run = 0; run < runs; run++) all.push(await inTempFolder((folder) => importOnce(dist, folder, rows)));
  const medians = Object.fromEntries(
    Object.keys(all[0]!).map((name) => [name, medianOf(all.map((timed) => timed[name]!))]),
  );
  for (const [name, timed] of Object.entries(medians)) onLine(rowOf(name, timed));
  return { machine: machine(), date: new Date().toISOString().slice(0, 10), rows, runs, medians };
}

async function importOnce(dist: string, profile: string, rows: number): Promise<Record<string, Timed>> {
  const server = await startServer({ dist });
  // Its store lies on the disk, as a person's does: that of a private window lies in memory.
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    args: [...CHROMIUM_ARGS],
    viewport: PHONE,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  });
  try {
    const page = await context.newPage();
    const press = await presses(page);
    await page.goto(`${server.url}/import`);
    await page.getByText('Choose a file').waitFor();
    const look = await press(() => choose(page, table(rows)), 'entries can be added.');
    const add = await press(() => page.getByRole('button', { name: /^Add/ }).click(), 'entries were added.');
    await page.getByRole('button', { name: 'Import another file' }).click();
    const later = await press(() => choose(page, laterTable(rows)), 'entries differ from yours.');
    return { 'a look at it': look, 'adding it': add, 'a look at a later one': later };
  } finally {
    await context.close();
    await server.stop();
  }
}

/** A folder that is there while `work` runs. */
async function inTempFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'reverie-import-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const choose = (page: Page, csv: string): Promise<void> =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name: 'export.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });

/** Does what a person does, and waits for the heading it leads to. */
async function presses(page: Page): Promise<(act: () => Promise<void>, heading: string) => Promise<Timed>> {
  const session = await page.context().newCDPSession(page);
  return async (act, heading) => {
    let takesMs = 0;
    const longest = await longestTask(session, async () => {
      const startMs = performance.now();
      await act();
      await page.getByRole('heading', { name: heading }).waitFor({ timeout: PATIENCE_MS });
      takesMs = performance.now() - startMs;
    });
    return { ...longest, takesMs };
  };
}

const medianOf = (runs: readonly Timed[]): Timed => {
  const median = (pick: (timed: Timed) => number): number => runs.map(pick).sort((a, b) => a - b)[runs.length >> 1]!;
  return {
    takesMs: median((one) => one.takesMs),
    cpuMs: median((one) => one.cpuMs),
    wallMs: median((one) => one.wallMs),
  };
};

const row = (name: string, cells: readonly string[]): string =>
  `${name.padEnd(24)}${cells.map((cell) => cell.padStart(26)).join('')}`;

export const HEAD = row('', ['takes', 'longest task by processor', 'by the clock']);

const rowOf = (name: string, { takesMs, cpuMs, wallMs }: Timed): string =>
  row(
    name,
    [takesMs, cpuMs, wallMs].map((ms) => `${ms.toFixed(0)} ms`),
  );
