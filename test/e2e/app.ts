import AxeModule from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { fakeCameraArgs } from '../../models/tools/chromium';
import { type Server, startServer } from '../../models/tools/serve';
import { launch } from '../support/browser';

/** The built app in a browser with a fresh profile, and everything it must never do, as it happens. */
export interface OpenedApp {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly server: Server;
  /** Requests to another origin, CSP violations and uncaught errors: empty in every test. */
  readonly wrongs: string[];
  close(): Promise<void>;
}

export interface AppOptions {
  /** An .mjpeg file the camera plays; without it there is no camera at all. */
  readonly clip?: string;
  readonly args?: readonly string[];
  readonly context?: BrowserContextOptions;
  readonly server?: Server;
}

export const PHONE = { width: 390, height: 844 };

/** Starts server and browser and opens the app at `/`. */
export async function openApp({ clip, args = [], context: options = {}, server }: AppOptions = {}): Promise<OpenedApp> {
  const serving = server ?? (await startServer());
  const browser: Browser = await launch({ args: [...(clip ? fakeCameraArgs(clip) : []), ...args] });
  const context = await browser.newContext({
    viewport: PHONE,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    ...options,
  });
  const wrongs: string[] = [];
  await watch(context, serving.url, wrongs);
  const page = await context.newPage();
  await page.goto(serving.url);
  return {
    page,
    context,
    server: serving,
    wrongs,
    close: async () => {
      await browser.close();
      // A test of life without a network has stopped it already.
      await serving.stop().catch(() => undefined);
    },
  };
}

async function watch(context: BrowserContext, origin: string, wrongs: string[]): Promise<void> {
  context.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`)) wrongs.push(`request to ${request.url()}`);
  });
  context.on('weberror', (error) => wrongs.push(`uncaught: ${error.error().message}`));
  context.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) wrongs.push(`CSP: ${message.text()}`);
  });
}

/** Waits for fonts and for every transition that ends, those in shadow roots included. */
export const settle = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    // A loop, not a named function: those do not survive the way from the tool into the page.
    const animations: Animation[] = [];
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots) {
      animations.push(...root.getAnimations());
      for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
    }
    const ending = animations.filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.all(ending.map(({ finished }) => finished.catch(() => undefined)));
  });

/** Every finding of axe on the page once it stands still, all shadow roots included: half way to a colour nothing has contrast. */
export async function axeFindings(page: Page): Promise<string[]> {
  await settle(page);
  // As an expression of the debugger, not as a script element: the page's own policy stays in force.
  await page.evaluate(AxeModule.source);
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof AxeModule };
    return (await axe.run(document)).violations.map(({ id, nodes }) => ({
      id,
      targets: nodes.map((node) => String(node.target)),
    }));
  });
  return violations.map(({ id, targets }) => `${id}: ${targets.join(' | ')}`);
}
