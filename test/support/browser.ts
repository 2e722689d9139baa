import { type Browser, chromium } from 'playwright-core';
import { CHROMIUM_ARGS, chromiumPath } from '../../models/tools/chromium';

export interface LaunchOptions {
  /** Added to what every headless run needs: `fakeCameraArgs(clip)`, `SWIFTSHADER_ARGS`. */
  readonly args?: readonly string[];
}

/** Starts the browser of this machine, headless. Each `browser.newContext()` is a fresh profile, service workers included. */
export const launch = ({ args = [] }: LaunchOptions = {}): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_ARGS, ...args] });
