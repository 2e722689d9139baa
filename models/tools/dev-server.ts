import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { PROJECT } from './build';
import { CHROMIUM_ARGS, chromiumPath, fakeCameraArgs } from './chromium';
import { pseudoLocales } from './words/pseudo-plugins';

export interface DevServer {
  /** Without a slash at the end. */
  readonly url: string;
  readonly vite: ViteDevServer;
}

/** Vite's usual one, and not that of `npm start`: a service worker that is installed there would answer for the sources. */
const DEV_PORT = 5173;

/** Serves the app from its sources, and loads the page again when one of them changes. 0 takes a free port. */
export async function startDevServer(port = DEV_PORT): Promise<DevServer> {
  const vite = await createServer({
    configFile: join(PROJECT, 'vite.config.ts'),
    root: join(PROJECT, 'app/start'),
    plugins: [pseudoLocales()],
    server: { port, strictPort: true },
  });
  await vite.listen();
  const address = vite.httpServer?.address();
  if (typeof address !== 'object' || !address) throw new Error('The server has no port.');
  return { url: `http://localhost:${address.port}`, vite };
}

/** Opens `url` in a Chromium with a fresh profile, whose camera plays `clip` in a loop and is granted without a question. */
export async function openWithCamera(url: string, clip: string, headless = false): Promise<BrowserContext> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    headless,
    args: [...CHROMIUM_ARGS, ...fakeCameraArgs(clip)],
  });
  // The size of the window is the person's to choose, a phone's included: see the device toolbar of the developer tools.
  const context = await browser.newContext({ viewport: null });
  await (await context.newPage()).goto(url);
  return context;
}
