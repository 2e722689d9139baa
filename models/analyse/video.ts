import {
  ALL_FORMATS,
  EncodedPacketSink,
  Input,
  type InputVideoTrack,
  UrlSource,
  type VideoSample,
  VideoSampleSink,
} from 'mediabunny';
import { decodeWithFfmpeg } from './ffmpeg';
import { type Losses, type TimedPicture, UnreadableFile } from './picture';

/** A file whose pictures end this much earlier than it says is cut off, in milliseconds; sound may last a little longer. */
const CUT_OFF_MS = 500;

/**
 * Each frame of a video in order of presentation, with its own time stamp. The browser decodes what it can (WebCodecs). HEVC,
 * which phones record and Chromium on Linux does not know, goes through ffmpeg's WebAssembly build, and so does a video that the
 * browser gives up in the middle: ffmpeg goes on behind a damaged picture. Those that it knows to be damaged are left out.
 */
export async function* decodeVideo(url: string, losses: Losses): AsyncGenerator<TimedPicture> {
  const track = await videoTrackOf(url);
  let isDamaged = false;
  const onDamage = (): void => {
    isDamaged = true;
  };
  let [count, reachedMs] = [0, -Infinity];
  for await (const { image, tMs } of picturesOf(track, url, onDamage)) {
    if (tMs > reachedMs) {
      count++;
      reachedMs = tMs;
      yield { image, tMs };
    } else image.close();
  }
  if (count === 0)
    throw new UnreadableFile(isDamaged ? 'the video is damaged' : 'no picture of the video can be decoded');
  if (isDamaged) {
    losses.pictures += Math.max(1, (await presentable(track)) - count);
    return;
  }
  const missingMs = (await declaredMs(track)) - reachedMs;
  if (missingMs > CUT_OFF_MS) losses.missingMs += missingMs;
}

/** Times are in milliseconds since the first picture; they begin again where ffmpeg takes over. */
async function* picturesOf(track: InputVideoTrack, url: string, onDamage: () => void): AsyncGenerator<TimedPicture> {
  if (await track.canDecode()) {
    try {
      return yield* sinceFirst(decodeWithBrowser(track));
    } catch {
      onDamage();
    }
  }
  const video = await (await fetch(url)).blob();
  yield* sinceFirst(decodeWithFfmpeg(video, await formatOf(track), onDamage));
}

async function* sinceFirst(pictures: AsyncGenerator<TimedPicture>): AsyncGenerator<TimedPicture> {
  let firstMs: number | null = null;
  for await (const { image, tMs } of pictures) {
    firstMs ??= tMs;
    yield { image, tMs: tMs - firstMs };
  }
}

/** Each picture that the browser decodes, at its time in the file. Rejects at a damaged one. */
async function* decodeWithBrowser(track: InputVideoTrack): AsyncGenerator<TimedPicture> {
  for await (const sample of new VideoSampleSink(track).samples()) {
    const image = isPresented(sample) ? upright(sample) : null;
    const tMs = 1000 * sample.timestamp;
    sample.close();
    if (image) yield { image, tMs };
  }
}

/** What lies before 0 is only there to be built upon: an edit list has cut it off. */
const isPresented = ({ timestamp }: { readonly timestamp: number }): boolean => timestamp >= 0;

/** The picture as it is meant to be seen: a phone held upright films lying down and says so beside the frames. */
function upright(sample: VideoSample): VideoFrame | ImageBitmap {
  if (sample.rotation === 0) return sample.toVideoFrame();
  const canvas = new OffscreenCanvas(sample.displayWidth, sample.displayHeight);
  sample.draw(canvas.getContext('2d')!, 0, 0);
  return canvas.transferToImageBitmap();
}

async function videoTrackOf(url: string): Promise<InputVideoTrack> {
  const input = new Input({ source: new UrlSource(url, { getRetryDelay: () => null }), formats: ALL_FORMATS });
  let track: InputVideoTrack | null;
  try {
    track = await input.getPrimaryVideoTrack();
    if (!track && (await input.getTracks()).length === 0)
      throw new UnreadableFile('the file is cut off: it lacks its index');
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('the file is damaged or not a video');
  }
  if (!track) throw new UnreadableFile('the file holds no video track');
  return track;
}

const formatOf = async (track: InputVideoTrack) => ({
  width: await track.getDisplayWidth(),
  height: await track.getDisplayHeight(),
  colorSpace: await track.getColorSpace(),
});

/** How many pictures the file says it shows. */
async function presentable(track: InputVideoTrack): Promise<number> {
  let count = 0;
  for await (const packet of new EncodedPacketSink(track).packets(undefined, undefined, { metadataOnly: true }))
    if (isPresented(packet)) count++;
  return count;
}

/** How long the file says that its pictures last, in milliseconds; 0 where it says nothing. */
async function declaredMs(track: InputVideoTrack): Promise<number> {
  const endS = await track.getDurationFromMetadata();
  return endS === null ? 0 : 1000 * (endS - Math.max(0, await track.getFirstTimestamp()));
}
