import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { buildInto, PROJECT } from '../../models/tools/build';
import { TOGETHER } from '../../sw/build/chunk-groups';
import { ORT_VERSION, ORT_WASM, PROJECT as ROOT, readModels } from '../../sw/build/project';
import { type Chunk, entryOf, reachable, readChunks } from './chunks';

let dist: string;
let files: string[];
let chunks: ReadonlyMap<string, Chunk>;

before(async () => {
  dist = await buildInto(await mkdtemp(join(tmpdir(), 'reverie-build-')));
  files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
  chunks = readChunks(dist);
});
after(() => rm(dist, { recursive: true }));

const read = (file: string): string => readFileSync(join(dist, file), 'utf8');
const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
const named = (pattern: RegExp): Chunk[] => [...chunks.values()].filter(({ name }) => pattern.test(name));

test('each wasm of the runtime is there once, where the vision worker looks for it, and nothing else is', () => {
  const wasm = files.filter((file) => file.endsWith('.wasm')).sort();
  assert.deepEqual(
    wasm,
    Object.values(ORT_WASM)
      .map((file) => `ort/${ORT_VERSION}/${file}`)
      .sort(),
  );
});

test('of simple-statistics only what is called comes into a script: no class that nobody makes', () => {
  const holding = (text: string) => files.filter((file) => file.endsWith('.js') && read(file).includes(text));
  assert.notDeepEqual(holding('quantile requires at least one data point'), []);
  assert.deepEqual(holding('prototype.train'), []);
});

test('an import waits for nothing but its script: no script brings a style sheet of its own', () => {
  const scripts = files.filter((file) => /^assets\/(?!rescue-).*\.js$/.test(file));
  assert.deepEqual(
    scripts.filter((file) => read(file).includes('preloadError')),
    [],
  );
  // A hash is eight letters, and a dash may be one of them.
  const sheets = files.filter((file) => file.endsWith('.css')).map((file) => file.replace(/-[\w-]{8}\.css$/, ''));
  assert.deepEqual(sheets.sort(), ['assets/index', 'assets/rescue'], 'each is named in its page');
});

test('of Chart.js only what is registered comes into a script', () => {
  const holding = (text: string) => files.filter((file) => file.endsWith('.js') && read(file).includes(text));
  assert.notDeepEqual(holding('scatter'), []);
  for (const unused of ['timeseries', 'angleLines', 'doughnut']) assert.deepEqual(holding(unused), [], unused);
});

test('each model is the one models.json names', () => {
  const models = Object.values(readModels().models);
  assert.deepEqual(
    files.filter((file) => file.endsWith('.onnx')).sort(),
    models.map(({ file }) => `models/${file}`).sort(),
  );
  for (const { file, sha256 } of models) assert.equal(hashOf(join(dist, 'models', file)), sha256, file);
});

test('the page holds no inline script or style and asks no other origin', () => {
  const html = read('index.html');
  assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=|javascript:/i);
  for (const script of html.match(/<script[^>]*>[^<]*/g) ?? []) assert.match(script, /src="\/[^"]+">\s*$/);
  for (const [, address] of html.matchAll(/(?:src|href)="([^"]*)"/g)) assert.match(address!, /^\/(?!\/)/);
  assert.equal(html, read('404.html'));
});

test('the rescue page is whole in itself: no script of the app is in it, and it is there without a network', () => {
  const html = read('rescue.html');
  assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=|javascript:/i);
  const own = [...html.matchAll(/<script[^>]* src="\/(assets\/[^"]+)"/g)].map(([, file]) => file!);
  assert.equal(own.length, 1);
  const rescue = reachable(chunks, own[0]!, () => true);
  const app = reachable(chunks, entryOf(dist), () => true);
  assert.deepEqual(
    [...rescue].filter((file) => app.has(file)),
    [],
  );
  const workers = [...rescue].flatMap((file) => read(file).match(/assets\/[\w.-]*kdf\.worker[\w.-]*/g) ?? []);
  assert.ok(
    workers.length > 0 && workers.every((file) => file.startsWith('assets/rescue-')),
    'what opens a passphrase',
  );
  for (const file of ['rescue.html', ...rescue]) assert.ok(read('sw.js').includes(`"${file}"`), file);
});

test('no script or style sheet fetches from another origin', () => {
  const fetched =
    /(?:import\s*\(?|from|fetch\(|importScripts\(|url\(|new (?:Worker|Request|EventSource|WebSocket)\()\s*["'`]?(?:https?:|wss?:)?\/\/[\w.-]+/g;
  for (const file of files.filter((name) => /\.(js|css)$/.test(name)))
    assert.deepEqual(read(file).match(fetched) ?? [], [], file);
});

test('style sheets and scripts hold no data: picture or font, which the policy would block', () => {
  for (const file of files.filter((name) => /\.(css)$/.test(name)))
    assert.doesNotMatch(read(file), /url\(["']?data:/, file);
  assert.doesNotMatch(read(entryOf(dist)), /data:(image|font)/);
});

test('nothing tells where it was built', () => {
  assert.deepEqual(
    files.filter((file) => file.endsWith('.map')),
    [],
  );
  for (const file of files.filter((name) => /\.(js|css|html|webmanifest)$/.test(name))) {
    assert.ok(!read(file).includes(PROJECT), file);
    assert.doesNotMatch(read(file), /sourceMappingURL/, file);
  }
});

test('the service worker lies at the root, in one piece, and lists what is there', () => {
  const worker = read('sw.js');
  assert.doesNotMatch(worker, /importScripts|^import |workbox-cdn|__WB_MANIFEST/m);
  const listed = [...worker.matchAll(/"url":"([^"]+)"/g)].map(([, url]) => url!);
  assert.ok(listed.includes('index.html') && listed.includes(entryOf(dist)));
  for (const url of listed) assert.ok(existsSync(join(dist, url)), url);
  for (const file of chunks.keys()) assert.ok(listed.includes(file), `${file} would be missing offline`);
});

test('what travels together is there, and comes in one script', () => {
  for (const [name, paths] of Object.entries(TOGETHER)) {
    for (const path of paths) assert.ok(existsSync(new URL(path, ROOT)), `${path} has moved`);
    assert.equal(named(new RegExp(`^${name}$`)).length, 1, name);
  }
});

test('no script waits for one that waits for it', () => {
  for (const { file, imports } of chunks.values())
    for (const needed of imports) assert.ok(!reachable(chunks, needed).has(file), `${file} and ${needed}`);
});

test('the runtime is a chunk of its own, or its threads would start our worker instead of theirs', () => {
  const [worker] = named(/^vision\.worker$/);
  const runtimes = named(/^ort\./);
  assert.deepEqual(runtimes.map(({ name }) => name.split('.')[1]).sort(), Object.keys(ORT_WASM).sort());
  for (const { file } of runtimes) {
    const needed = reachable(chunks, file);
    assert.ok(!needed.has(worker!.file), file);
    assert.ok(!needed.has(entryOf(dist)), file);
    for (const other of needed)
      if (other !== file) assert.match(other, /rolldown-runtime/, `${file} also runs ${other}`);
  }
  assert.ok(worker!.dynamicImports.length >= runtimes.length, 'only the runtime that fits is fetched');
});

test('headers, licences and the fonts of the first view are in the build', () => {
  for (const file of ['_headers', '_redirects', 'LICENSE', 'THIRD_PARTY.md', 'licences.md', 'licences/inter.txt'])
    assert.ok(files.includes(file), file);
  for (const font of ['inter', 'newsreader'])
    assert.ok(
      files.some((file) => new RegExp(`^assets/${font}-latin-[\\w-]+\\.woff2$`).test(file)),
      font,
    );
});

test('the licence of everything that is bundled is told, and THIRD_PARTY.md names it', () => {
  const [, inApp = ''] = /## In the app\n([\s\S]*?)\n## /.exec(read('THIRD_PARTY.md')) ?? [];
  const listed = [...inApp.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name!);
  const inPage = [...read('licences.md').matchAll(/^## (\S+) - /gm)].map(([, name]) => name!);
  assert.ok(inPage.includes('lit'));
  assert.deepEqual(
    inPage.filter((name) => !listed.includes(name)),
    [],
  );
  // Fonts, the service worker and the workers are no part of the page's scripts.
  const texts = ['hash-wasm', 'inter', 'newsreader', 'workbox'].filter((name) =>
    files.includes(`licences/${name}.txt`),
  );
  const told = (name: string): boolean =>
    name === 'onnxruntime-web' || texts.some((text) => name.startsWith(text) || name.endsWith(`/${text}`));
  assert.deepEqual(
    listed.filter((name) => !inPage.includes(name) && !told(name)),
    [],
  );
});
