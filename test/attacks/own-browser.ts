import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { withTimeLimit } from '../../app/base/time-limit';
import { CHROMIUM_ARGS, chromiumPath } from '../../models/tools/chromium';

/** How long a browser may take to end by itself. */
const CLOSE_MS = 20_000;

/** A browser with a profile that outlives it, started as a person's is: back/forward cache on, its process ours to end. */
export interface OwnBrowser {
  readonly context: BrowserContext;
  /** Closes it as a person does. One that doesn't end by itself is killed, as a phone does. */
  close(): Promise<void>;
  /** Ends all its processes at once, as a phone does that is out of memory. */
  kill(): Promise<void>;
}

/** Starts the browser on the folder `profile`. A driver's own launch would switch the back/forward cache off. */
export async function ownBrowser(profile: string, args: readonly string[] = []): Promise<OwnBrowser> {
  const child = spawn(
    chromiumPath(),
    ['--headless=new', ...CHROMIUM_ARGS, `--user-data-dir=${profile}`, '--remote-debugging-port=0', ...args],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const gone = once(child, 'exit');
  const kill = async (): Promise<void> => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    await gone;
  };
  const { browser, context } = await debuggerAddress(child)
    .then(connected)
    .catch(async (error: unknown) => {
      await kill();
      throw error;
    });
  const closing = async (): Promise<void> => {
    const session = await browser.newBrowserCDPSession();
    await session.send('Browser.close').catch(() => undefined);
    await gone;
  };
  const close = (): Promise<void> =>
    withTimeLimit(closing(), CLOSE_MS, () => new Error('The browser does not end.')).catch(kill);
  return { context, close, kill };
}

/** Now and then a browser takes the connection while it starts and never answers on it; it answers on the next. */
async function connected(address: string): Promise<{ readonly browser: Browser; readonly context: BrowserContext }> {
  for (let left = 3; ; left--) {
    try {
      const browser = await chromium.connectOverCDP(address, { timeout: 10_000 });
      const context = browser.contexts()[0];
      if (!context) throw new Error('The browser has no window.');
      return { browser, context };
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}

/** Where Chromium says that it listens. What it says after that is read and dropped: a full pipe would stop it in the middle. */
async function debuggerAddress(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error('The browser has no output.');
  let found: string | undefined;
  for await (const line of createInterface(child.stderr)) {
    found = /DevTools listening on (\S+)/.exec(line)?.[1];
    if (found) break;
  }
  if (!found) throw new Error('The browser ended before it could be spoken to.');
  child.stderr.resume();
  return found;
}
