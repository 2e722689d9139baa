import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { CHROMIUM_ARGS, chromiumPath } from '../../models/tools/chromium';

/** A browser with a profile that outlives it, started as a person's is: back/forward cache on, its process ours to end. */
export interface OwnBrowser {
  readonly context: BrowserContext;
  /** Closes it as a person does. */
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
  const browser = await connected(await debuggerAddress(child));
  const context = browser.contexts()[0];
  if (!context) throw new Error('The browser has no window.');
  return {
    context,
    close: async () => {
      const session = await browser.newBrowserCDPSession();
      await session.send('Browser.close').catch(() => undefined);
      await gone;
    },
    kill: async () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
      await gone;
    },
  };
}

/** Now and then a browser takes the connection while it starts and never answers on it; it answers on the next. */
async function connected(address: string): Promise<Browser> {
  for (let left = 3; ; left--) {
    try {
      return await chromium.connectOverCDP(address, { timeout: 10_000 });
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}

/** The line by which Chromium says where it listens. */
async function debuggerAddress(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error('The browser has no output.');
  for await (const line of createInterface(child.stderr)) {
    const found = /DevTools listening on (\S+)/.exec(line);
    if (found?.[1]) return found[1];
  }
  throw new Error('The browser ended before it could be spoken to.');
}
