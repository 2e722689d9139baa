import { existsSync } from 'node:fs';
import { findOrInstall } from './debian';

/** Where a Chrome, Chromium or Edge of this machine may lie, most usual first. */
const PLACES = [
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/** Arguments every headless run needs: no sandbox only as root, and nothing that would reach for the network by itself. */
export const CHROMIUM_ARGS: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--disable-dev-shm-usage',
];

/** A WebGPU adapter without a GPU: right, but slow. */
export const SWIFTSHADER_ARGS: readonly string[] = [
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-unsafe-swiftshader',
];

/** A camera that plays `clip` (an .mjpeg file) in a loop and is granted without a question. */
export const fakeCameraArgs = (clip: string): readonly string[] => [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${clip}`,
];

/**
 * The browser to test with: `CHROME_PATH`, else an installed one, else, as root on Debian or Ubuntu, Debian's `chromium`
 * installed with apt-get. Throws with one line that says what to install.
 */
export function chromiumPath(): string {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, which does not exist.`);
  }
  const found = findOrInstall(() => PLACES.find((place) => existsSync(place)) ?? null, 'chromium');
  if (found) return found;
  throw new Error('No browser found: install Chrome, Chromium or Edge, or set CHROME_PATH to one.');
}
