import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startHarness } from './harness';
import type { Script } from './participant/script';

const CACHE = resolve('node_modules/.cache/reverie');
/** Chromium's fake camera shows the pictures of an .mjpeg file at this rate, whatever they were made for. */
const CAMERA_FPS = 30;
/** A picture is shown so often. Ten readings a second ask for no more. */
const REPEATED = 2;
const AT_ONCE = 100;

/** Absolute path of an .mjpeg clip for Chromium's fake camera (640x480) in which a drawn participant follows the script. Made once. */
export async function participantClip(script: Script): Promise<string> {
  const name = createHash('sha256').update(JSON.stringify(script)).digest('hex').slice(0, 12);
  const file = join(CACHE, `participant-${name}.mjpeg`);
  if (existsSync(file)) return file;
  const fps = CAMERA_FPS / REPEATED;
  const total = Math.ceil((script.lengthMs / 1000) * fps);
  const harness = await startHarness('models/evaluate/participant');
  const pictures: Buffer[] = [];
  try {
    for (let from = 0; from < total; from += AT_ONCE) {
      const some = await harness.call<string[]>('pictured', script, from, Math.min(AT_ONCE, total - from), fps);
      for (const picture of some)
        pictures.push(...Array.from({ length: REPEATED }, () => Buffer.from(picture, 'base64')));
    }
  } finally {
    await harness.stop();
  }
  mkdirSync(CACHE, { recursive: true });
  // Made aside and moved into place: another run may be looking for it at the same time.
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, Buffer.concat(pictures));
  renameSync(aside, file);
  return file;
}
