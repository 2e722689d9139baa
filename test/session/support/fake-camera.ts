import type { Camera, CameraStream, Frame } from '../../../app/capture/types';
import { Failure, type FailureCode } from '../../../app/domain/failure/failure';
import { type FakeTime, settle } from './fake-time';

export class FakeImage {
  closed = false;
  close(): void {
    this.closed = true;
  }
}

export class FakeStream implements CameraStream {
  readonly media = {} as MediaStream;
  readonly images: FakeImage[] = [];
  stopped = false;
  #onFrame: ((frame: Frame) => Promise<void>) | null = null;
  #lost: ((failure: Failure) => void) | null = null;
  #firstMs: number | null = null;
  #busy = false;

  constructor(private readonly time: FakeTime) {}

  pump(onFrame: (frame: Frame) => Promise<void>): () => void {
    this.#onFrame = onFrame;
    return () => {
      this.#onFrame = null;
    };
  }

  /** The camera has a picture, taken `delayMs` ago. */
  async picture(delayMs = 0): Promise<void> {
    if (!this.#onFrame || this.stopped || this.#busy) return;
    const atMs = this.time.monotonicMs() - delayMs;
    this.#firstMs ??= atMs;
    const image = new FakeImage();
    this.images.push(image);
    this.#busy = true;
    void this.#onFrame({ image: image as unknown as ImageBitmap, tMs: atMs - this.#firstMs }).finally(() => {
      this.#busy = false;
    });
    await settle();
  }

  light(): { readonly mean: number; readonly white: number } {
    return { mean: 0.5, white: 0 };
  }

  onLost(listener: (failure: Failure) => void): void {
    this.#lost = listener;
  }

  async unplug(): Promise<void> {
    this.stop();
    this.#lost?.(new Failure('camera-lost'));
    await settle();
  }

  stop(): void {
    this.stopped = true;
    this.#onFrame = null;
  }
}

export class FakeCamera implements Camera {
  readonly streams: FakeStream[] = [];
  /** What the next openings reject with, first one first. */
  readonly refusals: FailureCode[] = [];
  /** When set, opening waits for it, as for the browser's question. */
  question: Promise<void> | null = null;

  constructor(private readonly time: FakeTime) {}

  async open(signal?: AbortSignal): Promise<CameraStream> {
    await this.question;
    const refusal = this.refusals.shift();
    if (refusal) throw new Failure(refusal);
    const stream = new FakeStream(this.time);
    this.streams.push(stream);
    if (signal?.aborted) {
      stream.stop();
      throw signal.reason;
    }
    return stream;
  }

  get last(): FakeStream {
    return this.streams.at(-1)!;
  }
}
