import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Response as Answer, OpenOptions } from '../../app/vision/protocol';
import { freshBuild } from '../../models/tools/build';
import { startServer } from '../../models/tools/serve';
import { ORT_WASM, readModels } from '../../sw/build/project';
import { readChunks } from '../build/chunks';
import { launch } from '../support/browser';
import { keptPaths, register } from './support';

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Starts the built vision worker as the app does, and resolves with the kind of its last answer. */
const openVision = (page: Page, script: string, options: OpenOptions): Promise<string> =>
  page.evaluate(
    ([address, open]) =>
      new Promise<string>((resolve) => {
        const worker = new Worker(address, { type: 'module' });
        worker.onerror = ({ message }) => resolve(`error: ${message}`);
        worker.onmessage = ({ data }: MessageEvent<Answer>) => {
          if (data.kind === 'progress') return;
          worker.terminate();
          resolve(data.kind === 'failed' ? `failed: ${data.code} ${data.detail}` : data.kind);
        };
        worker.postMessage({ id: 1, kind: 'open', options: open });
      }),
    [script, options] as const,
  );

test('the first recall keeps models and the one runtime in use, and the second needs no server', async (t) => {
  const dist = await freshBuild();
  const server = await startServer({ dist });
  t.after(server.stop);
  const page = await (await browser.newContext()).newPage();
  await register(page, server.url);
  const worker = [...readChunks(dist).values()].find(({ name }) => name === 'vision.worker')!;
  const options: OpenOptions = { baseUrl: `${server.url}/`, backend: 'wasm', threads: 1, fresh: false };

  assert.equal(await openVision(page, `/${worker.file}`, options), 'opened');
  await server.stop();
  assert.equal(await openVision(page, `/${worker.file}`, options), 'opened');

  const kept = await keptPaths(page);
  assert.equal(kept.filter((path) => path.startsWith('/models/')).length, Object.keys(readModels().models).length);
  assert.deepEqual(
    kept.filter((path) => path.startsWith('/ort/')).map((path) => path.split('/').at(-1)),
    [ORT_WASM.wasm],
  );
});
