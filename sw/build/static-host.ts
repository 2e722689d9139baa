import { readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type HeaderRule, headersFor, parseHeaders } from './headers.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.wasm': 'application/wasm',
  '.onnx': 'application/octet-stream',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
/** The `Content-Type` of a file, by its name. */
export const contentType = (file: string): string => TYPES[extname(file)] ?? 'application/octet-stream';

/** What shrinks. Pictures and fonts are compressed already. */
const SHRINKS = new Set(['.html', '.js', '.css', '.json', '.md', '.wasm', '.onnx', '.svg', '.webmanifest']);
/** What a content network uses on the fly: 11 would take a minute for the runtime and save a tenth. */
const BROTLI_QUALITY = 5;
const INSTRUCTIONS = new Set(['/_headers', '/_redirects']);

type Encoding = 'br' | 'gzip' | 'identity';

interface Body {
  readonly bytes: Buffer;
  readonly modified: number;
}

/**
 * Serves a build as a static host would: the headers of its `_headers`, compression, 304 for what the browser has, the page
 * for every address that is a screen, and 404 for files that are not there.
 */
export class StaticHost {
  readonly #folder: string;
  readonly #rules: readonly HeaderRule[];
  readonly #bodies = new Map<string, Body>();

  constructor(folder: string) {
    this.#folder = folder;
    this.#rules = parseHeaders(readFileSync(join(folder, '_headers'), 'utf8'));
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return this.#plain(response, 405, 'Method not allowed');
    const path = pathOf(request.url ?? '/');
    if (path === null) return this.#plain(response, 400, 'Bad request');
    const file = await this.#find(path);
    if (file === null) return this.#plain(response, 404, 'Not found');
    await this.#send(request, response, path, file);
  }

  /** The file for an address: itself, or the page where the address is a screen's. */
  async #find(path: string): Promise<string | null> {
    const file = path === '/' ? '/index.html' : path;
    if (INSTRUCTIONS.has(file)) return null;
    const found = await stat(join(this.#folder, file)).catch(() => null);
    if (found?.isFile()) return file;
    return extname(path) === '' ? '/index.html' : null;
  }

  async #send(request: IncomingMessage, response: ServerResponse, path: string, file: string): Promise<void> {
    const encoding = SHRINKS.has(extname(file)) ? accepted(request.headers['accept-encoding']) : 'identity';
    const { bytes, modified } = await this.#body(file, encoding);
    const etag = `"${modified.toString(36)}-${encoding}"`;
    response.setHeader('Content-Type', contentType(file));
    response.setHeader('Cache-Control', 'no-cache');
    for (const [name, value] of Object.entries(headersFor(this.#rules, path))) response.setHeader(name, value);
    response.setHeader('ETag', etag);
    response.setHeader('Vary', 'Accept-Encoding');
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304).end();
      return;
    }
    if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
    response.setHeader('Content-Length', bytes.length);
    response.writeHead(200).end(request.method === 'HEAD' ? undefined : bytes);
  }

  async #body(file: string, encoding: Encoding): Promise<Body> {
    const path = join(this.#folder, file);
    const modified = (await stat(path)).mtimeMs;
    const key = `${file} ${encoding}`;
    const known = this.#bodies.get(key);
    if (known?.modified === modified) return known;
    const body = { bytes: await compress(await readFile(path), encoding), modified };
    this.#bodies.set(key, body);
    return body;
  }

  #plain(response: ServerResponse, status: number, text: string): void {
    const headers = headersFor(this.#rules, '/404');
    response.writeHead(status, {
      ...headers,
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
    });
    response.end(text);
  }
}

/** The decoded path, or null for what is none or would leave the folder. */
function pathOf(url: string): string | null {
  try {
    const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname))
      .split(sep)
      .join('/');
    return path.startsWith('/') && !path.includes('\0') ? path : null;
  } catch {
    return null;
  }
}

const accepted = (header: string | string[] | undefined): Encoding => {
  const offered = String(header ?? '');
  return /\bbr\b/.test(offered) ? 'br' : /\bgzip\b/.test(offered) ? 'gzip' : 'identity';
};

const compress = (bytes: Buffer, encoding: Encoding): Promise<Buffer> | Buffer =>
  encoding === 'identity' ? bytes : encoding === 'br' ? brotli(bytes) : promisify(gzip)(bytes);

/** As a content network compresses; also what the size report counts with. */
export const brotli = (bytes: Buffer): Promise<Buffer> =>
  promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } });
