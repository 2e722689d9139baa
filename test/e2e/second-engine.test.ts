import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { PROJECT } from '../../models/tools/build';
import { startServer } from '../../models/tools/serve';
import { abilities } from '../support/engines/abilities';
import { firefoxPath, startFirefox } from '../support/engines/firefox';
import { press, seen } from '../support/engines/on-screen';
import { startWebKit, webkitPath } from '../support/engines/webkit';
import { openApp } from './app';
import { PASSPHRASE } from './walks/lock-walk';
import {
  checkIn,
  eraseAll,
  findCheckIn,
  installed,
  lock,
  restore,
  saveBackup,
  testReader,
  toCamera,
  unlock,
} from './walks/second-engine-walk';

/** The engines beside Chromium's, and what to install where one is missing. */
const ENGINES = [
  { name: 'Firefox', find: firefoxPath, start: startFirefox, missing: 'no Firefox: install it, or set FIREFOX_PATH' },
  {
    name: 'WebKitGTK',
    find: webkitPath,
    start: startWebKit,
    missing: 'no WebKitGTK: on Debian, install webkit2gtk-driver and xvfb',
  },
] as const;

for (const { name, find, start, missing } of ENGINES) {
  test(`${name}: a check-in is saved, found, locked, unlocked, erased and restored`, {
    timeout: 600_000,
  }, async (t) => {
    const path = find();
    if (!path) return t.skip(missing);
    let server = await startServer();
    t.after(() => server.stop());
    const { url, port } = server;
    const engine = await start(path);
    t.after(() => engine.close());
    t.diagnostic(engine.name);

    await t.test('a check-in is saved, and found after a reload', async () => {
      await checkIn(engine, url);
      await engine.reload();
      await findCheckIn(engine, url);
    });

    await t.test('it is found without a network', async () => {
      await engine.run(installed);
      await server.stop();
      await findCheckIn(engine, url);
      server = await startServer({ port });
    });

    await t.test('locked with a passphrase, the journal asks after a reload, and opens', async () => {
      await lock(engine, url);
      await engine.reload();
      await unlock(engine, 'not this one');
      await seen(engine, 'That didn’t unlock it.');
      await engine.reload();
      await unlock(engine, PASSPHRASE);
      await press(engine, 'History');
      await seen(engine, 'Calm');
    });

    await t.test('a backup is saved, everything erased, the backup restored', async () => {
      const file = await saveBackup(engine);
      await eraseAll(engine);
      await restore(engine, url, file);
      await press(engine, 'History');
      await seen(engine, 'Calm');
    });

    await t.test('what reads a face passes its test, and looks at the camera', async () => {
      await testReader(engine);
      await toCamera(engine);
    });

    await t.test('it can do what docs/browsers.md says, and no more', async () => {
      compareWithDocs(t, engine.name, await engine.run(abilities));
    });
    assert.deepEqual(await engine.wrongs(), []);
  });
}

test('Chromium can do what docs/browsers.md says, and no more', async (t) => {
  const app = await openApp({ args: ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'] });
  t.after(() => app.close());
  compareWithDocs(t, `Chromium ${app.context.browser()!.version()}`, await app.page.evaluate(abilities));
});

/** What the table of docs/browsers.md says of an engine: its version, and what it can do. */
function documented(engine: string): { version: string; can: Record<string, boolean> } {
  const text = readFileSync(join(PROJECT, 'docs/browsers.md'), 'utf8');
  const rows = text.split('\n').filter((line) => line.startsWith('| '));
  const [head = [], ...body] = rows.map((line) => line.split('|').map((cell) => cell.trim()));
  const column = head.findIndex((title) => title.startsWith(`${engine} `));
  assert.ok(column > 0, `docs/browsers.md has no column for ${engine}`);
  const answers = { yes: true, no: false } as Record<string, boolean>;
  return {
    version: head[column]!,
    can: Object.fromEntries(body.map((cells) => [cells[1]!, answers[cells[column]!]!])),
  };
}

/** The document is about one version; of another one it is only told what differs. */
function compareWithDocs(t: TestContext, engine: string, can: Record<string, boolean>): void {
  const { version, can: said } = documented(engine.split(' ')[0]!);
  assert.deepEqual(Object.keys(said).sort(), Object.keys(can).sort(), 'the rows of docs/browsers.md');
  const differing = Object.keys(can).filter((what) => can[what] !== said[what]);
  const sameVersion = version.split('.')[0] === engine.split('.')[0];
  if (sameVersion) assert.deepEqual(differing, [], `${engine} and docs/browsers.md`);
  else
    t.diagnostic(`${engine}; docs/browsers.md is about ${version}. What differs: ${differing.join(', ') || 'nothing'}`);
}
