import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type ElementHandle } from 'puppeteer-core';
import { findOrInstall } from '../../../models/tools/debian';
import type { Engine } from './engine';

const PLACES = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];

/** A camera that shows changing colours, and is granted without a question. */
const CAMERA = { 'media.navigator.streams.fake': true, 'media.navigator.permission.disabled': true };

const find = (): string | null =>
  [process.env.FIREFOX_PATH ?? '', ...PLACES].find((place) => existsSync(place)) ?? null;

/** The Firefox of this machine: an installed one, else Debian's `firefox-esr`, installed. Null where there is none to be had. */
export const firefoxPath = (): string | null => findOrInstall(find, 'firefox-esr');

/** Starts Firefox, driven through WebDriver BiDi. */
export async function startFirefox(executablePath: string): Promise<Engine> {
  const downloads = mkdtempSync(join(tmpdir(), 'reverie-firefox-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    defaultViewport: { width: 390, height: 844 },
    extraPrefsFirefox: {
      ...CAMERA,
      'intl.accept_languages': 'en-GB',
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.alwaysOpenPanel': false,
    },
  });
  const page = await browser.newPage();
  const wrongs: string[] = [];
  page.on('pageerror', (error) => wrongs.push(`uncaught: ${error instanceof Error ? error.message : String(error)}`));
  page.on('console', (message) => {
    if (/Content-Security-Policy/.test(message.text())) wrongs.push(message.text());
  });
  return {
    name: (await browser.version()).replace('firefox/', 'Firefox '),
    downloads,
    wrongs: async () => wrongs,
    goto: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    run: (work, ...given) => page.evaluate(work as never, ...given) as Promise<never>,
    press: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    choose: async (field, path) => {
      const input = await page.evaluateHandle(field);
      await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
    },
    close: async () => {
      await browser.close();
      rmSync(downloads, { recursive: true, force: true });
    },
  };
}
