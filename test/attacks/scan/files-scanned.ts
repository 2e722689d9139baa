import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Server, startServer } from '../../../models/tools/serve';
import { unlockWith } from '../../e2e/walks/lock-walk';
import { hkdf, keyId, openBox, openOlder, recordContext } from '../../formats/vault-formats';
import type { Attack } from '../attack';
import { ownBrowser } from '../own-browser';
import { type Dump, dump } from './dump';
import { rootsBehind } from './keys-behind';
import { bytesBelow } from './leveldb';
import { NO_SECRETS, type Secrets, STEPS, type Step } from './protection-steps';

const KEY_BYTES = 32;
/** How long a handful of records may take to be sealed again, and how often that is looked for. */
const MOST_SEALING_MS = 60_000;
const LOOK_MS = 200;
/** Of 32 random bytes fewer are different once in 10^11 times. Most of what lies in the files, words and zeros, has fewer. */
const LEAST_DIFFERENT = 16;
/** The folders of a profile in which a page's data lies. The app's own files, which are in others, are the same for everybody. */
const FOLDERS = ['IndexedDB', 'Local Storage', 'Session Storage', 'File System', 'Service Worker/Database'];

/**
 * The app's reserve is 16 MiB of noise, whole or half written, which a slow machine takes before its files are scanned: trying all of
 * it takes ten minutes. Nothing else in the file system of so small a journal is as large. See: [Note: The reserve]
 */
const LEAST_NOISE_BYTES = 2 ** 18;

export const filesScanned: Attack = {
  name: 'files-scanned',
  does: 'after every way of changing the protection, tries each 32 bytes of the profile’s files, and every old secret, as a key',
  holds: 'none opens what was written after the change; the key of before is found, and opens what was there before',
  runs: 2,
  async run(runs, say) {
    const server = await startServer();
    const broken: string[] = [];
    const measured: string[] = [];
    try {
      for (let run = 0; run < runs; run++) {
        const { problems, tried } = await scanOnce(server, STEPS, say);
        broken.push(...problems.map((problem) => `run ${run}: ${problem}`));
        measured.push(`run ${run}: ${tried} candidates`);
      }
    } finally {
      await server.stop();
    }
    return { runs, broken, measured };
  },
};

/** One journal through these steps; the files are scanned after each. */
export async function scanOnce(server: Server, steps: readonly Step[], say: (line: string) => void) {
  const profile = mkdtempSync(join(tmpdir(), 'reverie-scan-'));
  const problems: string[] = [];
  const dumps: Dump[] = [];
  let secrets: Secrets = NO_SECRETS;
  let tried = 0;
  try {
    for (const step of [null, ...steps]) {
      const after = await inOwnBrowser(profile, server, secrets, step);
      const { present } = after;
      secrets = after.secrets;
      const files = FOLDERS.flatMap((folder) =>
        bytesBelow(join(profile, 'Default', folder)).filter(
          (bytes) => folder !== 'File System' || bytes.length < LEAST_NOISE_BYTES,
        ),
      );
      if (step) {
        const { opened, candidates, controls } = await attack(files, [...dumps, present], secrets, present);
        tried += candidates;
        problems.push(...opened.map((what) => `${step.what}: ${what}`));
        if (controls === 0) problems.push(`${step.what}: the scanner finds no key at all`);
        say(
          `${step.what}: ${candidates} candidates, ${controls} keys of before found, ${opened.length} open what came after`,
        );
      }
      dumps.push(present);
    }
    return { problems, tried };
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Starts the browser on `profile`, takes `step`, writes an entry, and ends the browser: also where something goes wrong. */
async function inOwnBrowser(profile: string, server: Server, before: Secrets, step: Step | null) {
  const browser = await ownBrowser(profile, ['--lang=en-GB']);
  try {
    const page = await browser.context.newPage();
    await page.goto(`${server.url}/settings`);
    if (before.passphrase) await unlockWith(page, before.passphrase);
    await page.locator('rv-settings-lock').waitFor();
    const secrets = step ? await step.page(page, before) : before;
    await checkIn(page);
    return { secrets, present: await sealedDump(page) };
  } finally {
    await browser.close();
  }
}

/** Everything that an attacker can open with the files, with the vault's records of all times, and with old secrets. */
async function attack(files: readonly Buffer[], all: readonly Dump[], { old, oldOutputs }: Secrets, present: Dump) {
  const { salt, key } = present.meta;
  const target = present.entries.at(-1)!;
  const context = recordContext('entries', target.id);
  const wraps = all.flatMap((one) => one.wraps);
  const olders = all.flatMap((one) => one.olders);
  const opened: string[] = [];
  const roots = new Map<string, Buffer>();
  const addRoot = (root: Buffer): void => {
    const id = keyId(root, salt).toString('hex');
    if (roots.has(id)) return;
    roots.set(id, root);
    for (const older of olders) {
      const below = tryTo(() => openOlder(older, root, salt));
      if (below) addRoot(below);
    }
  };
  for (const root of await rootsBehind(wraps, old, oldOutputs)) addRoot(root);
  const device = wraps.filter(({ kind }) => kind === 'device');
  const seen = new Set<string>();
  for (const bytes of files) {
    for (let at = 0; at + KEY_BYTES <= bytes.length; at++) {
      const candidate = bytes.subarray(at, at + KEY_BYTES);
      if (new Set(candidate).size < LEAST_DIFFERENT) continue;
      const text = candidate.toString('latin1');
      if (seen.has(text)) continue;
      seen.add(text);
      if (keyId(candidate, salt).equals(key)) opened.push('32 bytes of the files are the root key');
      if (tryTo(() => openBox(candidate, context, target.body)))
        opened.push('32 bytes of the files are the record key');
      for (const wrap of device) {
        const root = tryTo(() => wrap.rootUnder(candidate));
        if (root) addRoot(root);
      }
    }
  }
  if (roots.has(key.toString('hex'))) opened.push('an old secret or a key of the files opens the root key');
  const before = all.slice(0, -1).flatMap((one) => one.entries);
  const controls = [...roots.values()].filter((root) => opensSome(root, salt, before)).length;
  return { opened, candidates: seen.size, controls };
}

/** Whether the root of before opens what was there before: then the scanner would have found one that opens what came after. */
const opensSome = (root: Buffer, salt: Buffer, records: Dump['entries']): boolean =>
  records.some(({ id, body }) =>
    tryTo(() => openBox(hkdf(root, salt, 'reverie/records/1'), recordContext('entries', id), body)),
  );

function tryTo<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/** The records, once all of them are sealed with the key in use. */
async function sealedDump(page: Page): Promise<Dump> {
  for (let waitedMs = 0; waitedMs < MOST_SEALING_MS; waitedMs += LOOK_MS) {
    const found = await dump(page);
    if (!found.sealing) return found;
    await page.waitForTimeout(LOOK_MS);
  }
  throw new Error(`The records are still being sealed again after ${MOST_SEALING_MS} ms.`);
}

async function checkIn(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await page.getByRole('button', { name: 'Quick check-in' }).click();
  await page.getByRole('button', { name: 'calm' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('heading', { name: 'Saved.' }).waitFor();
}
