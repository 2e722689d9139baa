import {
  ALL_FORMATS,
  BlobSource,
  EncodedPacketSink,
  Input,
  type InputVideoTrack,
  type VideoSample,
  VideoSampleSink,
} from 'mediabunny';
import { decodeWithFfmpeg } from './ffmpeg';
import { type TimedPicture, UnreadableFile } from './picture';

/**
 * Each frame of a video in order of presentation, with its own time stamp. The browser decodes what it can (WebCodecs);
 * HEVC, which phones record and Chromium on Linux does not know, goes through ffmpeg's WebAssembly build.
 */
export async function* decodeVideo(bytes: Blob): AsyncGenerator<TimedPicture> {
  const track = await videoTrackOf(bytes);
  const firstMs = 1000 * (await track.getFirstTimestamp());
  if (!(await track.canDecode())) {
    yield* decodeWithFfmpeg(bytes, {
      timesMs: await presentationTimesMs(track, firstMs),
      width: await track.getDisplayWidth(),
      height: await track.getDisplayHeight(),
      colorSpace: await track.getColorSpace(),
    });
    return;
  }
  try {
    for await (const sample of new VideoSampleSink(track).samples()) {
      const image = upright(sample);
      const tMs = 1000 * sample.timestamp - firstMs;
      sample.close();
      yield { image, tMs };
    }
  } catch (error) {
    throw new UnreadableFile(`the video is damaged (${error instanceof Error ? error.message : String(error)})`);
  }
}

/** The picture as it is meant to be seen: a phone held upright films lying down and says so beside the frames. */
function upright(sample: VideoSample): VideoFrame | ImageBitmap {
  if (sample.rotation === 0) return sample.toVideoFrame();
  const canvas = new OffscreenCanvas(sample.displayWidth, sample.displayHeight);
  sample.draw(canvas.getContext('2d')!, 0, 0);
  return canvas.transferToImageBitmap();
}

async function videoTrackOf(bytes: Blob): Promise<InputVideoTrack> {
  const input = new Input({ source: new BlobSource(bytes), formats: ALL_FORMATS });
  let track: InputVideoTrack | null;
  try {
    track = await input.getPrimaryVideoTrack();
  } catch {
    throw new UnreadableFile('the file is damaged or not a video');
  }
  if (!track) throw new UnreadableFile('the file holds no video track');
  return track;
}

/** Presentation times of all packets, ascending, in milliseconds since the first. */
async function presentationTimesMs(track: InputVideoTrack, firstMs: number): Promise<number[]> {
  const times: number[] = [];
  for await (const packet of new EncodedPacketSink(track).packets(undefined, undefined, { metadataOnly: true })) {
    times.push(1000 * packet.timestamp - firstMs);
  }
  return times.sort((a, b) => a - b);
}
