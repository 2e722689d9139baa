import type { FfmpegJob, FfmpegTold } from './ffmpeg.worker';
import { type TimedPicture, UnreadableFile } from './picture';

/** How a video is shown: its upright size in pixels, square ones, and its colours. */
export interface VideoFormat {
  readonly width: number;
  readonly height: number;
  readonly colorSpace: VideoColorSpaceInit;
}

/**
 * Each frame of a video that the browser cannot decode, upright, at its own time. ffmpeg runs once, in a worker that waits
 * while `FRAMES_AHEAD` frames lie unread: the time for a frame and the memory stay the same however long the video is.
 * Throws UnreadableFile where nothing can be decoded.
 */
export async function* decodeWithFfmpeg(
  video: Blob,
  { width, height, colorSpace }: VideoFormat,
  onDamage: () => void,
): AsyncGenerator<TimedPicture> {
  // 4:2:0 needs even sides.
  const [codedWidth, codedHeight] = [Math.max(2, width & ~1), Math.max(2, height & ~1)];
  const worker = new Worker(new URL('./ffmpeg.worker.ts', import.meta.url), { type: 'module' });
  const consumed = new Int32Array(new SharedArrayBuffer(4));
  try {
    let any = false;
    const told = inTurn<FfmpegTold>(worker);
    worker.postMessage({ video, width: codedWidth, height: codedHeight, consumed } satisfies FfmpegJob);
    for await (const said of told) {
      if (said.kind === 'end') {
        if (said.problem === null) return;
        if (!any) throw new UnreadableFile(`the video cannot be decoded (${said.problem})`);
        return onDamage();
      }
      Atomics.add(consumed, 0, 1);
      Atomics.notify(consumed, 0);
      if (said.isDamaged) {
        onDamage();
        continue;
      }
      any = true;
      const frame = { format: 'I420', codedWidth, codedHeight, timestamp: 1000 * said.tMs, colorSpace } as const;
      yield { image: new VideoFrame(said.pixels, frame), tMs: said.tMs };
    }
  } finally {
    worker.terminate();
  }
}

/** The messages of a worker, none of them lost. Throws UnreadableFile where the worker itself breaks. */
async function* inTurn<T>(worker: Worker): AsyncGenerator<T> {
  const waiting: T[] = [];
  let broken: string | null = null;
  let wake: () => void = () => undefined;
  worker.addEventListener('message', ({ data }: MessageEvent<T>) => {
    waiting.push(data);
    wake();
  });
  worker.addEventListener('error', ({ message }) => {
    broken = message;
    wake();
  });
  for (;;) {
    while (waiting.length > 0) yield waiting.shift()!;
    if (broken !== null) throw new UnreadableFile(`the decoder broke on it (${broken})`);
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
}
