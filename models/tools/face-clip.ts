import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS, chromiumPath } from './chromium';

/** A real person turning from neutral to a smile, where the shared clips are there. */
const SHARED_CLIP = resolve('../shared/clips/neutral-to-smile.mjpeg');
const CACHE = resolve('node_modules/.cache/reverie');

/** A face in a picture of @vladmandic/face-api's demo folder: the centre of a square cut and its side, in pixels. */
interface Cut {
  readonly picture: string;
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

const NEUTRAL: Cut = { picture: 'sample5.jpg', x: 1510, y: 480, side: 420 };
const SMILE: Cut = { picture: 'sample3.jpg', x: 1195, y: 330, side: 380 };

/** Frames of the made clip: as many as the real one, the smile beginning after a third. */
const FRAMES = 72;
const NEUTRAL_FRAMES = 24;

export const sharedClip = (name: string): string | null => {
  const file = resolve('../shared/clips', name);
  return existsSync(file) ? file : null;
};

/**
 * Absolute path, as Chromium's fake camera wants it, of an .mjpeg clip (640x360, 30 frames a second) in which a neutral face is followed by a smiling one: the shared
 * clip, or one made of two pictures of a dev dependency, moved a little so that no two frames are the same.
 */
export async function faceClip({ forceMade = false } = {}): Promise<string> {
  if (!forceMade && existsSync(SHARED_CLIP)) return SHARED_CLIP;
  const made = join(CACHE, 'made-clip.mjpeg');
  if (!existsSync(made)) {
    mkdirSync(CACHE, { recursive: true });
    // Made aside and moved into place: another test may be looking for it at the same time.
    const aside = `${made}.${process.pid}`;
    writeFileSync(aside, await makeClip());
    renameSync(aside, made);
  }
  return made;
}

async function makeClip(): Promise<Buffer> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_ARGS] });
  try {
    const page = await browser.newPage();
    const frames: string[] = [];
    for (const [cut, count] of [
      [NEUTRAL, NEUTRAL_FRAMES],
      [SMILE, FRAMES - NEUTRAL_FRAMES],
    ] as const) {
      const picture = readFileSync(`node_modules/@vladmandic/face-api/demo/${cut.picture}`).toString('base64');
      frames.push(...(await page.evaluate(drawCut, { cut, count, picture })));
    }
    return Buffer.concat(frames.map((frame) => Buffer.from(frame, 'base64')));
  } finally {
    await browser.close();
  }
}

/** In the page: `count` JPEG frames of the cut, drifting by a few pixels, as base64. */
async function drawCut({ cut, count, picture }: { cut: Cut; count: number; picture: string }): Promise<string[]> {
  const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 360;
  const context = canvas.getContext('2d');
  const frames: string[] = [];
  const margin = (canvas.width - canvas.height) / 2;
  for (let index = 0; index < count; index++) {
    const [dx, dy] = [6 * Math.sin(index / 5), 4 * Math.cos(index / 7)];
    const [left, top] = [cut.x - cut.side / 2 + dx, cut.y - cut.side / 2 + dy];
    if (!context) throw new Error('no canvas');
    context.fillStyle = 'dimgray';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, left, top, cut.side, cut.side, margin, 0, canvas.height, canvas.height);
    frames.push(canvas.toDataURL('image/jpeg', 0.92).split(',')[1] ?? '');
  }
  return frames;
}
