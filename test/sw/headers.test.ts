import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Server, startServer } from '../../models/tools/serve';
import { headersFor, parseHeaders } from '../../sw/build/headers';
import { ORT_VERSION, ORT_WASM, readModels } from '../../sw/build/project';

let server: Server;
before(async () => {
  server = await startServer();
});
after(() => server?.stop());

const get = (path: string, init: RequestInit = {}): Promise<Response> => fetch(server.url + path, init);

/** Without its body, which nobody reads: a HEAD. */
const headers = async (path: string): Promise<Headers> => (await get(path, { method: 'HEAD' })).headers;

test('every answer carries the policy and the isolation that wasm threads need', async () => {
  for (const path of ['/', '/history', '/sw.js', '/manifest.webmanifest', '/none.js']) {
    const found = await headers(path);
    const policy = found.get('content-security-policy') ?? '';
    for (const part of [
      "default-src 'self'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "object-src 'none'",
      "base-uri 'self'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ])
      assert.ok(policy.split('; ').includes(part), `${path}: ${part}`);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|data:|blob:|https?:|\*/, path);
    assert.equal(found.get('cross-origin-opener-policy'), 'same-origin', path);
    assert.equal(found.get('cross-origin-embedder-policy'), 'require-corp', path);
    assert.equal(found.get('cross-origin-resource-policy'), 'same-origin', path);
    assert.equal(found.get('x-content-type-options'), 'nosniff', path);
    assert.equal(found.get('referrer-policy'), 'no-referrer', path);
    assert.match(found.get('permissions-policy') ?? '', /camera=\(self\).*microphone=\(\)/, path);
  }
});

test('what has a version in its address is kept for good; page and service worker are always asked for', async () => {
  const { iris } = readModels().models;
  const script = /src="(\/assets\/[^"]+)"/.exec(await (await get('/')).text())![1]!;
  for (const path of [
    script,
    `/ort/${ORT_VERSION}/${ORT_WASM.wasm}`,
    `/models/${iris!.file}?v=${iris!.sha256.slice(0, 8)}`,
  ])
    assert.match((await headers(path)).get('cache-control') ?? '', /max-age=31536000, immutable/, path);
  for (const path of ['/', '/history', '/index.html', '/sw.js', '/manifest.webmanifest'])
    assert.equal((await headers(path)).get('cache-control'), 'no-cache', path);
});

test('types are the ones browsers insist on', async () => {
  const types = {
    [`/ort/${ORT_VERSION}/${ORT_WASM.wasm}`]: 'application/wasm',
    '/manifest.webmanifest': 'application/manifest+json',
    '/sw.js': 'text/javascript; charset=utf-8',
    '/history': 'text/html; charset=utf-8',
    '/icons/favicon.svg': 'image/svg+xml',
  };
  for (const [path, type] of Object.entries(types)) assert.equal((await headers(path)).get('content-type'), type);
});

test('text is compressed, the browser that has it is told so, and nothing outside the build is served', async () => {
  const packed = await get('/', { headers: { 'Accept-Encoding': 'br' } });
  assert.equal(packed.headers.get('content-encoding'), 'br');
  const again = await get('/', { headers: { 'Accept-Encoding': 'br', 'If-None-Match': packed.headers.get('etag')! } });
  assert.equal(again.status, 304);
  assert.equal((await get('/%2e%2e/package.json')).status, 404);
  assert.equal((await get('/%')).status, 400);
  assert.equal((await get('/_headers')).status, 404);
  assert.equal((await get('/', { method: 'POST' })).status, 405);
});

test('a slip in the headers file is an error, not a header less', () => {
  assert.deepEqual(headersFor(parseHeaders('# c\n/*\n  A: 1\n\n/x\n  B: 2: 3\n'), '/x'), { A: '1', B: '2: 3' });
  assert.throws(() => parseHeaders('/*\n  no colon here\n'), /no colon here/);
  assert.throws(() => parseHeaders('  A: 1\n'), /A: 1/);
});
