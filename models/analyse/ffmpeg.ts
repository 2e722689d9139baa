import { type TimedPicture, UnreadableFile } from './picture';

/** The part of ffmpeg's WebAssembly core that is used here. */
interface FfmpegCore {
  readonly FS: {
    writeFile(path: string, bytes: Uint8Array): void;
    readFile(path: string): Uint8Array<ArrayBuffer>;
    unlink(path: string): void;
  };
  /** Runs the command line; returns its exit code. */
  exec(...args: string[]): number;
  setLogger(logger: (line: { message: string }) => void): void;
}

/** Where the page finds the files of the npm package @ffmpeg/core. */
const CORE_URL = '/ffmpeg/ffmpeg-core.js';
/** Frames decoded at a time: raw pictures of a phone's video are large, and all of them lie in memory at once. */
const CHUNK_FRAMES = 60;

/** A video as the demuxer describes it. */
export interface VideoTimes {
  /** Presentation times of all frames in milliseconds, ascending. */
  readonly timesMs: readonly number[];
  /** Size of the upright picture in pixels. */
  readonly width: number;
  readonly height: number;
  readonly colorSpace: VideoColorSpaceInit;
}

/** Each frame of a video that the browser cannot decode, upright, at its own time. Throws UnreadableFile. */
export async function* decodeWithFfmpeg(bytes: Blob, video: VideoTimes): AsyncGenerator<TimedPicture> {
  const { timesMs, colorSpace } = video;
  // 4:2:0 needs even sides; an odd last row or column is cut off.
  const [codedWidth, codedHeight] = [video.width & ~1, video.height & ~1];
  const frameBytes = (codedWidth * codedHeight * 3) / 2;
  const core = await startCore();
  core.FS.writeFile('input', new Uint8Array(await bytes.arrayBuffer()));
  for (let first = 0; first < timesMs.length; first += CHUNK_FRAMES) {
    const trim = `trim=start_frame=${first}:end_frame=${first + CHUNK_FRAMES}`;
    const pixels = decode(core, `${trim},crop=${codedWidth}:${codedHeight}:0:0,format=yuv420p`);
    for (let index = 0; (index + 1) * frameBytes <= pixels.length; index++) {
      const tMs = timesMs[first + index];
      if (tMs === undefined) return;
      const data = pixels.subarray(index * frameBytes, (index + 1) * frameBytes);
      const image = new VideoFrame(data, {
        format: 'I420',
        codedWidth,
        codedHeight,
        timestamp: 1000 * tMs,
        colorSpace,
      });
      yield { image, tMs };
    }
  }
}

async function startCore(): Promise<FfmpegCore> {
  const { default: createCore } = (await import(/* @vite-ignore */ CORE_URL)) as {
    default: (options: object) => Promise<FfmpegCore>;
  };
  return createCore({ locateFile: (file: string) => `/ffmpeg/${file}` });
}

/** The frames that `filter` lets through, one behind the other, as raw pictures. */
function decode(core: FfmpegCore, filter: string): Uint8Array<ArrayBuffer> {
  let lastLine = '';
  core.setLogger(({ message }) => {
    // Its word for an ordinary end.
    if (message !== 'Aborted()') lastLine = message;
  });
  const exitCode = run(core, [
    '-i',
    'input',
    '-an',
    '-vf',
    filter,
    '-fps_mode',
    'passthrough',
    '-f',
    'rawvideo',
    'output',
  ]);
  if (exitCode !== 0) throw new UnreadableFile(`the video cannot be decoded (${lastLine})`);
  const pixels = core.FS.readFile('output');
  core.FS.unlink('output');
  return pixels;
}

/** Exit code of the command line. Throws UnreadableFile where the decoder itself crashes. */
function run(core: FfmpegCore, args: readonly string[]): number {
  try {
    return core.exec(...args);
  } catch (error) {
    throw new UnreadableFile(`the decoder broke on it (${error instanceof Error ? error.message : String(error)})`);
  }
}
