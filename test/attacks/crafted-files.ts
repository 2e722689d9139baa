import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ARGON2ID_COSTS, MOST_COSTS, PBKDF2_COSTS } from '../../app/journal/vault/kdf-costs';
import { openApp } from '../e2e/app';
import type { Attack } from './attack';
import { backupOf, CODE, codeWrap, packedText, wrapWith } from './crafted-backups';
import { peakRendererMiB } from './renderer-memory';

/** How long a file may be looked at before it is refused, and how long Cancel may take, in milliseconds. */
const REFUSED_MS = 2_000;
const CANCELLED_MS = 1_000;
/** When Cancel is pressed, unless the file was refused before. */
const PATIENCE_MS = 1_500;

type Where = '/restore' | '/rescue.html' | '/import';

export interface CraftedFile {
  readonly name: string;
  readonly where: Where;
  /** The most that may be needed for it, else it must be refused. */
  readonly isAllowed?: true;
  bytes(): Promise<Buffer>;
}

const MEBI = 1024 * 1024;
const GIBI_COSTS = { memoryKib: 1_048_576, passes: 64, lanes: 16 };
/** The most that is still tried: four times our own costs. */
const TRIED_COSTS = { ...ARGON2ID_COSTS, memoryKib: MOST_COSTS.memoryKib };
const nothing = () => packedText('', 0);
const tried = async () =>
  backupOf(
    [1, 2, 3, 4, 5, 6].map((id) => wrapWith('argon2id', TRIED_COSTS, id)),
    await nothing(),
  );
const JOURNAL_HEAD = '{"format":"reverie-journal","version":1,"entries":[\n';

export const CRAFTED_FILES: readonly CraftedFile[] = [
  {
    name: 'costs of 1 GiB',
    where: '/restore',
    bytes: async () => backupOf([wrapWith('argon2id', GIBI_COSTS)], await nothing()),
  },
  {
    name: '20,000,000 rounds',
    where: '/restore',
    bytes: async () => backupOf([wrapWith('pbkdf2-sha256', { iterations: 20_000_000 })], await nothing()),
  },
  {
    name: '110 wraps',
    where: '/restore',
    bytes: async () =>
      backupOf(
        Array.from({ length: 110 }, (_, id) => wrapWith('argon2id', { ...ARGON2ID_COSTS }, id)),
        await nothing(),
      ),
  },
  { name: 'the highest costs, six times', where: '/restore', isAllowed: true, bytes: tried },
  { name: 'the highest costs, six times', where: '/rescue.html', isAllowed: true, bytes: tried },
  {
    name: 'the most rounds, six times',
    where: '/restore',
    isAllowed: true,
    bytes: async () =>
      backupOf(
        [1, 2, 3, 4, 5, 6].map((id) => wrapWith('pbkdf2-sha256', { iterations: 5 * PBKDF2_COSTS.iterations }, id)),
        await nothing(),
      ),
  },
  {
    name: 'a header of 60 kB',
    where: '/restore',
    bytes: async () => backupOf([codeWrap()], await nothing(), { more: 'x'.repeat(60_000) }),
  },
  {
    name: 'one line of 2 GB',
    where: '/restore',
    bytes: async () => backupOf([codeWrap()], await packedText('x'.repeat(MEBI), 2_000)),
  },
  {
    name: 'lists 15 million deep',
    where: '/restore',
    bytes: async () => backupOf([codeWrap()], await packedText('['.repeat(MEBI), 15)),
  },
  {
    name: '5 million empty lists',
    where: '/restore',
    bytes: async () => backupOf([codeWrap()], await packedText('[],'.repeat(MEBI), 5)),
  },
  {
    name: '400 million lines',
    where: '/restore',
    isAllowed: true,
    bytes: async () => backupOf([codeWrap()], await packedText('{}\n'.repeat(MEBI / 2), 800)),
  },
  {
    name: '400 million lines',
    where: '/rescue.html',
    isAllowed: true,
    bytes: async () => backupOf([codeWrap()], await packedText('{}\n'.repeat(MEBI / 2), 800)),
  },
  {
    name: 'lists 60 million deep',
    where: '/import',
    bytes: async () => Buffer.from(`{"format":"reverie-journal","a":${'['.repeat(60e6)}`),
  },
  {
    name: '20 million empty lists',
    where: '/import',
    bytes: async () => Buffer.from(`{"format":"reverie-journal","a":[${'[],'.repeat(20e6)}`),
  },
  { name: 'one line of 100 MB', where: '/import', bytes: async () => Buffer.from(JOURNAL_HEAD + 'x'.repeat(100e6)) },
  { name: '90 million commas', where: '/import', bytes: async () => Buffer.from(`date,note\n${','.repeat(90e6)}`) },
  {
    name: '45 million rows',
    where: '/import',
    isAllowed: true,
    bytes: async () => Buffer.from(`date,note\n${',\n'.repeat(45e6)}`),
  },
  {
    name: '33 million entries',
    where: '/import',
    isAllowed: true,
    bytes: async () => Buffer.from(JOURNAL_HEAD + '{}\n'.repeat(33e6)),
  },
];

export interface Endured {
  readonly end: 'refused' | 'cancelled';
  readonly tookMs: number;
  readonly peakMiB: number | null;
}

/** Gives the file to the app in a browser of its own, and cancels what isn't refused. */
export async function endure({ where, bytes }: CraftedFile, { patienceMs = PATIENCE_MS } = {}): Promise<Endured> {
  const folder = mkdtempSync(join(tmpdir(), 'reverie-crafted-'));
  const path = join(folder, where === '/import' ? 'crafted.json' : 'crafted.reverie');
  writeFileSync(path, await bytes());
  const app = await openApp();
  try {
    const { page } = app;
    await page.locator('rv-today').waitFor();
    await page.goto(`${app.server.url}${where}`);
    const input = page.locator('input[type=file]').first();
    await input.waitFor({ state: 'attached' });
    await input.setInputFiles(path);
    if (where !== '/import') await giveCode(page);
    const refusal = page
      .locator('rv-notice[tone=bad], rv-notice[tone=warn]')
      .or(page.getByText(/needs a newer version/))
      .first();
    const started = performance.now();
    const refused = (): Endured => ({
      end: 'refused',
      tookMs: performance.now() - started,
      peakMiB: peakRendererMiB(),
    });
    const isRefused = await refusal.waitFor({ timeout: patienceMs }).then(
      () => true,
      () => false,
    );
    if (isRefused) return refused();
    const cancel = page.getByRole('button', { name: 'Cancel' });
    await cancel.or(refusal).first().waitFor();
    if (await refusal.isVisible()) return refused();
    const cancelling = performance.now();
    await cancel.click();
    await page.locator('rv-progress').waitFor({ state: 'detached' });
    return { end: 'cancelled', tookMs: performance.now() - cancelling, peakMiB: peakRendererMiB() };
  } finally {
    await app.close();
    rmSync(folder, { recursive: true });
  }
}

/** Where a backup is refused by its header, nothing is asked. */
async function giveCode(page: Page): Promise<void> {
  const field = page.locator('rv-unlock input');
  await field.or(page.locator('rv-notice[tone=bad]')).first().waitFor();
  if (!(await field.isVisible())) return;
  await field.fill(CODE);
  await page.getByRole('button', { name: 'Open the backup' }).click();
}

/** What is wrong with how a file ended; null if nothing is. What can be cancelled may be refused as late as it likes. */
export function faultOf({ isAllowed }: CraftedFile, { end, tookMs }: Endured): string | null {
  if (end === 'cancelled' && !isAllowed) return `not refused within ${PATIENCE_MS} ms`;
  if (end === 'refused' && isAllowed) return null;
  return tookMs > (end === 'refused' ? REFUSED_MS : CANCELLED_MS) ? `${end} after ${Math.round(tookMs)} ms` : null;
}

export const craftedFiles: Attack = {
  name: 'crafted-files',
  does: `gives ${CRAFTED_FILES.length} files to the restore screen, the rescue page and the import that ask for hours, or for gigabytes`,
  holds: 'each is refused within 2 s, or Cancel ends it within 1 s',
  runs: CRAFTED_FILES.length,
  async run(runs, say) {
    const broken: string[] = [];
    const peaks: number[] = [];
    for (let run = 0; run < runs; run++) {
      const file = CRAFTED_FILES[run % CRAFTED_FILES.length]!;
      const endured = await endure(file);
      const { end, tookMs, peakMiB } = endured;
      say(`${file.where}, ${file.name}: ${end} after ${Math.round(tookMs)} ms, at most ${peakMiB ?? '?'} MiB`);
      const fault = faultOf(file, endured);
      if (fault) broken.push(`${file.where}, ${file.name}: ${fault}`);
      if (peakMiB !== null) peaks.push(peakMiB);
    }
    return { runs, broken, measured: peaks.length > 0 ? [`peak memory of a page ${Math.max(...peaks)} MiB`] : [] };
  },
};
