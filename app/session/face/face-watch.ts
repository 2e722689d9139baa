import type { Clock } from '../../base/clock';
import { log } from '../../base/log';
import type { Camera, CameraStream, Frame } from '../../capture/types';
import type { FrameReading } from '../../domain/face/face-reading';
import { asFailure, Failure, type FailureCode } from '../../domain/failure/failure';
import type { DeviceReport, Progress } from '../../vision/protocol';
import type { FaceReader } from '../../vision/reader';
import type { Timers } from '../machine/timers';
import { ReadingPace } from './reading-pace';

/** What a watch tells. Nothing is called after `close`. */
export interface WatchListener {
  /** The camera is open, and the reader is being opened. */
  onCamera(): void;
  onProgress(progress: Progress): void;
  /** Camera and reader are both open; readings follow. */
  onOpen(report: DeviceReport): void;
  /** Whether anybody wants the reading of a frame taken at `capturedMs` on the monotonic clock. */
  wants(capturedMs: number): boolean;
  /** The reading of one frame, and when the frame was taken, on the monotonic clock. */
  onReading(reading: FrameReading, capturedMs: number): void;
  /** The watch has failed and is closed. */
  onFailure(code: FailureCode): void;
}

/** If no frame was read for this long, in milliseconds, camera or reader has died silently. */
export const STALL_MS = 10_000;

/** How long a reader may take to close or to forget the last stream, in milliseconds, before the watch fails. */
export const ANSWER_LIMIT_MS = 3_000;

interface Watching {
  readonly aborter: AbortController;
  stream: CameraStream | null;
  /** When the last frame arrived or was read, on the monotonic clock; null until frames are asked for. */
  lastSignMs: number | null;
  reading: boolean;
}

/** Camera and reader as one: opened together, read frame by frame, closed together. See: [Note: A session and its face] */
export class FaceWatch {
  #now: Watching | null = null;
  /** The reader broke while it read. It is closed before it is opened again, so that a new worker starts. */
  #readerBroken = false;

  constructor(
    private readonly ports: {
      readonly camera: Camera;
      readonly reader: FaceReader;
      readonly clock: Clock;
      readonly timers: Timers;
    },
    private readonly backend: 'auto' | 'wasm',
    private readonly listener: WatchListener,
  ) {}

  /** The stream for the live preview, while it is open. */
  get stream(): CameraStream | null {
    return this.#now?.stream ?? null;
  }

  open(): void {
    this.close();
    const watching: Watching = { aborter: new AbortController(), stream: null, lastSignMs: null, reading: false };
    this.#now = watching;
    this.#start(watching).catch((error: unknown) => this.#fail(watching, asFailure(error, 'model-run').code, error));
  }

  close(): void {
    const watching = this.#now;
    this.#now = null;
    watching?.aborter.abort();
    watching?.stream?.stop();
  }

  /** Fails the watch if no frame was read for `STALL_MS`. */
  checkStall(): void {
    const watching = this.#now;
    if (!watching || watching.lastSignMs === null) return;
    if (this.ports.clock.monotonicMs() - watching.lastSignMs < STALL_MS) return;
    this.#fail(watching, watching.reading ? 'model-run' : 'camera-lost', 'nothing came for too long');
  }

  async #start(watching: Watching): Promise<void> {
    const { camera, reader, clock } = this.ports;
    const { signal } = watching.aborter;
    const stream = await camera.open(signal);
    if (signal.aborted) return stream.stop();
    watching.stream = stream;
    stream.onLost((failure) => this.#fail(watching, failure.code, failure));
    this.listener.onCamera();
    if (this.#readerBroken) await this.#closeReader();
    const report = await reader.open({
      backend: this.backend,
      signal,
      onProgress: (progress) => {
        if (!signal.aborted) this.listener.onProgress(progress);
      },
    });
    // The reset waits for a reading that was under way when the last watch ended, and that may hang.
    await this.#inTime(reader.reset(), 'the reader does not forget the last stream');
    if (signal.aborted) return;
    watching.lastSignMs = clock.monotonicMs();
    this.#pump(watching, stream);
    this.listener.onOpen(report);
  }

  async #closeReader(): Promise<void> {
    await this.#inTime(this.ports.reader.close(), 'the reader does not close');
    this.#readerBroken = false;
  }

  /** Waits for the reader's answer, at most `ANSWER_LIMIT_MS`. Then rejects with Failure `model-run` and `otherwise`. */
  async #inTime(answer: Promise<void>, otherwise: string): Promise<void> {
    const { timers } = this.ports;
    let limit = 0;
    const tooLate = new Promise<never>((_, reject) => {
      limit = timers.set(() => reject(new Failure('model-run', otherwise)), ANSWER_LIMIT_MS);
    });
    try {
      await Promise.race([answer, tooLate]);
    } finally {
      timers.clear(limit);
    }
  }

  #pump(watching: Watching, stream: CameraStream): void {
    const { clock, reader } = this.ports;
    // The start of the stream's clock on ours. The frame with the least delay tells it best.
    let originMs = Number.POSITIVE_INFINITY;
    // See: [Note: The reader's pace]
    const pace = new ReadingPace();
    stream.pump(async ({ image, tMs }: Frame) => {
      if (watching.aborter.signal.aborted) return image.close();
      const nowMs = clock.monotonicMs();
      originMs = Math.min(originMs, nowMs - tMs);
      watching.lastSignMs = nowMs;
      if (!pace.hasRested(tMs) || !this.listener.wants(originMs + tMs)) return image.close();
      watching.reading = true;
      try {
        const reading = await reader.read(image, tMs);
        if (reading && !watching.aborter.signal.aborted) this.listener.onReading(reading, originMs + tMs);
      } catch (error) {
        this.#fail(watching, asFailure(error, 'model-run').code, error);
      } finally {
        watching.reading = false;
        watching.lastSignMs = clock.monotonicMs();
        pace.add(tMs, watching.lastSignMs - nowMs);
      }
    });
  }

  #fail(watching: Watching, code: FailureCode, reason: unknown): void {
    if (this.#now !== watching) return;
    log.warn(`The watch ended: ${code}`, reason);
    if (code === 'model-run') this.#readerBroken = true;
    this.close();
    this.listener.onFailure(code);
  }
}
