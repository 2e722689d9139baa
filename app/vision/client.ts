import type { FrameReading } from '../domain/face/face-reading';
import { asFailure, Failure, type FailureCode } from '../domain/failure/failure';
import type { DeviceReport, OpenOptions, Progress, Request, Response } from './protocol';
import type { FaceReader } from './reader';
import { IOS_MAX_GPU_RUNS, isIos } from './runtime/ios';

/** What the client needs of a Worker. */
export type WorkerPort = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

export interface ClientOptions {
  /** Absolute URL of the folder that holds `models/` and `ort/`. */
  readonly baseUrl: string;
  /** Threads for wasm; 0 (the default) lets the worker choose. */
  readonly threads?: number;
  readonly startWorker?: () => WorkerPort;
  readonly limits?: Partial<ClientLimits>;
  /** Whether the device needs what [Note: WebGPU on iOS] says; found out where it is not given. */
  readonly ios?: boolean;
}

type WithoutId<T> = T extends { readonly id: number } ? Omit<T, 'id'> : never;
type Picture = VideoFrame | ImageBitmap;

interface Call {
  readonly resolve: (response: Response) => void;
  readonly reject: (reason: unknown) => void;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Ends the reader if the worker stays silent. */
  silence: ReturnType<typeof setTimeout>;
}

interface Waiting {
  readonly frame: Picture;
  readonly tMs: number;
  readonly resolve: (reading: Promise<FrameReading | null> | null) => void;
}

/**
 * How long the worker may be silent before it counts as hung, in milliseconds. A slow phone is busy for long, but seldom without a
 * word: it tells of each piece of a download, and of each stage of starting.
 */
export interface ClientLimits {
  /** Until its first word: its script must arrive, and the graphics card be asked for. */
  readonly startMs: number;
  /** Between two pieces of the download: a network that gives nothing for so long has gone. */
  readonly downloadMs: number;
  /** Compiling, and the self-test: up to 20 s with the processor slowed six times. */
  readonly preparingMs: number;
  /** One frame, and every other answer. A graphics card that broke is opened again meanwhile. */
  readonly answerMs: number;
}

export const LIMITS: ClientLimits = { startMs: 30_000, downloadMs: 30_000, preparingMs: 90_000, answerMs: 15_000 };

/** How long a worker may take to free what it holds before it is ended as it is. */
export const CLOSE_LIMIT_MS = 1_000;

/** The typed bridge to the vision worker: the only place of the page that talks to it. See `FaceReader` for the promises. */
export class VisionClient implements FaceReader {
  readonly #calls = new Map<number, Call>();
  #worker: WorkerPort | null = null;
  #opening: Promise<DeviceReport> | null = null;
  #openOptions: OpenOptions | null = null;
  #lastId = 0;
  #reading = false;
  #waiting: Waiting | null = null;
  #framesDropped = 0;
  #fresh = false;

  readonly #ios: boolean;
  readonly #limits: ClientLimits;

  constructor(readonly options: ClientOptions) {
    this.#limits = { ...LIMITS, ...options.limits };
    this.#ios = options.ios ?? isIos(navigator);
  }

  open({ onProgress, signal, backend = 'auto' }: Parameters<FaceReader['open']>[0] = {}): Promise<DeviceReport> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    if (this.#opening) return this.#opening;
    const { baseUrl, threads = 0 } = this.options;
    const wanted = backend === 'auto' && this.#ios ? 'wasm' : backend;
    this.#openOptions = { baseUrl, backend: wanted, threads, fresh: this.#fresh };
    const stop = (): void => this.#end(signal!.reason);
    signal?.addEventListener('abort', stop, { once: true });
    this.#opening = this.#start(onProgress).finally(() => signal?.removeEventListener('abort', stop));
    return this.#opening;
  }

  read(frame: Picture, tMs: number): Promise<FrameReading | null> {
    if (!this.#worker) {
      frame.close();
      return Promise.reject(new Failure('model-run', 'The reader is not open.'));
    }
    if (!this.#reading) return this.#readNow(frame, tMs);
    this.#dropWaiting();
    return new Promise((resolve) => {
      this.#waiting = { frame, tMs, resolve };
    });
  }

  async reset(): Promise<void> {
    await this.#call({ kind: 'reset' });
  }

  async report(): Promise<DeviceReport> {
    const response = await this.#call({ kind: 'report' });
    if (response.kind !== 'report') throw new Failure('model-run', `unexpected ${response.kind}`);
    const openFrames = response.report.openFrames + (this.#waiting ? 1 : 0);
    return { ...response.report, openFrames, framesDropped: this.#framesDropped };
  }

  async close(): Promise<void> {
    // A worker that hangs in a run never answers; ending it frees what it holds all the same.
    const limit = new Promise((resolve) => setTimeout(resolve, CLOSE_LIMIT_MS));
    if (this.#worker) await Promise.race([limit, this.#call({ kind: 'close' }).catch(() => undefined)]);
    this.#end(new Failure('model-run', 'The reader was closed.'));
  }

  /** Starts a worker and opens it. A worker that failed is never asked again: a failed wasm start is final in it. */
  async #start(onProgress?: (progress: Progress) => void): Promise<DeviceReport> {
    try {
      this.#worker = this.#listen((this.options.startWorker ?? startVisionWorker)());
      const response = await this.#call({ kind: 'open', options: this.#openOptions! }, [], onProgress);
      if (response.kind !== 'opened') throw new Failure('runtime-unsupported', `unexpected ${response.kind}`);
      this.#fresh = false;
      return response.report;
    } catch (error) {
      if (error instanceof Failure && error.code === 'model-altered') this.#fresh = true;
      this.#end(error);
      throw error;
    }
  }

  async #readNow(frame: Picture, tMs: number): Promise<FrameReading | null> {
    this.#reading = true;
    try {
      const response = await this.#call({ kind: 'read', frame, tMs }, [frame]);
      if (response.kind !== 'reading') throw new Failure('model-run', `unexpected ${response.kind}`);
      if (this.#ios && response.gpuRuns >= IOS_MAX_GPU_RUNS) await this.#replaceWorker();
      return response.reading;
    } finally {
      // A frame that was transferred is closed already, and closing it twice does nothing.
      frame.close();
      this.#reading = false;
      this.#readWaiting();
    }
  }

  #readWaiting(): void {
    const next = this.#waiting;
    this.#waiting = null;
    next?.resolve(this.read(next.frame, next.tMs));
  }

  #dropWaiting(): void {
    if (!this.#waiting) return;
    this.#framesDropped++;
    this.#waiting.frame.close();
    this.#waiting.resolve(null);
    this.#waiting = null;
  }

  async #replaceWorker(): Promise<void> {
    this.#worker?.terminate();
    this.#opening = this.#start();
    await this.#opening;
  }

  #call(
    request: WithoutId<Request>,
    transfer: Transferable[] = [],
    onProgress?: (progress: Progress) => void,
  ): Promise<Response> {
    const worker = this.#worker;
    if (!worker) return Promise.reject(new Failure('model-run', 'The reader is not open.'));
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      const limitMs = request.kind === 'open' ? this.#limits.startMs : this.#limits.answerMs;
      this.#calls.set(id, { resolve, reject, onProgress, silence: this.#endAfter(limitMs, request.kind) });
      try {
        worker.postMessage({ ...request, id } satisfies Request, transfer);
      } catch (error) {
        this.#forget(id);
        reject(asFailure(error, 'model-run'));
      }
    });
  }

  #listen(worker: WorkerPort): WorkerPort {
    worker.addEventListener('message', (event) => this.#receive((event as MessageEvent<Response>).data));
    worker.addEventListener('error', (event) => {
      if (worker === this.#worker) this.#end(new Failure('runtime-unsupported', (event as ErrorEvent).message));
    });
    return worker;
  }

  #receive(response: Response): void {
    const call = this.#calls.get(response.id);
    if (!call) return;
    if (response.kind === 'progress') {
      clearTimeout(call.silence);
      call.silence = this.#afterProgress(response.progress);
      call.onProgress?.(response.progress);
      return;
    }
    this.#forget(response.id);
    if (response.kind === 'failed') call.reject(new Failure(response.code, response.detail));
    else call.resolve(response);
  }

  #afterProgress({ step }: Progress): ReturnType<typeof setTimeout> {
    const { preparingMs, downloadMs } = this.#limits;
    if (step === 'warm-up' || step === 'self-test') return this.#endAfter(preparingMs, step);
    return this.#endAfter(downloadMs, step, 'model-download');
  }

  /** A worker that hangs is ended, so that the next try begins with a new one. */
  #endAfter(ms: number, what: string, code: FailureCode = 'model-silent'): ReturnType<typeof setTimeout> {
    return setTimeout(() => this.#end(new Failure(code, `${what}: nothing for ${ms} ms`)), ms);
  }

  #forget(id: number): void {
    clearTimeout(this.#calls.get(id)?.silence);
    this.#calls.delete(id);
  }

  /** Ends the worker with everything it holds; what still waits for an answer gets `reason`. */
  #end(reason: unknown): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#opening = null;
    this.#dropWaiting();
    const calls = [...this.#calls.values()];
    this.#calls.clear();
    for (const call of calls) {
      clearTimeout(call.silence);
      call.reject(reason);
    }
  }
}

const startVisionWorker = (): Worker =>
  new Worker(new URL('./worker/vision.worker.ts', import.meta.url), { type: 'module', name: 'vision' });
