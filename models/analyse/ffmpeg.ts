import { splitJpegs } from './mjpeg';
import { type TimedPicture, UnreadableFile } from './picture';

/** The part of ffmpeg's WebAssembly core that is used here. */
interface FfmpegCore {
  readonly FS: {
    writeFile(path: string, bytes: Uint8Array): void;
    readFile(path: string): Uint8Array<ArrayBuffer>;
  };
  /** Runs the command line; returns its exit code. */
  exec(...args: string[]): number;
  setLogger(logger: (line: { message: string }) => void): void;
}

/** Where the page finds the files of the npm package @ffmpeg/core. */
const CORE_URL = '/ffmpeg/ffmpeg-core.js';

/**
 * Each frame of a video that the browser cannot decode, as pictures of the highest JPEG quality, one for each of
 * `timesMs` (ascending). Frames that ffmpeg finds beyond those are left out. Throws UnreadableFile.
 */
export async function* decodeWithFfmpeg(bytes: Blob, timesMs: readonly number[]): AsyncGenerator<TimedPicture> {
  const { default: createCore } = (await import(/* @vite-ignore */ CORE_URL)) as {
    default: (options: object) => Promise<FfmpegCore>;
  };
  const core = await createCore({ locateFile: (file: string) => `/ffmpeg/${file}` });
  let lastLine = '';
  core.setLogger(({ message }) => {
    lastLine = message;
  });
  core.FS.writeFile('input', new Uint8Array(await bytes.arrayBuffer()));
  const exitCode = core.exec('-i', 'input', '-an', '-fps_mode', 'passthrough', '-q:v', '2', '-f', 'mjpeg', 'output');
  if (exitCode !== 0) throw new UnreadableFile(`the video cannot be decoded (${lastLine})`);
  const pictures = splitJpegs(core.FS.readFile('output'));
  for (const [index, picture] of pictures.slice(0, timesMs.length).entries()) {
    const blob = new Blob([picture as Uint8Array<ArrayBuffer>], { type: 'image/jpeg' });
    yield { image: await createImageBitmap(blob), tMs: timesMs[index] as number };
  }
}
