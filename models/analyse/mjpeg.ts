import { type JpegPart, JpegSplitter } from './jpeg-splitter';
import { bitmapOf, type Losses, type TimedPicture, UnreadableFile } from './picture';

/** Frames a second of a bare stream of JPEG pictures, which carries no time of its own (the rate cameras give). */
export const MJPEG_FRAMES_PER_SECOND = 30;

/** Each JPEG of a bare motion JPEG stream, at `MJPEG_FRAMES_PER_SECOND`; one that is damaged leaves its place empty. */
export async function* decodeMjpeg(url: string, losses: Losses): AsyncGenerator<TimedPicture> {
  let pictures = 0;
  for await (const part of partsOf(url)) {
    const tMs = (pictures++ * 1000) / MJPEG_FRAMES_PER_SECOND;
    const image = part && (await decoded(part));
    if (image) yield { image, tMs };
    else losses.pictures++;
  }
  if (pictures === 0) throw new UnreadableFile('the file holds no JPEG picture');
  if (losses.pictures === pictures) throw new UnreadableFile('every picture in the file is damaged');
}

async function* partsOf(url: string): AsyncGenerator<JpegPart> {
  const splitter = new JpegSplitter();
  const reader = (await fetch(url)).body!.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    yield* done ? splitter.end() : splitter.push(value);
    if (done) return;
  }
}

async function decoded(bytes: Uint8Array): Promise<ImageBitmap | null> {
  try {
    return await bitmapOf(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'image/jpeg' }));
  } catch {
    return null;
  }
}
