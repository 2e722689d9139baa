import type { FrameReading } from '../../domain/face/face-reading';
import { Failure } from '../../domain/failure/failure';
import type { Picture } from '../frame/frame-source';
import { sizeOf } from '../frame/frame-source';
import { FacePipeline } from '../pipeline';
import type { Backend, DeviceReport, ModelRole, OpenOptions, Progress, SelfTest } from '../protocol';
import { MODEL_ROLES } from '../protocol';
import { AssetFetcher } from '../runtime/assets';
import golden from '../runtime/golden.json' with { type: 'json' };
import { type Gpu, GpuError, openGpu } from '../runtime/gpu-device';
import type { Models } from '../runtime/models';
import { MODELS, modelName } from '../runtime/models';
import type { Build } from '../runtime/ort-builds';
import { backendsToTry, gpuBuild, wasmThreads } from '../runtime/platform';
import type { ModelBytes } from '../runtime/runtime';
import { loadOrt, Runtime } from '../runtime/runtime';
import type { Golden } from '../runtime/self-test';
import { selfTest, TOLERANCE } from '../runtime/self-test';
import { StageClock } from './stage-clock';

type Ort = Awaited<ReturnType<typeof loadOrt>>;

/** What stays when a graphics device breaks. */
interface Loaded {
  readonly ort: Ort;
  readonly bytes: ModelBytes;
  readonly build: Build;
  readonly threads: number;
}

interface Opened extends Loaded {
  readonly runtime: Runtime;
}

/** A graphics device that broke more often than this is given up. */
export const MOST_REOPENINGS = 3;

/** Everything the vision worker does, without its messages: chooses a backend, reads frames, survives a broken device. */
export class VisionEngine {
  readonly #clock = new StageClock();
  readonly #selfTests: SelfTest[] = [];
  #opened: Opened | null = null;
  readonly #pipeline: FacePipeline;
  #framesRead = 0;
  #deviceLosses = 0;
  #gpuRunsBefore = 0;
  #mayReplace = false;

  constructor(
    readonly models: Models = MODELS,
    readonly newGpu: () => Promise<Gpu> = openGpu,
  ) {
    this.#pipeline = new FacePipeline((role, crops) => this.#runtime().infer(role, crops), models, this.#clock);
  }

  /** See `FaceReader.open`. An explicit backend is used or refused, never replaced. */
  async open(options: OpenOptions, onProgress: (progress: Progress) => void): Promise<DeviceReport> {
    this.#mayReplace = options.backend === 'auto';
    const assets = new AssetFetcher(this.models, { ...options, onProgress });
    for (const backend of backendsToTry(options.backend)) {
      this.#opened = await this.#try(backend, options, assets, onProgress);
      if (this.#opened) return this.report();
    }
    throw new Failure(
      'runtime-unsupported',
      this.#selfTests.map((test) => `${test.backend}: ${test.reason}`).join('; '),
    );
  }

  /**
   * Reads one picture, which stays the caller's to close. Where the graphics card breaks over it, the device is opened again,
   * or the processor takes its place where that was left to us, and it is read again: what a broken card gave is never told.
   */
  async read(picture: Picture, tMs: number): Promise<FrameReading> {
    for (;;) {
      try {
        return await this.#readOnce(picture, tMs);
      } catch (error) {
        if (!(error instanceof GpuError) && !(await this.#runtime().isBroken())) throw error;
        await this.#recover(error);
      }
    }
  }

  reset(): void {
    this.#pipeline.reset();
  }

  /** Model runs on the graphics card so far. */
  get gpuRuns(): number {
    const runtime = this.#opened?.runtime;
    return this.#gpuRunsBefore + (runtime?.backend === 'webgpu' ? runtime.runs : 0);
  }

  report(openFrames = 0): DeviceReport {
    const { runtime, build, threads } = this.#open();
    return {
      backend: runtime.backend,
      build,
      threads,
      adapter: runtime.adapter,
      selfTests: [...this.#selfTests],
      models: Object.fromEntries(MODEL_ROLES.map((role) => [role, modelName(this.models[role])])) as Record<
        ModelRole,
        string
      >,
      medianStageMs: this.#clock.medians(),
      framesRead: this.#framesRead,
      framesDropped: 0,
      openFrames,
      gpuBuffers: runtime.gpuBuffers,
      deviceLosses: this.#deviceLosses,
    };
  }

  async close(): Promise<void> {
    await this.#opened?.runtime.close();
    this.#opened = null;
  }

  /** The backend, tested; null, with the reason kept, where it does not work here. A failed download is thrown. */
  async #try(
    backend: Backend,
    options: OpenOptions,
    assets: AssetFetcher,
    onProgress: (progress: Progress) => void,
  ): Promise<Opened | null> {
    try {
      const gpu = backend === 'webgpu' ? await this.newGpu() : null;
      if (gpu?.software && options.backend === 'auto') throw new Error(`${gpu.adapter} is emulated by the processor`);
      const build = gpu ? gpuBuild() : 'wasm';
      const threads = gpu ? 1 : wasmThreads(options.threads);
      const { wasm, models: bytes, totalBytes } = await assets.fetch(build);
      onProgress({ step: 'warm-up', loadedBytes: totalBytes, totalBytes });
      const loaded = { ort: await loadOrt({ build, wasm, threads }), bytes, build, threads };
      onProgress({ step: 'self-test', loadedBytes: totalBytes, totalBytes });
      return await this.#start(loaded, gpu);
    } catch (error) {
      if (error instanceof Failure) throw error;
      this.#selfTests.push(notRun(backend, error));
      return null;
    }
  }

  /** The models on `gpu`, or on the processor in the same build without one; null, with the reason kept, where its self-test fails. */
  async #start(loaded: Loaded, gpu: Gpu | null, mayImport = true): Promise<Opened | null> {
    const pipelinesBefore = gpu?.pipelines() ?? 0;
    const runtime = await Runtime.open(loaded.ort, this.models, loaded.bytes, gpu, mayImport);
    try {
      const test = await this.#selfTest(runtime, pipelinesBefore);
      this.#selfTests.push(test);
      if (test.passed) return { ...loaded, runtime };
    } catch (error) {
      this.#selfTests.push(notRun(runtime.backend, error));
    }
    await runtime.close();
    return null;
  }

  async #selfTest(runtime: Runtime, pipelinesBefore: number): Promise<SelfTest> {
    const run = (role: ModelRole, values: Float32Array<ArrayBuffer>) => runtime.inferValues(role, values);
    const test = await runtime.checked(() => selfTest(runtime.backend, run, this.models, golden as Golden));
    const { gpu } = runtime;
    // See: [Note: Was it really the graphics card]; two of the pipelines are ours.
    const unused = gpu !== null && gpu.pipelines() - pipelinesBefore <= 2;
    return unused ? { ...test, passed: false, reason: 'the models ran on the processor' } : test;
  }

  async #readOnce(picture: Picture, tMs: number): Promise<FrameReading> {
    const runtime = this.#runtime();
    if (runtime.brokenBecause !== null) throw new GpuError(runtime.brokenBecause);
    const { width, height } = sizeOf(picture);
    this.#clock.begin();
    try {
      const reading = await runtime.checked(async () => {
        await this.#clock.time('upload', () => runtime.load(picture));
        return this.#pipeline.read({ width, height, tMs });
      });
      this.#framesRead++;
      return reading;
    } finally {
      runtime.unload();
    }
  }

  /** Opens the graphics device again, or goes on without it. Throws Failure `model-run` where neither can be done. */
  async #recover(reason: unknown): Promise<void> {
    const { runtime, ...loaded } = this.#open();
    this.#opened = null;
    this.#deviceLosses++;
    this.#gpuRunsBefore += runtime.runs;
    // What it followed may have been seen by a card that computed nonsense.
    this.#pipeline.reset();
    await runtime.close();
    if (this.#deviceLosses <= MOST_REOPENINGS) this.#opened = await this.#reopen(loaded, runtime.mayImport);
    // The build for graphics cards computes on the processor as well: nothing has to be fetched in mid-recall.
    if (!this.#opened && this.#mayReplace) this.#opened = await this.#start(loaded, null);
    if (!this.#opened) throw new Failure('model-run', `WebGPU: ${String(reason)}`);
  }

  async #reopen(loaded: Loaded, imported: boolean): Promise<Opened | null> {
    try {
      // A camera's picture that is imported is what makes some graphics processes crash: from now on it is copied.
      return await this.#start(loaded, await this.newGpu(), !imported);
    } catch (error) {
      this.#selfTests.push(notRun('webgpu', error));
      return null;
    }
  }

  #open(): Opened {
    if (!this.#opened) throw new Failure('model-run', 'The reader is not open.');
    return this.#opened;
  }

  #runtime(): Runtime {
    return this.#open().runtime;
  }
}

const notRun = (backend: Backend, error: unknown): SelfTest => ({
  backend,
  passed: false,
  maxDifference: 0,
  tolerance: TOLERANCE,
  reason: error instanceof Error ? error.message : String(error),
});
