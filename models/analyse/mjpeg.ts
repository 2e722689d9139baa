import { bitmapOf, type TimedPicture, UnreadableFile } from './picture';

/** Frames a second of a bare stream of JPEG pictures, which carries no time of its own (the rate cameras give). */
export const MJPEG_FRAMES_PER_SECOND = 30;

/** JPEG markers (ITU-T T.81, table B.1). */
const START_OF_IMAGE = 0xd8;
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;

/** Each JPEG of a bare motion JPEG stream, at `MJPEG_FRAMES_PER_SECOND`. */
export async function* decodeMjpeg(bytes: Blob): AsyncGenerator<TimedPicture> {
  const parts = splitJpegs(new Uint8Array(await bytes.arrayBuffer()));
  if (parts.length === 0) throw new UnreadableFile('the file holds no JPEG picture');
  for (const [index, part] of parts.entries()) {
    const image = await bitmapOf(new Blob([part as Uint8Array<ArrayBuffer>], { type: 'image/jpeg' }));
    yield { image, tMs: (index * 1000) / MJPEG_FRAMES_PER_SECOND };
  }
}

/**
 * The pictures of a concatenation of JPEG files, as views of `bytes`. Segments are walked by their lengths, so that a
 * thumbnail inside an APP segment is not taken for a picture. What follows the last whole picture is left out.
 */
export function splitJpegs(bytes: Uint8Array): Uint8Array[] {
  const found: Uint8Array[] = [];
  let start = startOfImage(bytes, 0);
  while (start >= 0) {
    const end = endOfImage(bytes, start + 2);
    if (end < 0) break;
    found.push(bytes.subarray(start, end));
    start = startOfImage(bytes, end);
  }
  return found;
}

function startOfImage(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] === 0xff && bytes[at + 1] === START_OF_IMAGE) return at;
  }
  return -1;
}

/** The offset behind the picture whose first segment starts at `from`, or -1 where it is cut off. */
function endOfImage(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at + 3 < bytes.length) {
    if (bytes[at] !== 0xff) return -1;
    const marker = bytes[at + 1] as number;
    if (marker === END_OF_IMAGE) return at + 2;
    const length = ((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number);
    at = marker === START_OF_SCAN ? endOfScan(bytes, at + 2 + length) : at + 2 + length;
    if (at < 0) return -1;
  }
  return at + 2 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] === END_OF_IMAGE ? at + 2 : -1;
}

/** Where entropy-coded data ends: the next marker that is neither a stuffed 0xff nor a restart (D0-D7). */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] as number;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return -1;
}
