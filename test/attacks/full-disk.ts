import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Server, startServer } from '../../models/tools/serve';
import type { OpenedApp } from '../e2e/app';
import { button, checkIn } from '../e2e/walks/backup-walk';
import { PASSPHRASE, unlockWith } from '../e2e/walks/lock-walk';
import { randoms } from '../support/randoms';
import type { Attack } from './attack';
import { ERRANDS, type Errand, hasReserve, told } from './full-disk-errands';
import { type OwnBrowser, ownBrowser } from './own-browser';
import { type SmallDisk, smallDisk } from './small-disk';

/**
 * On a full disk Chromium throws away all of a site that takes more than about a twentieth of it, and the app's reserve alone has 16 MiB.
 * No phone's disk is so small.
 */
const DISK_MB = 640;

/** An import of some hundred entries takes a second or two. */
const LATEST_MS = 1_500;

export const fullDisk: Attack = {
  name: 'full-disk',
  does: 'fills the disk in the middle of a save, import, restore, deletion, passphrase or copy, makes room, goes on, and restarts the browser',
  holds: 'everything that was told to be kept is there after the restart',
  runs: 50,
  async run(runs, say) {
    const probe = smallDisk(DISK_MB);
    if (!probe) return { runs: 0, broken: [], measured: ['not run: only root may mount a small disk'] };
    probe.remove();
    const server = await startServer();
    const broken: string[] = [];
    const refused = new Map<string, number>();
    try {
      for (const [run, afterMs] of randoms(runs, LATEST_MS, 6).entries()) {
        const errand = ERRANDS[run % ERRANDS.length]!;
        const { problems, refusals } = await onFullDisk(server, errand, afterMs).catch((error) => ({
          problems: [String(error)],
          refusals: 0,
        }));
        refused.set(errand.name, (refused.get(errand.name) ?? 0) + refusals);
        broken.push(...problems.map((problem) => `run ${run}, ${errand.name}: ${problem}`));
        say(`${run}, ${errand.name}: ${problems.join('; ') || 'held'}; refused ${refusals} times`);
      }
    } finally {
      await server.stop();
    }
    const failed = [...refused].map(([name, times]) => `${name} ${times}`).join(', ');
    return { runs, broken, measured: [`refused while the disk was full: ${failed}`] };
  },
};

interface Run {
  readonly problems: string[];
  /** How often the app said that something was not kept. */
  readonly refusals: number;
  /** Whether the app gave up its reserve, which is what keeps a save on a full disk. */
  readonly gaveUpReserve: boolean;
}

/** Does one errand on a disk that fills. Nothing that was refused needs to be there. */
export async function onFullDisk(server: Server, errand: Errand, afterMs = 0): Promise<Run> {
  const disk = smallDisk(DISK_MB);
  if (!disk) throw new Error('no small disk');
  const folder = mkdtempSync(join(tmpdir(), 'reverie-errand-'));
  let browser: OwnBrowser | null = null;
  try {
    browser = await ownBrowser(join(disk.path, 'profile'), ['--lang=en-GB']);
    const before = await appIn(browser, server);
    const { kept, ...met } = await doErrand(before, { errand, disk, folder, afterMs });
    // What the browser that failed still shows, and what it was told to keep before: it may have thrown all of that away meanwhile.
    const due = new Set([...(await entryIds(before.page)), ...kept]);
    await browser.close();
    browser = await ownBrowser(join(disk.path, 'profile'), ['--lang=en-GB']);
    const after = await appIn(browser, server);
    return { problems: await problemsWith(after, [...due], errand), ...met };
  } finally {
    await browser?.kill();
    disk.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function appIn({ context }: OwnBrowser, server: Server): Promise<OpenedApp> {
  await context.addInitScript(() => {
    delete (window as { showSaveFilePicker?: unknown }).showSaveFilePicker;
  });
  const page = await context.newPage();
  return { page, context, server, wrongs: [], close: async () => undefined };
}

interface Staged {
  readonly errand: Errand;
  readonly disk: SmallDisk;
  readonly folder: string;
  /** When the disk fills, in milliseconds after long work has begun. */
  readonly afterMs: number;
}

/** Resolves with how the app met the full disk, and the entries that were there before and that it was not told to delete. */
async function doErrand(
  app: OpenedApp,
  { errand, disk, folder, afterMs }: Staged,
): Promise<Omit<Run, 'problems'> & { readonly kept: readonly string[] }> {
  for (const feeling of ['calm', 'grateful', 'tired']) await checkIn(app, feeling);
  await errand.prepare(app, folder);
  const kept = errand.name === 'erase' ? [] : await entryIds(app.page);
  let refusals = 0;
  const hadReserve = await app.page.evaluate(hasReserve);
  if (errand.fills === 'before') disk.fill();
  const begun = errand.begin(app, folder);
  if (errand.fills === 'during') {
    await begun;
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    disk.fill();
  }
  await begun;
  for (let done = await errand.answered(app.page); !done; done = await errand.answered(app.page)) {
    refusals += 1;
    if (refusals > 3) throw new Error(`${errand.name} is refused with room as well`);
    disk.makeRoom();
    await errand.begin(app, folder);
  }
  const gaveUpReserve = hadReserve && !(await app.page.evaluate(hasReserve));
  disk.makeRoom();
  return { refusals: refusals + ((await oneMore(app, errand)) ? 0 : 1), gaveUpReserve, kept };
}

/** The ids of the entries in the store, as the browser that failed still shows them. */
const entryIds = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('reverie');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const keys = database.transaction('entries').objectStore('entries').getAllKeys();
          keys.onerror = () => reject(keys.error);
          keys.onsuccess = () => {
            database.close();
            resolve(keys.result.map(String));
          };
        };
      }),
  );

async function problemsWith(app: OpenedApp, due: readonly string[], errand: Errand): Promise<string[]> {
  const { page, server } = app;
  await page.goto(`${server.url}/history`);
  if (errand.name === 'passphrase') await unlockWith(page, PASSPHRASE);
  const failure = page.locator('rv-journal-failure');
  await page.locator('rv-history rv-entry-row').first().or(failure).waitFor();
  if (await failure.isVisible()) return [`the journal does not open: ${await failure.evaluate(toldOf)}`];
  const there = new Set(await entryIds(page));
  const lost = due.filter((id) => !there.has(id));
  const problems = lost.length > 0 ? [`${lost.length} of ${due.length} entries are gone`] : [];
  if (there.size > due.length) problems.push(`${there.size - due.length} entries are there that were deleted`);
  if ((await page.getByText(/can’t be read/).count()) > 0) problems.push('an entry can’t be read');
  await oneMore(app, errand);
  return problems;
}

const toldOf = (element: Element): string => String((element as Element & { failure: unknown }).failure);

/** A check-in, as anybody goes on with. A journal with a passphrase asks for it in every page. Resolves with whether it was kept. */
async function oneMore({ page, server }: OpenedApp, errand: Errand): Promise<boolean> {
  await page.goto(`${server.url}/check-in`);
  if (errand.name === 'passphrase') await unlockWith(page, PASSPHRASE);
  await button(page, 'anxious').click();
  await button(page, 'Save').click();
  return told(page, 'Saved.');
}
