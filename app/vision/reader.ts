import type { FrameReading } from '../domain/face/face-reading';
import type { Backend, DeviceReport, Progress } from './protocol';

/** The vision worker as the rest of the page sees it: implemented by `client.ts`, and by fakes in tests. */
export interface FaceReader {
  /**
   * Fetches runtime and models (from the cache after the first time), chooses a backend, self-tests, warms up.
   * Calling it again while open answers at once. Rejects with Failure (`model-download`, also if the
   * network goes silent, `model-altered`, `runtime-unsupported`, `model-silent` if the worker hangs) and can then be called again: a new worker is started.
   */
  open(options?: {
    onProgress?: (progress: Progress) => void;
    signal?: AbortSignal;
    backend?: 'auto' | Backend;
  }): Promise<DeviceReport>;
  /**
   * Reads one frame, which is transferred and closed in every case. While one is being read only the newest further
   * frame is kept: the one it replaces is closed and its promise resolves to null. Rejects with Failure `model-run`, or `model-silent`
   * if the worker hangs; it can then be opened again.
   */
  read(frame: VideoFrame | ImageBitmap, tMs: number): Promise<FrameReading | null>;
  /** Forgets the tracked face: call when a stream starts. */
  reset(): Promise<void>;
  report(): Promise<DeviceReport>;
  /** Ends the worker and frees everything. */
  close(): Promise<void>;
}
