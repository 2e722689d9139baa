import type { FrameReading, Stage } from '../domain/face/face-reading';
import type { FailureCode } from '../domain/failure/failure';

/** What actually runs the models. `webgpu-fp16` is WebGPU on an adapter with `shader-f16`. */
export type Backend = 'webgpu' | 'wasm';

/** The roles a model can have, and the keys of models.json. */
export const MODEL_ROLES = ['detector', 'landmarks', 'iris', 'expression'] as const;
export type ModelRole = (typeof MODEL_ROLES)[number];

/** How far the download of runtime and models has come. */
export interface Progress {
  readonly loadedBytes: number;
  readonly totalBytes: number;
  /** What is being fetched or done now. */
  readonly step: 'runtime' | ModelRole | 'warm-up' | 'self-test';
}

/** Outcome of running the golden samples on a backend. */
export interface SelfTest {
  readonly backend: Backend;
  readonly passed: boolean;
  /** Largest absolute difference from the stored wasm outputs, as a share of each output's range. */
  readonly maxDifference: number;
  readonly tolerance: number;
  /** Why it did not pass or could not run; empty when it passed. */
  readonly reason: string;
}

/** What "This device" in Settings shows. */
export interface DeviceReport {
  readonly backend: Backend;
  /** The build of onnxruntime-web in use. */
  readonly build: 'jspi' | 'webgpu' | 'wasm';
  readonly threads: number;
  /** Adapter name as the browser tells it; empty on wasm. */
  readonly adapter: string;
  /** Each backend that was tried, in order; the last one is in use. */
  readonly selfTests: readonly SelfTest[];
  /** Model id and version by role. */
  readonly models: Readonly<Record<ModelRole, string>>;
  /** Median milliseconds per stage over the last frames, where the stage has run. */
  readonly medianStageMs: Readonly<Partial<Record<Stage, number>>>;
  readonly framesRead: number;
  readonly framesDropped: number;
  readonly openFrames: number;
  readonly gpuBuffers: number;
  /** How often the GPU device was lost, or refused what it was asked to do, and was opened again or given up. */
  readonly deviceLosses: number;
}

export interface OpenOptions {
  /** Absolute URL of the folder that holds `models/` and `ort/`. */
  readonly baseUrl: string;
  readonly backend: 'auto' | Backend;
  /** Threads for wasm; 1 unless cross-origin isolated. 0 lets the worker choose. */
  readonly threads: number;
  /** Ask the server for runtime and models even where a cache has them: after `model-altered`. */
  readonly fresh: boolean;
}

/** Page to worker. Each request has an `id` that its answer repeats. */
export type Request =
  | { readonly id: number; readonly kind: 'open'; readonly options: OpenOptions }
  /** `frame` is transferred: the worker closes it. `tMs` is its capture time since the stream's first frame. */
  | { readonly id: number; readonly kind: 'read'; readonly frame: VideoFrame | ImageBitmap; readonly tMs: number }
  /** Forget the tracked face and filters, at the start of a stream. */
  | { readonly id: number; readonly kind: 'reset' }
  | { readonly id: number; readonly kind: 'report' }
  | { readonly id: number; readonly kind: 'close' };

/** Worker to page. */
export type Response =
  | { readonly id: number; readonly kind: 'opened'; readonly report: DeviceReport }
  | { readonly id: number; readonly kind: 'progress'; readonly progress: Progress }
  /** `gpuRuns`: model runs on the graphics card since the worker started. */
  | { readonly id: number; readonly kind: 'reading'; readonly reading: FrameReading; readonly gpuRuns: number }
  | { readonly id: number; readonly kind: 'report'; readonly report: DeviceReport }
  | { readonly id: number; readonly kind: 'done' }
  | { readonly id: number; readonly kind: 'failed'; readonly code: FailureCode; readonly detail: string };
