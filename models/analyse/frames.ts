import { decodeMjpeg } from './mjpeg';
import { bitmapOf, type TimedPicture, UnreadableFile } from './picture';
import { decodeVideo } from './video';

/** Below this many pixels on a side there is nothing a face could be found in. */
const MIN_SIDE_PX = 16;

/** Every picture of a file in order, by the ending of its name. Throws UnreadableFile. */
export async function* picturesOf(name: string, bytes: Blob): AsyncGenerator<TimedPicture> {
  if (bytes.size === 0) throw new UnreadableFile('the file is empty');
  for await (const picture of decoderFor(name)(bytes)) {
    const { image } = picture;
    const [width, height] =
      'displayWidth' in image ? [image.displayWidth, image.displayHeight] : [image.width, image.height];
    if (Math.min(width, height) < MIN_SIDE_PX) {
      image.close();
      throw new UnreadableFile(`the picture is ${width}x${height} pixels, too small to hold a face`);
    }
    yield picture;
  }
}

function decoderFor(name: string): (bytes: Blob) => AsyncGenerator<TimedPicture> {
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  if (['jpg', 'jpeg', 'png', 'webp'].includes(ending)) return decodePicture;
  if (['mjpeg', 'mjpg'].includes(ending)) return decodeMjpeg;
  if (['mp4', 'm4v', 'mov', 'webm'].includes(ending)) return decodeVideo;
  throw new UnreadableFile(`files ending in .${ending} are not read; use .jpg, .png, .mjpeg, .mp4, .webm or .mov`);
}

async function* decodePicture(bytes: Blob): AsyncGenerator<TimedPicture> {
  yield { image: await bitmapOf(bytes), tMs: 0 };
}
