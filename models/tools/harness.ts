import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { build, type Connect, preview } from 'vite';
import { CHROMIUM_ARGS, chromiumPath, SWIFTSHADER_ARGS } from './chromium';

/** A page of a tool, open in headless Chromium, whose functions on `window` can be called from Node. */
export interface Harness {
  readonly page: Page;
  readonly url: string;
  /** Calls `window[name](...args)`; arguments and result must be JSON. */
  call<Result>(name: string, ...args: unknown[]): Promise<Result>;
  stop(): Promise<void>;
}

export interface HarnessOptions {
  /** Files of this machine served at these paths. */
  readonly inputs?: ReadonlyMap<string, string>;
  /** Folders served below these paths, beside models, runtime and ffmpeg. */
  readonly folders?: Readonly<Record<string, string>>;
}

const ORT_VERSION = (
  JSON.parse(readFileSync('node_modules/onnxruntime-web/package.json', 'utf8')) as { version: string }
).version;

const FOLDERS: Readonly<Record<string, string>> = {
  '/models/': 'models',
  [`/ort/${ORT_VERSION}/`]: 'node_modules/onnxruntime-web/dist',
  '/ffmpeg/': 'node_modules/@ffmpeg/core/dist/esm',
};

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** Cross-origin isolation gives wasm its threads, as the served app does. */
const HEADERS = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

/** Builds `folder/index.html` as the app is built, serves it on a free port and opens it. Run from the project's root. */
export async function startHarness(folder: string, options: HarnessOptions = {}): Promise<Harness> {
  const outDir = await mkdtemp(join(tmpdir(), 'reverie-harness-'));
  const common = { configFile: false as const, logLevel: 'error' as const, root: folder, publicDir: false as const };
  await build({
    ...common,
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0 },
  });
  const server = await preview({
    ...common,
    build: { outDir },
    preview: { port: 0, headers: HEADERS },
    plugins: [
      { name: 'harness-files', configurePreviewServer: ({ middlewares }) => void middlewares.use(serveFiles(options)) },
    ],
  });
  const url = server.resolvedUrls?.local[0] ?? '';
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [...CHROMIUM_ARGS, ...SWIFTSHADER_ARGS, '--enable-precise-memory-info'],
  });
  const page = await (await browser.newContext()).newPage();
  page.on('pageerror', (error) => console.error(`page: ${error.message}`));
  await page.goto(url);
  return {
    page,
    url,
    call: (name, ...args) =>
      page.evaluate(
        ([key, values]) => (window as never as Record<string, (...list: unknown[]) => never>)[key]!(...values),
        [name, args] as const,
      ),
    stop: async () => {
      await browser.close();
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}

/** Answers for the inputs and the mounted folders; everything else is the built page's. */
function serveFiles({ inputs, folders }: HarnessOptions): Connect.NextHandleFunction {
  const mounts = Object.entries({ ...FOLDERS, ...folders });
  return (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const mount = mounts.find(([prefix]) => path.startsWith(prefix));
    const file = inputs?.get(path) ?? (mount ? inside(mount[1], path.slice(mount[0].length)) : null);
    if (file === null || !existsSync(file) || !statSync(file).isFile()) return next();
    response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    sendPart(file, request.headers.range, response);
  };
}

/** Sends what `range` asks for (RFC 9110, 14.2), or all of it: a video of gigabytes is read in parts. */
function sendPart(file: string, range: string | undefined, response: ServerResponse): void {
  const { size } = statSync(file);
  const asked = /^bytes=(\d+)-(\d*)$/.exec(range ?? '');
  const start = Number(asked?.[1] ?? 0);
  const end = Math.min(size - 1, asked?.[2] ? Number(asked[2]) : size - 1);
  response.setHeader('Accept-Ranges', 'bytes');
  if (asked && start > end) {
    response.writeHead(416, { 'Content-Range': `bytes */${size}` }).end();
    return;
  }
  response.setHeader('Content-Length', Math.max(0, end - start + 1));
  if (asked) response.writeHead(206, { 'Content-Range': `bytes ${start}-${end}/${size}` });
  if (size === 0) response.end();
  else
    createReadStream(file, { start, end })
      .on('error', () => response.destroy())
      .pipe(response);
}

/** `path` inside `folder`, or null where it would lead out of it. */
function inside(folder: string, path: string): string | null {
  const root = resolve(folder);
  const file = resolve(root, path);
  return file.startsWith(`${root}/`) ? file : null;
}
