/** What the worker is asked to do, once. */
export interface FfmpegJob {
  readonly video: Blob;
  /** Size of the frames that are wanted, both even. */
  readonly width: number;
  readonly height: number;
  /** Shared: how many frames have been taken so far. */
  readonly consumed: Int32Array<SharedArrayBuffer>;
}

/** What it tells: each frame as I420, then that it has ended, with ffmpeg's words where it could not go on. */
export type FfmpegTold =
  | {
      readonly kind: 'frame';
      readonly tMs: number;
      readonly pixels: ArrayBuffer;
      /** Whether it, or a picture that it builds on, is damaged. */
      readonly isDamaged: boolean;
    }
  | { readonly kind: 'end'; readonly problem: string | null };

/** The part of ffmpeg's WebAssembly core that is used here, and of Emscripten's file system. */
interface FfmpegCore {
  readonly FS: {
    readonly filesystems: { readonly WORKERFS: object };
    mkdir(path: string): void;
    mount(type: object, options: object, path: string): void;
    makedev(major: number, minor: number): number;
    registerDevice(device: number, operations: object): void;
    mkdev(path: string, device: number): void;
  };
  /** Runs the command line; returns its exit code. */
  exec(...args: string[]): number;
  setLogger(logger: (line: { message: string }) => void): void;
}

/** Where the page finds the files of the npm package @ffmpeg/core. */
const CORE_URL = '/ffmpeg/ffmpeg-core.js';
/** Frames that may lie unread: raw pictures of a phone's video are large. */
const FRAMES_AHEAD = 8;

const scope = self as unknown as {
  postMessage(told: FfmpegTold, transfer?: Transferable[]): void;
};

self.addEventListener('message', ({ data }: MessageEvent<FfmpegJob>) => void decode(data));

async function decode(job: FfmpegJob): Promise<void> {
  const { default: createCore } = (await import(/* @vite-ignore */ CORE_URL)) as {
    default: (options: object) => Promise<FfmpegCore>;
  };
  const core = await createCore({ locateFile: (file: string) => `/ffmpeg/${file}` });
  const log = new DecoderLog();
  core.setLogger(({ message }) => log.take(message));
  const { FS } = core;
  FS.mkdir('/in');
  FS.mount(FS.filesystems.WORKERFS, { blobs: [{ name: 'video', data: job.video }] }, '/in');
  const frames = new FrameWriter(job, log);
  const device = FS.makedev(64, 0);
  FS.registerDevice(device, {
    write: (
      _stream: unknown,
      { buffer, byteOffset }: Int8Array<ArrayBuffer>,
      offset: number,
      length: number,
    ): number => {
      frames.write(new Uint8Array(buffer, byteOffset + offset, length));
      return length;
    },
  });
  FS.mkdev('/out', device);
  scope.postMessage({ kind: 'end', problem: run(core, job, log) });
}

/** What kept it from decoding the file to its end, or null. */
function run(core: FfmpegCore, { width, height }: FfmpegJob, log: DecoderLog): string | null {
  const filter = `showinfo,scale=${width}:${height},setsar=1,format=yuv420p`;
  const input = ['-loglevel', 'level+info', '-err_detect', 'explode', '-i', '/in/video', '-map', '0:v:0'];
  const output = ['-vf', filter, '-fps_mode', 'passthrough', '-f', 'rawvideo', '-y', '/out'];
  try {
    return core.exec(...input, ...output) === 0 ? null : log.lastLine;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A frame comes out up to this many frames after it was decoded, and its errors were told, where others build on it. */
const MOST_REORDERED = 4;

/**
 * What ffmpeg writes while it works: the time of each frame (filter `showinfo`), which raw pictures do not carry, and errors.
 * A damaged frame is followed by ones that build on it, up to the next key frame that no error can belong to.
 */
class DecoderLog {
  lastLine = '';
  readonly #frames: { readonly tMs: number; readonly isDamaged: boolean }[] = [];
  #unitMs = 1;
  #isDamaged = false;
  #sinceError = 0;

  take(message: string): void {
    // Its word for an ordinary end.
    if (message !== 'Aborted()') this.lastLine = message;
    const unit = /config in time_base: (\d+)\/(\d+)/.exec(message);
    if (unit) this.#unitMs = (1000 * Number(unit[1])) / Number(unit[2]);
    const frame = /\] n: *\d+ pts: *(-?\d+) .*iskey:(\d)/.exec(message);
    if (!frame) {
      if (!message.includes('[error]')) return;
      this.#isDamaged = true;
      this.#sinceError = 0;
      return;
    }
    this.#sinceError++;
    if (frame[2] === '1' && this.#sinceError > MOST_REORDERED) this.#isDamaged = false;
    this.#frames.push({ tMs: Number(frame[1]) * this.#unitMs, isDamaged: this.#isDamaged });
  }

  /** The next frame in the order in which they are written. */
  next(): { readonly tMs: number; readonly isDamaged: boolean } | undefined {
    return this.#frames.shift();
  }
}

/** Puts what ffmpeg writes together to frames, hands each over, and waits while too many lie unread. */
class FrameWriter {
  #pixels: Uint8Array<ArrayBuffer>;
  #filled = 0;
  #written = 0;

  constructor(
    readonly job: FfmpegJob,
    readonly log: DecoderLog,
  ) {
    this.#pixels = this.#empty();
  }

  write(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      const part = bytes.subarray(at, at + this.#pixels.length - this.#filled);
      this.#pixels.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
      if (this.#filled === this.#pixels.length) this.#handOver();
    }
  }

  #handOver(): void {
    const frame = this.log.next();
    if (frame) {
      const pixels = this.#pixels.buffer;
      scope.postMessage({ kind: 'frame', ...frame, pixels }, [pixels]);
      this.#written++;
    }
    this.#pixels = this.#empty();
    this.#filled = 0;
    for (;;) {
      const consumed = Atomics.load(this.job.consumed, 0);
      if (this.#written - consumed < FRAMES_AHEAD) return;
      Atomics.wait(this.job.consumed, 0, consumed);
    }
  }

  #empty(): Uint8Array<ArrayBuffer> {
    return new Uint8Array((this.job.width * this.job.height * 3) / 2);
  }
}
