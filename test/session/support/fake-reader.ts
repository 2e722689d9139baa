import type { FrameReading } from '../../../app/domain/face/face-reading';
import { Failure, type FailureCode } from '../../../app/domain/failure/failure';
import type { DeviceReport, Progress } from '../../../app/vision/protocol';
import type { FaceReader } from '../../../app/vision/reader';
import { faceReading } from '../../dynamics/summary/readings';
import { sampleDevice } from '../../support/fake-device';

export class FakeReader implements FaceReader {
  /** What a frame gives now; `null` for a frame that was replaced by a newer one. */
  reading: FrameReading | null = faceReading();
  readonly failures: FailureCode[] = [];
  readonly refusals: FailureCode[] = [];
  readonly calls: string[] = [];
  /** When set, opening waits for it, as for a download. */
  download: Promise<void> | null = null;
  /** When set, reading waits for it. */
  stuck: Promise<void> | null = null;
  onProgress: ((progress: Progress) => void) | undefined;

  async open(options: Parameters<FaceReader['open']>[0] = {}): Promise<DeviceReport> {
    this.calls.push(`open ${options.backend}`);
    this.onProgress = options.onProgress;
    await this.download;
    options.signal?.throwIfAborted();
    const refusal = this.refusals.shift();
    if (refusal) throw new Failure(refusal);
    return sampleDevice();
  }

  async read(frame: VideoFrame | ImageBitmap, tMs: number): Promise<FrameReading | null> {
    await this.stuck;
    frame.close();
    const failure = this.failures.shift();
    if (failure) throw new Failure(failure);
    return this.reading?.face ? { face: { ...this.reading.face, tMs } } : this.reading && { ...this.reading, tMs };
  }

  async reset(): Promise<void> {
    this.calls.push('reset');
  }

  report(): Promise<DeviceReport> {
    return Promise.resolve(sampleDevice());
  }

  async close(): Promise<void> {
    this.calls.push('close');
  }
}
