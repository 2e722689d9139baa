import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Connect, Plugin, ViteDevServer } from 'vite';
import { headersFor, parseHeaders } from './headers.ts';
import { ORT_PACKAGE } from './ort.ts';
import { PROJECT } from './project.ts';
import { pictures, staticFiles } from './static-files.ts';
import { contentType } from './static-host.ts';

/** Marks the styles of Vite's own error screen, so that the app's policy can stand as it is. */
const NONCE = 'development';

/** Pages beside the app's own, by address. */
const PAGES: Readonly<Record<string, string>> = {
  '/rescue.html': 'app/rescue/rescue.html',
  '/preview': 'test/support/preview/index.html',
  '/preview/frame': 'test/support/preview/frame.html',
};

const pathTo = (file: string): string => fileURLToPath(new URL(file, PROJECT));

/**
 * Lets `vite` serve the app from its sources: the files that the build copies, the pages beside the app's own, and the headers
 * of `assets/_headers`, so that what the policy forbids is noticed at once. There is no service worker: nothing is kept.
 */
export const serveSources = (): Plugin => ({
  name: 'reverie:serve-sources',
  apply: (_config, { command, isPreview }) => command === 'serve' && !isPreview,
  config: () => ({
    html: { cspNonce: NONCE },
    server: { host: '127.0.0.1', fs: { allow: [fileURLToPath(PROJECT)] } },
    optimizeDeps: {
      // All of them at once: one that is found later, behind a lazy screen, would load the page again.
      entries: ['app', 'test/support/preview'].map((folder) => pathTo(`${folder}/**/*.ts`)),
      // The scan passes over an import that stands behind a condition.
      include: ['urlpattern-polyfill'],
      exclude: [ORT_PACKAGE],
    },
  }),
  configureServer: (server) => {
    server.middlewares.use(withHeaders());
    server.middlewares.use(servePages(server));
    server.middlewares.use(serveCopiedFiles());
  },
  transformIndexHtml: { order: 'pre', handler: (html, { filename }) => withFullPaths(html, filename) },
});

/** The headers of every answer, but for how long it may be kept: a source file changes. */
function withHeaders(): Connect.NextHandleFunction {
  const rules = parseHeaders(readFileSync(new URL('assets/_headers', PROJECT), 'utf8'));
  return (request, response, next) => {
    const { 'Cache-Control': _, ...headers } = headersFor(rules, pathOf(request));
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, forSources(value));
    next();
  };
}

/** A header as the sources need it: Vite styles its error screen, and the preview shows a view inside a page of its own. */
const forSources = (header: string): string =>
  header
    .replace("style-src 'self'", `style-src 'self' 'nonce-${NONCE}'`)
    .replace("frame-ancestors 'none'", "frame-ancestors 'self'");

/** Answers for the pages beside the app's own. */
function servePages({ transformIndexHtml }: ViteDevServer): Connect.NextHandleFunction {
  return (request, response, next) => {
    const page = PAGES[pathOf(request)];
    if (!page) return next();
    const file = pathTo(page);
    readFile(file, 'utf8')
      .then((html) => transformIndexHtml(`/@fs${file}`, html, request.originalUrl))
      .then((html) => response.setHeader('Content-Type', contentType(file)).end(html))
      .catch(next);
  };
}

/** Answers for what the build copies as it is, and says that there is no service worker. */
function serveCopiedFiles(): Connect.NextHandleFunction {
  const files = new Map([...staticFiles(), ...pictures()].map(([from, to]) => [`/${to}`, from]));
  return (request, response, next) => {
    const path = pathOf(request);
    const file = files.get(path);
    if (file && existsSync(pathTo(file))) send(response, pathTo(file));
    else if (path === '/sw.js') response.writeHead(404).end();
    else next();
  };
}

function send(response: ServerResponse, file: string): void {
  response.setHeader('Content-Type', contentType(file));
  response.setHeader('Cache-Control', 'no-cache');
  createReadStream(file).pipe(response);
}

const pathOf = (request: Connect.IncomingMessage): string => new URL(request.url ?? '/', 'http://localhost').pathname;

/** Sources lie outside of Vite's root, so a page's relative addresses are written as it serves those files. */
const withFullPaths = (html: string, page: string): string =>
  html.replace(
    /\b(href|src)="(\.\.?\/[^"]+)"/g,
    (_match, name, path) => `${name}="/@fs${resolve(dirname(page), path)}"`,
  );
