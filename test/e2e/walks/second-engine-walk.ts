import { readdirSync } from 'node:fs';
import { watch } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from '../../support/engines/engine';
import { fill, press, seen, tick } from '../../support/engines/on-screen';
import { PASSPHRASE } from './lock-walk';

/** Today -> a check-in is kept. */
export async function checkIn(engine: Engine, url: string): Promise<void> {
  await engine.goto(url);
  await press(engine, 'Quick check-in');
  await press(engine, 'calm');
  await press(engine, 'Save');
  await seen(engine, 'Saved.');
}

/** History -> the check-in is found by its feeling. */
export async function findCheckIn(engine: Engine, url: string): Promise<void> {
  await engine.goto(`${url}/history`);
  await fill(engine, 'Search your entries', 'calm');
  await seen(engine, 'One entry');
}

/** In the page: resolves once a service worker that has all of the app answers for it. */
export async function installed(): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  while (active!.state !== 'activated')
    await new Promise((resolve) => active!.addEventListener('statechange', resolve, { once: true }));
}

/** Settings -> a passphrase is set -> Settings. */
export async function lock(engine: Engine, url: string): Promise<void> {
  await engine.goto(`${url}/settings`);
  await press(engine, 'Set a passphrase');
  await press(engine, 'Choose a passphrase');
  await fill(engine, 'Passphrase', PASSPHRASE);
  await press(engine, 'Continue');
  await seen(engine, 'Write this down.');
  const code = await engine.run(codeGroups);
  await press(engine, 'I’ve got it');
  await fill(engine, 'Type group 4', code[3]!);
  await press(engine, 'Lock the journal');
  await seen(engine, 'Your journal is locked to you.');
  await press(engine, 'Done');
  await seen(engine, 'Lock now');
}

/** In the page: the groups of the recovery code. */
function codeGroups(): string[] {
  const roots: ParentNode[] = [document];
  for (const root of roots) {
    const groups = [...root.querySelectorAll('.code li')];
    if (groups.length > 0) return groups.map(({ textContent }) => textContent!.trim());
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
  }
  return [];
}

/** The lock screen, with what is typed and sent. */
export async function unlock(engine: Engine, secret: string): Promise<void> {
  await seen(engine, 'Your journal is locked.');
  await fill(engine, 'Passphrase or recovery code', secret);
  await press(engine, 'Unlock');
}

/** Settings -> a backup is saved, under the passphrase of the lock -> the path of the file. */
export async function saveBackup(engine: Engine): Promise<string> {
  await press(engine, 'Settings');
  await press(engine, 'Save a backup');
  await seen(engine, 'Saved and checked');
  return downloaded(engine.downloads);
}

/** The backup among the downloads, once all of it is there: a browser writes it under another name until then. */
async function downloaded(folder: string): Promise<string> {
  const changes = watch(folder, { signal: AbortSignal.timeout(30_000) });
  const find = (): string | undefined => readdirSync(folder).find((name) => /^Reverie .*\.reverie$/.test(name));
  if (!find()) for await (const _ of changes) if (find()) break;
  return join(folder, find()!);
}

/** Settings -> everything erased -> Today, as on a first visit. */
export async function eraseAll(engine: Engine): Promise<void> {
  await press(engine, 'Delete everything');
  await fill(engine, 'Type “delete”', 'delete');
  await press(engine, 'Delete everything');
  await press(engine, 'Back to Today');
  await seen(engine, 'Quick check-in');
}

export async function restore(engine: Engine, url: string, file: string): Promise<void> {
  await engine.goto(`${url}/restore`);
  await seen(engine, 'Choose a file');
  await engine.choose(fileField, file);
  await fill(engine, 'Passphrase or recovery code', PASSPHRASE);
  await press(engine, 'Open the backup');
  await seen(engine, 'This backup is intact');
  await press(engine, 'Restore one entry');
  await seen(engine, 'One entry is back');
}

/** In the page. */
function fileField(): Element | null {
  const roots: ParentNode[] = [document];
  for (const root of roots) {
    const field = root.querySelector('input[type=file]');
    if (field) return field;
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
  }
  return null;
}

/** Settings -> what reads a face is fetched and tested. */
export async function testReader(engine: Engine): Promise<void> {
  await press(engine, 'Settings');
  await press(engine, 'This device');
  await press(engine, 'Test this device');
  await seen(engine, 'The processor passed its test');
}

/** Today -> consent -> the camera is open and a face is looked for, which the stand-in for one does not show. */
export async function toCamera(engine: Engine): Promise<void> {
  await press(engine, 'Today');
  await press(engine, 'Relive it');
  await press(engine, 'Continue');
  await tick(engine, 'Read my face while I remember');
  await press(engine, 'I’m 18 or older, and I agree');
  await press(engine, 'Turn on the camera');
  await seen(engine, 'Get comfortable.');
  await seen(engine, 'Continue anyway');
}
