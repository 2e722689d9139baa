import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openWithCamera, startDevServer } from './dev-server';
import { faceClip } from './face-clip';
import { untilTold } from './until-told';

const USAGE = 'Usage: npm run dev [-- [--port N] [--camera [CLIP.mjpeg]]]';

interface Asked {
  readonly port: number | undefined;
  /** The clip to play, `''` for the one the tests use; null where no camera is asked for. */
  readonly clip: string | null;
}

/** Serves the app from its sources; with `--camera` also opens it in a browser whose camera plays a clip of a face. */
async function main(): Promise<void> {
  const { port, clip } = readArguments();
  // A browser it has opened goes with it.
  void untilTold().then(() => process.exit(0));
  const { url, vite } = await startDevServer(port).catch(giveUp);
  console.log(`\nReverie, from its sources: ${url}\nOne view at a time:        ${url}/preview\nCtrl+C stops it.\n`);
  if (clip === null) return;
  const context = await openWithCamera(url, clip || (await faceClip())).catch(async (error: Error) => {
    await vite.close();
    return giveUp(error);
  });
  // Who closes the last window has finished.
  const closed = (): void => {
    if (context.pages().length === 0) process.exit(0);
  };
  context.on('page', (page) => page.on('close', closed));
  for (const page of context.pages()) page.on('close', closed);
  context.on('close', () => process.exit(0));
}

function readArguments(): Asked {
  try {
    const { values, positionals } = parseArgs({
      options: { port: { type: 'string' }, camera: { type: 'boolean' } },
      allowPositionals: true,
    });
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65_536)) throw new Error('no such port');
    const [named] = positionals;
    if (named && !values.camera) throw new Error(`${named} is for --camera`);
    if (named && !existsSync(named)) throw new Error(`${named} does not exist`);
    return { port, clip: values.camera ? (named ? resolve(named) : '') : null };
  } catch (error) {
    return giveUp(new Error(`${(error as Error).message}\n${USAGE}`));
  }
}

/** A person who types `npm run dev` wants the reason, not where in a library it was noticed. */
function giveUp(error: Error): never {
  const noScreen = /Missing X server|DISPLAY/.test(error.message);
  console.error(noScreen ? '--camera opens a window, and this machine has no screen for it.' : error.message);
  process.exit(1);
}

await main();
