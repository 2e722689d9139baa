import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startHarness } from '../../../models/tools/harness';
import type { Order, Recipe } from './videos/page';

const CACHE = resolve('node_modules/.cache/reverie/videos');
/** The woman in the middle of a picture of a dev dependency, who smiles: left, top, width and height in pixels. */
const SMILE = { picture: 'node_modules/@vladmandic/face-api/demo/sample3.jpg', cut: [960, 170, 480, 360] } as const;

/** Frames of each video, at 30 a second, 640 x 480, drifting by a few pixels. */
export const VIDEO_FRAMES = 30;
/** Pictures from one key frame to the next. */
export const KEY_EVERY = 10;

const H264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-g', `${KEY_EVERY}`, '-pix_fmt', 'yuv420p'];
/** One that the browser does not know, with pictures that build on later ones; HEVC cannot be made here: its encoder wants threads. */
const MPEG4 = ['-c:v', 'mpeg4', '-q:v', '3', '-bf', '2', '-g', `${KEY_EVERY}`, '-pix_fmt', 'yuv420p'];

/** How each video is made by ffmpeg, in this order: from the frames, or from one of those before. */
const RECIPES = {
  'plain.mp4': { from: 'frames', args: H264 },
  'mpeg4.mov': { from: 'frames', args: MPEG4 },
  /** Pixels twice as wide as high. */
  'wide-pixels.mov': { from: 'frames', args: ['-vf', 'scale=320:480,setsar=2/1', ...MPEG4] },
  /** Pixels of 12:11, as this codec is usually used. */
  'h263.mov': { from: 'frames', args: ['-vf', 'scale=352:288,setsar=12/11', '-c:v', 'h263'] },
  /** An edit list cuts into the pictures between two key frames. */
  'cut-mpeg4.mov': { from: 'mpeg4.mov', seek: '0.5', args: ['-c', 'copy'] },
  'cut-plain.mp4': { from: 'plain.mp4', seek: '0.5', args: ['-c', 'copy'] },
  /** An index without a single picture. */
  'no-pictures.mp4': {
    from: 'plain.mp4',
    args: ['-c', 'copy', '-movflags', 'frag_keyframe+empty_moov', '-frames:v', '0'],
  },
  'vp8.webm': {
    from: 'frames',
    args: ['-c:v', 'libvpx', '-deadline', 'realtime', '-b:v', '1M', '-g', `${KEY_EVERY}`, '-cluster_time_limit', '300'],
  },
} as const satisfies Record<string, Recipe>;

export type VideoName = keyof typeof RECIPES;

/** Paths of the videos, and of one frame as JPEG; made once by the ffmpeg that the analyser uses itself. */
export async function testVideos(): Promise<Readonly<Record<VideoName | 'frame.jpg', string>>> {
  const names = ['frame.jpg', ...Object.keys(RECIPES)];
  if (names.some((name) => !existsSync(join(CACHE, name)))) await make();
  return Object.fromEntries(names.map((name) => [name, join(CACHE, name)])) as Record<VideoName | 'frame.jpg', string>;
}

async function make(): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  const harness = await startHarness('test/analyse/support/videos');
  try {
    const picture = readFileSync(SMILE.picture).toString('base64');
    const order: Order = { picture, cut: SMILE.cut, count: VIDEO_FRAMES, recipes: Object.entries(RECIPES) };
    const made = await harness.call<Record<string, string>>('makeVideos', order);
    for (const [name, bytes] of Object.entries(made)) {
      // Made aside and moved into place: another test may be looking for it at the same time.
      const aside = join(CACHE, `${name}.${process.pid}`);
      writeFileSync(aside, Buffer.from(bytes, 'base64'));
      renameSync(aside, join(CACHE, name));
    }
  } finally {
    await harness.stop();
  }
}
