import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findOrInstall } from '../../../models/tools/debian';
import type { Engine } from './engine';
import { WebDriver } from './webdriver';

const DRIVER = '/usr/bin/WebKitWebDriver';
const DISPLAY_SERVER = '/usr/bin/Xvfb';
/** Where Debian puts the browser that belongs to the driver, by processor. */
const BROWSERS = ['x86_64', 'aarch64'].map((name) => `/usr/lib/${name}-linux-gnu/webkit2gtk-4.1/MiniBrowser`);

/**
 * What Safari 26 has and WebKitGTK leaves off. A driven WebKitGTK browses privately, so the page's own file system is there and refuses
 * to open, as in Safari's private browsing.
 */
const AS_IN_SAFARI = ['--features=FileSystem,FileSystemWritableStream,StorageAPI,StorageAPIEstimate'];
const THREADS_AS_IN_SAFARI = { JSC_useSharedArrayBuffer: '1' };
/** A camera that shows a drawn test card, and is granted without a question. */
const CAMERA = ['--enable-media-stream=true', '--enable-mock-capture-devices=true'];

const find = (): string | null =>
  existsSync(DRIVER) && existsSync(DISPLAY_SERVER) ? (BROWSERS.find((place) => existsSync(place)) ?? null) : null;

/** WebKitGTK's small browser, with its driver and a display that nobody sees: installed if need be, null where they cannot be. */
export const webkitPath = (): string | null => findOrInstall(find, 'webkit2gtk-driver', 'xvfb');

/** Starts WebKitGTK's MiniBrowser, driven through WebKitWebDriver. It has no window system of its own to draw on, so it gets one. */
export async function startWebKit(binary: string): Promise<Engine> {
  const home = mkdtempSync(join(tmpdir(), 'reverie-webkit-'));
  mkdirSync(join(home, 'downloads'));
  writeFileSync(join(home, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${home}/downloads"\n`);
  const screen = await startScreen();
  const port = await freePort();
  const env = {
    ...process.env,
    DISPLAY: screen.display,
    HOME: home,
    XDG_CONFIG_HOME: home,
    LANG: 'en_GB.UTF-8',
    ...THREADS_AS_IN_SAFARI,
  };
  const server = spawn(DRIVER, [`--port=${port}`], { env, stdio: 'ignore' });
  const address = `http://127.0.0.1:${port}`;
  await answering(address);
  const driver = await WebDriver.start(address, {
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary, args: ['--automation', ...AS_IN_SAFARI, ...CAMERA] },
  });
  await driver.resize(390, 844);
  const wrongs: string[] = [];
  /** The driver tells of no errors, so each page keeps its own from the moment it is there; taken up before it goes. */
  const collect = async (): Promise<void> => void wrongs.push(...(await driver.run(takeWrongs)));
  const arrive = async (going: Promise<void>): Promise<void> => {
    await going;
    await driver.run(keepWrongs);
  };
  return {
    name: `WebKitGTK ${driver.browserVersion}`,
    downloads: join(home, 'downloads'),
    wrongs: async () => {
      await collect();
      return wrongs;
    },
    goto: async (url) => {
      await collect();
      await arrive(driver.goto(url));
    },
    reload: async () => {
      await collect();
      await arrive(driver.reload());
    },
    run: (work, ...given) => driver.run(work as never, ...given) as Promise<never>,
    press: (x, y) => driver.press(x, y),
    type: (text) => driver.type(text),
    choose: async (field, path) => driver.sendKeys(await driver.element(field), path),
    close: async () => {
      await driver.end();
      await stopped(server);
      await stopped(screen.process);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** In the page: errors and refusals from now on are kept for `takeWrongs`. */
function keepWrongs(): void {
  const kept: string[] = [];
  Object.assign(window, { reverieWrongs: kept });
  addEventListener('error', ({ message }) => kept.push(`uncaught: ${message}`));
  addEventListener('unhandledrejection', ({ reason }) => kept.push(`uncaught: ${reason}`));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    kept.push(`Content-Security-Policy: ${violatedDirective} ${blockedURI}`),
  );
}

/** In the page. */
const takeWrongs = (): string[] => (window as { reverieWrongs?: string[] }).reverieWrongs?.splice(0) ?? [];

interface Screen {
  readonly display: string;
  readonly process: ChildProcess;
}

/** A display in memory. It chooses a free number and writes that to the file descriptor it is given. */
async function startScreen(): Promise<Screen> {
  const options = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
  const process = spawn(DISPLAY_SERVER, options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [number] = (await once(createInterface(process.stdio[3] as NodeJS.ReadableStream), 'line')) as [string];
  return { display: `:${number}`, process };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof address !== 'object' || !address) throw new Error('There is no free port.');
  return address.port;
}

/** Waits until the server takes connections; it says nothing when it does. */
async function answering(address: string): Promise<void> {
  const end = performance.now() + 20_000;
  while (performance.now() < end) {
    const response = await fetch(`${address}/status`).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('WebKitWebDriver does not answer.');
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = once(child, 'exit');
  child.kill();
  await exit;
}
