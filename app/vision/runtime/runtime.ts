import type { InferenceSession, Tensor } from 'onnxruntime-web';
import { Queue } from '../../base/queue';
import { CpuSource } from '../frame/cpu-source';
import type { FrameSource, Picture } from '../frame/frame-source';
import { GpuSource } from '../frame/gpu-source';
import type { Affine } from '../geometry/affine';
import type { Backend, ModelRole } from '../protocol';
import { MODEL_ROLES } from '../protocol';
import { checked, type Gpu, GpuError } from './gpu-device';
import type { Models } from './models';
import type { Build } from './ort-builds';

type Ort = typeof import('onnxruntime-web');
export type Outputs = Readonly<Record<string, Float32Array>>;
export type ModelBytes = Readonly<Record<ModelRole, Uint8Array>>;

/** What every build of onnxruntime-web is given before its first session, which cannot be changed after it. */
export interface OrtOptions {
  readonly build: Build;
  /** Content of the build's binary. */
  readonly wasm: ArrayBuffer;
  readonly threads: number;
}

/** The build's module, ready for sessions. Each is a chunk of its own: only the one that is used is fetched. */
export async function loadOrt({ build, wasm, threads }: OrtOptions): Promise<Ort> {
  const ort = await importBuild(build);
  ort.env.logLevel = 'error';
  ort.env.wasm.numThreads = threads;
  ort.env.wasm.proxy = false;
  ort.env.wasm.wasmBinary = wasm;
  return ort;
}

function importBuild(build: Build): Promise<Ort> {
  if (build === 'jspi') return import('onnxruntime-web/jspi');
  if (build === 'webgpu') return import('onnxruntime-web/webgpu');
  return import('onnxruntime-web/wasm');
}

/** A device that is lost says so within this time of the run that failed, in milliseconds. */
const LOSS_TOLD_MS = 250;

/** The models on one backend, and the current frame they read. */
export class Runtime {
  readonly backend: Backend;
  readonly adapter: string;
  /** Model runs so far. */
  runs = 0;
  /** Why the graphics device cannot be used any more, or null while it can. */
  brokenBecause: string | null = null;
  readonly #queue = new Queue();
  #closing = false;
  /** Ends the run that is under way. */
  #abandon: ((reason: Error) => void) | null = null;

  private constructor(
    readonly models: Models,
    readonly gpu: Gpu | null,
    readonly source: FrameSource,
    readonly inputs: Readonly<Record<ModelRole, Tensor>>,
    readonly sessions: Readonly<Record<ModelRole, InferenceSession>>,
  ) {
    this.backend = gpu ? 'webgpu' : 'wasm';
    this.adapter = gpu?.adapter ?? '';
    void gpu?.device.lost.then(({ message, reason }) => this.#break(`it was lost (${message || reason || 'unknown'})`));
    // See: [Note: A graphics card's errors]
    gpu?.device.addEventListener('uncapturederror', ({ error }) => this.#break(error.message));
  }

  /**
   * Sessions are made one after the other: onnxruntime-web cannot make two at once. Without `gpu` they run on the processor,
   * in whatever build; `mayImport`: see `GpuSource`.
   */
  static async open(ort: Ort, models: Models, bytes: ModelBytes, gpu: Gpu | null, mayImport = true): Promise<Runtime> {
    const source = gpu ? new GpuSource(gpu.device, models, mayImport) : new CpuSource(models);
    const executionProviders = gpu ? [{ name: 'webgpu' as const, device: gpu.device }] : ['wasm' as const];
    const sessions: Partial<Record<ModelRole, InferenceSession>> = {};
    const inputs: Partial<Record<ModelRole, Tensor>> = {};
    try {
      for (const role of MODEL_ROLES) {
        sessions[role] = await ort.InferenceSession.create(bytes[role], {
          executionProviders,
          graphOptimizationLevel: 'all',
          // Threads that wait must sleep: by default they spin, which drains a phone and starves whatever else it does.
          extra: { session: { intra_op: { allow_spinning: '0' } } },
        });
        inputs[role] = inputTensor(ort, source, role, models);
      }
    } catch (error) {
      for (const session of Object.values(sessions)) await session.release();
      source.close();
      gpu?.device.destroy();
      throw error;
    }
    return new Runtime(
      models,
      gpu,
      source,
      inputs as Record<ModelRole, Tensor>,
      sessions as Record<ModelRole, InferenceSession>,
    );
  }

  /** Whether pictures of a camera are bound as they are; see `GpuSource`. */
  get mayImport(): boolean {
    return this.source instanceof GpuSource && this.source.mayImport;
  }

  get gpuBuffers(): number {
    return this.source instanceof GpuSource ? this.source.held : 0;
  }

  /** What `work` with this runtime gives. Rejects where a graphics card did not do all of it. */
  async checked<T>(work: () => Promise<T>): Promise<T> {
    if (!this.gpu) return work();
    const result = await checked(this.gpu.device, work);
    if (this.brokenBecause !== null) throw new GpuError(this.brokenBecause);
    return result;
  }

  /** Whether the graphics device is broken; waits a moment, since a run may fail before it is told that the device is lost. */
  async isBroken(): Promise<boolean> {
    if (this.gpu && this.brokenBecause === null)
      await Promise.race([this.gpu.device.lost, new Promise((resolve) => setTimeout(resolve, LOSS_TOLD_MS))]);
    return this.brokenBecause !== null;
  }

  load(picture: Picture): Promise<void> {
    return this.source.load(picture);
  }

  unload(): void {
    this.source.unload();
  }

  /** Runs `role` on crops of the current frame. Rejects at once when the graphics device is lost meanwhile. */
  infer(role: ModelRole, crops: readonly Affine[]): Promise<Outputs> {
    return this.#run(role, () => this.source.sample(role, crops));
  }

  /** Runs `role` on given values, for the self-test. */
  inferValues(role: ModelRole, values: Float32Array<ArrayBuffer>): Promise<Outputs> {
    return this.#run(role, () => this.source.put(role, values));
  }

  async close(): Promise<void> {
    this.#closing = true;
    for (const role of MODEL_ROLES) await this.sessions[role].release().catch(() => undefined);
    this.source.close();
    this.gpu?.device.destroy();
  }

  #run(role: ModelRole, fill: () => void | Promise<void>): Promise<Outputs> {
    return this.#queue.run(async () => {
      await fill();
      this.runs++;
      const feeds = { [this.models[role].input.name]: this.inputs[role] };
      const results = await this.#unlessLost(this.sessions[role].run(feeds));
      return Object.fromEntries(Object.entries(results).map(([name, { data }]) => [name, data as Float32Array]));
    });
  }

  /**
   * `run`, or a rejection as soon as the device is lost: a run on a lost device may never end. Not a race with a promise that
   * lives as long as the device, which would hold every run's result as long.
   */
  #unlessLost<T>(run: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#abandon = reject;
      run.then(resolve, reject);
    }).finally(() => {
      this.#abandon = null;
    });
  }

  #break(why: string): void {
    if (this.#closing) return;
    this.brokenBecause ??= why;
    this.#abandon?.(new GpuError(why));
  }
}

function inputTensor(ort: Ort, source: GpuSource | CpuSource, role: ModelRole, models: Models): Tensor {
  const dims = [...models[role].input.shape];
  return source instanceof GpuSource
    ? ort.Tensor.fromGpuBuffer(source.input(role), { dataType: 'float32', dims })
    : new ort.Tensor('float32', source.inputs[role], dims);
}
