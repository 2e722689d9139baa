import { decodeMjpeg } from './mjpeg';
import { bitmapOf, type Losses, type TimedPicture, UnreadableFile } from './picture';
import { decodeVideo } from './video';

/** Below this many pixels on a side there is nothing a face could be found in. */
const MIN_SIDE_PX = 16;
const READ = 'use .jpg, .png, .mjpeg, .mp4, .webm or .mov';

type Decoder = (url: string, losses: Losses) => AsyncGenerator<TimedPicture>;

/** Every picture of the file at `url` in order, by the ending of its name. Throws UnreadableFile. */
export async function* picturesOf(
  name: string,
  url: string,
  losses: Losses = { pictures: 0, missingMs: 0 },
): AsyncGenerator<TimedPicture> {
  for await (const picture of decoderFor(name)(url, losses)) {
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

function decoderFor(name: string): Decoder {
  const dot = name.lastIndexOf('.');
  if (dot < 0) throw new UnreadableFile(`what it is cannot be told from a name without an ending; ${READ}`);
  const ending = name.slice(dot + 1).toLowerCase();
  if (['jpg', 'jpeg', 'png', 'webp'].includes(ending)) return decodePicture;
  if (['mjpeg', 'mjpg'].includes(ending)) return decodeMjpeg;
  if (['mp4', 'm4v', 'mov', 'webm'].includes(ending)) return decodeVideo;
  throw new UnreadableFile(`files ending in .${ending} are not read; ${READ}`);
}

async function* decodePicture(url: string): AsyncGenerator<TimedPicture> {
  yield { image: await bitmapOf(await (await fetch(url)).blob()), tMs: 0 };
}
