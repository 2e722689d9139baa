import type { FrameReading } from '../../domain/face/face-reading';
import { Failure } from '../../domain/failure/failure';
import type { Picture } from '../frame/frame-source';
import { sizeOf } from '../frame/frame-source';
import { FacePipeline } from '../pipeline';
import type { Backend, DeviceReport, ModelRole, OpenOptions, Progress, SelfTest } from '../protocol';
import { MODEL_ROLES } from '../protocol';
import { AssetFetcher } from '../runtime/assets';
import golden from '../runtime/golden.json' with { type: 'json' };
import { openGpu } from '../runtime/gpu-device';
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

interface Opened {
  readonly runtime: Runtime;
  readonly ort: Ort;
  readonly bytes: ModelBytes;
  readonly build: Build;
  readonly threads: number;
}

/** Everything the vision worker does, without its messages: chooses a backend, reads frames, survives a lost device. */
export class VisionEngine {
  readonly #clock = new StageClock();
  readonly #selfTests: SelfTest[] = [];
  #opened: Opened | null = null;
  readonly #pipeline: FacePipeline;
  #framesRead = 0;
  #deviceLosses = 0;
  #gpuRunsBefore = 0;

  constructor(readonly models: Models = MODELS) {
    this.#pipeline = new FacePipeline((role, crops) => this.#runtime().infer(role, crops), models, this.#clock);
  }

  /** See `FaceReader.open`. An explicit backend is used or refused, never replaced. */
  async open(options: OpenOptions, onProgress: (progress: Progress) => void): Promise<DeviceReport> {
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

  /** Reads one picture, which stays the caller's to close. After a lost device everything is rebuilt and it is read again. */
  async read(picture: Picture, tMs: number): Promise<FrameReading> {
    try {
      return await this.#readOnce(picture, tMs);
    } catch (error) {
      if (this.#runtime().lostBecause === null) throw error;
      await this.#rebuild();
      return this.#readOnce(picture, tMs);
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

  /** Loses the graphics device as a driver would, for tests. */
  loseDevice(): void {
    this.#runtime().gpu?.device.destroy();
  }

  /** The backend, tested; null, with the reason kept, where it does not work here. A failed download is thrown. */
  async #try(
    backend: Backend,
    options: OpenOptions,
    assets: AssetFetcher,
    onProgress: (progress: Progress) => void,
  ): Promise<Opened | null> {
    let runtime: Runtime | null = null;
    try {
      const gpu = backend === 'webgpu' ? await openGpu() : null;
      if (gpu?.software && options.backend === 'auto') throw new Error(`${gpu.adapter} is emulated by the processor`);
      const build = gpu ? gpuBuild() : 'wasm';
      const threads = gpu ? 1 : wasmThreads(options.threads);
      const { wasm, models: bytes, totalBytes } = await assets.fetch(build);
      onProgress({ step: 'warm-up', loadedBytes: totalBytes, totalBytes });
      const ort = await loadOrt({ build, wasm, threads });
      const pipelinesBefore = gpu?.pipelines() ?? 0;
      runtime = await Runtime.open(ort, this.models, bytes, gpu);
      onProgress({ step: 'self-test', loadedBytes: totalBytes, totalBytes });
      const test = await this.#selfTest(runtime, pipelinesBefore);
      this.#selfTests.push(test);
      if (test.passed) return { runtime, ort, bytes, build, threads };
    } catch (error) {
      if (error instanceof Failure) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      this.#selfTests.push({ backend, passed: false, maxDifference: 0, tolerance: TOLERANCE, reason });
    }
    await runtime?.close();
    return null;
  }

  async #selfTest(runtime: Runtime, pipelinesBefore: number): Promise<SelfTest> {
    const run = (role: ModelRole, values: Float32Array<ArrayBuffer>) => runtime.inferValues(role, values);
    const test = await selfTest(runtime.backend, run, this.models, golden as Golden);
    const { gpu } = runtime;
    // See: [Note: Was it really the graphics card]; two of the pipelines are ours.
    const unused = gpu !== null && gpu.pipelines() - pipelinesBefore <= 2;
    return unused ? { ...test, passed: false, reason: 'the models ran on the processor' } : test;
  }

  async #readOnce(picture: Picture, tMs: number): Promise<FrameReading> {
    const runtime = this.#runtime();
    if (runtime.lostBecause !== null) throw new Error(runtime.lostBecause);
    const { width, height } = sizeOf(picture);
    this.#clock.begin();
    try {
      await this.#clock.time('upload', () => runtime.load(picture));
      const reading = await this.#pipeline.read({ width, height, tMs });
      this.#framesRead++;
      return reading;
    } finally {
      runtime.unload();
    }
  }

  async #rebuild(): Promise<void> {
    const { runtime, ...rest } = this.#open();
    this.#deviceLosses++;
    this.#gpuRunsBefore += runtime.runs;
    await runtime.close();
    const gpu = await openGpu();
    this.#opened = { ...rest, runtime: await Runtime.open(rest.ort, this.models, rest.bytes, gpu) };
    this.#pipeline.reset();
  }

  #open(): Opened {
    if (!this.#opened) throw new Failure('model-run', 'The reader is not open.');
    return this.#opened;
  }

  #runtime(): Runtime {
    return this.#open().runtime;
  }
}
