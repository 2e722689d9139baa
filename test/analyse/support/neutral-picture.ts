import { readFileSync } from 'node:fs';
import { faceClip } from '../../../models/tools/face-clip';
import { write } from './run';

/** The first picture of the made clip, in which a face is at rest: the path of a file. */
export async function neutralPicture(): Promise<string> {
  const clip = readFileSync(await faceClip({ forceMade: true }));
  return write('neutral.jpg', clip.subarray(0, clip.indexOf(Buffer.from([0xff, 0xd9])) + 2));
}
