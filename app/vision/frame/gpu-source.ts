import { type Affine, stretched } from '../geometry/affine';
import type { ModelRole } from '../protocol';
import { MODEL_ROLES } from '../protocol';
import type { Models } from '../runtime/models';
import type { FrameSource, Picture } from './frame-source';
import { inputLength, samplingOf, sizeOf } from './frame-source';
import { resampleShader } from './gpu-resample';
import { normalisation, samplesPerSide } from './resample';

/** Buffers shared with onnxruntime-web are made in steps of this many bytes. */
const BUFFER_STEP = 16;
const WORKGROUP = 8;
/** Bytes of the shader's `Params`: see `gpu-resample.ts`. */
const PARAMS_BYTES = 128;

interface Target {
  readonly input: GPUBuffer;
  readonly params: GPUBuffer;
}

/**
 * Samples crops on the graphics card: the camera's picture is bound as an external texture and one compute pass writes the
 * model's input; no pixel is read back. See: [Note: One rule for sampling]
 */
export class GpuSource implements FrameSource {
  readonly #targets: Readonly<Record<ModelRole, Target>>;
  readonly #external: GPUComputePipeline;
  readonly #plain: GPUComputePipeline;
  #picture: Picture | null = null;
  #imports = false;
  #texture: GPUTexture | null = null;

  /** `mayImport`: whether pictures of a camera may be bound as they are, which makes some browsers' graphics process crash. */
  constructor(
    readonly device: GPUDevice,
    readonly models: Models,
    readonly mayImport = true,
  ) {
    this.#targets = Object.fromEntries(MODEL_ROLES.map((role) => [role, this.#target(role)])) as Record<
      ModelRole,
      Target
    >;
    this.#external = this.#pipeline('texture_external');
    this.#plain = this.#pipeline('texture_2d<f32>');
  }

  /** The buffer a model's input tensor wraps. */
  input(role: ModelRole): GPUBuffer {
    return this.#targets[role].input;
  }

  /** Buffers and textures of ours that are not freed. */
  get held(): number {
    return 2 * MODEL_ROLES.length + (this.#texture ? 1 : 0);
  }

  async load(picture: Picture): Promise<void> {
    this.#picture = picture;
    const { width, height } = sizeOf(picture);
    const most = this.device.limits.maxTextureDimension2D;
    const isTooLarge = Math.max(width, height) > most;
    this.#imports = this.mayImport && isVideoFrame(picture) && !isTooLarge && this.#canImport(picture);
    if (this.#imports) return;
    if (!isVideoFrame(picture) && !isTooLarge) return this.#copy(picture);
    const bitmap = await createImageBitmap(picture, isTooLarge ? shrunk(width, height, most) : {});
    try {
      this.#copy(bitmap);
    } finally {
      bitmap.close();
    }
  }

  unload(): void {
    this.#picture = null;
  }

  sample(role: ModelRole, crops: readonly Affine[]): void {
    const { device } = this;
    const { input, params } = this.#targets[role];
    const { shape } = this.models[role].input;
    device.queue.writeBuffer(params, 0, this.#params(role, crops));
    const pipeline = this.#imports ? this.#external : this.#plain;
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setPipeline(pipeline);
    pass.setBindGroup(
      0,
      device.createBindGroup({
        layout: pipeline.getBindGroupLayout(0),
        entries: [
          { binding: 0, resource: this.#view() },
          { binding: 1, resource: { buffer: params } },
          { binding: 2, resource: { buffer: input } },
        ],
      }),
    );
    pass.dispatchWorkgroups(Math.ceil(shape[3]! / WORKGROUP), Math.ceil(shape[2]! / WORKGROUP), crops.length);
    pass.end();
    device.queue.submit([encoder.finish()]);
  }

  put(role: ModelRole, values: Float32Array<ArrayBuffer>): void {
    this.device.queue.writeBuffer(this.#targets[role].input, 0, values);
  }

  close(): void {
    this.#picture = null;
    this.#texture?.destroy();
    this.#texture = null;
    for (const role of MODEL_ROLES) {
      this.#targets[role].input.destroy();
      this.#targets[role].params.destroy();
    }
  }

  /** Some browsers cannot import camera pictures, mostly where they draw without a graphics card: those are copied. */
  #canImport(frame: VideoFrame): boolean {
    try {
      this.device.importExternalTexture({ source: frame });
      return true;
    } catch {
      return false;
    }
  }

  #copy(source: ImageBitmap): void {
    const { width, height } = source;
    if (this.#texture?.width !== width || this.#texture.height !== height) {
      this.#texture?.destroy();
      const usage = GPUTextureUsage.TEXTURE_BINDING | GPUTextureUsage.COPY_DST | GPUTextureUsage.RENDER_ATTACHMENT;
      this.#texture = this.device.createTexture({ size: [width, height], format: 'rgba8unorm', usage });
    }
    this.device.queue.copyExternalImageToTexture({ source }, { texture: this.#texture }, [width, height]);
  }

  /** An external texture lives for one task only: it is imported again for each pass, which copies nothing. */
  #view(): GPUExternalTexture | GPUTextureView {
    if (!this.#imports) return this.#texture!.createView();
    return this.device.importExternalTexture({ source: this.#picture as VideoFrame });
  }

  /** A picture that was shrunk has fewer pixels than the maps count. */
  #params(role: ModelRole, crops: readonly Affine[]): ArrayBuffer {
    const { input } = this.models[role];
    const { scale, offset } = normalisation(input);
    const frame = sizeOf(this.#picture!);
    const { width, height } = this.#imports ? frame : this.#texture!;
    const buffer = new ArrayBuffer(PARAMS_BYTES);
    const floats = new Float32Array(buffer);
    for (const [i, crop] of crops.entries()) {
      const map = stretched(crop, width / frame.width, height / frame.height);
      floats.set([...map, samplesPerSide(map, samplingOf(role))], 8 * i);
    }
    floats.set(scale, 16);
    floats.set(offset, 20);
    floats.set([width, height], 24);
    new Uint32Array(buffer).set(
      [input.shape[3]!, input.shape[2]!, input.shape[1]!, samplingOf(role).border === 'black' ? 1 : 0],
      28,
    );
    return buffer;
  }

  #target(role: ModelRole): Target {
    const bytes = 4 * inputLength(this.models[role].input.shape);
    return {
      input: this.device.createBuffer({
        label: `${role} input`,
        size: Math.ceil(bytes / BUFFER_STEP) * BUFFER_STEP,
        usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST,
      }),
      params: this.device.createBuffer({
        label: `${role} crops`,
        size: PARAMS_BYTES,
        usage: GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST,
      }),
    };
  }

  #pipeline(texture: string): GPUComputePipeline {
    const module = this.device.createShaderModule({ code: resampleShader(texture) });
    return this.device.createComputePipeline({ layout: 'auto', compute: { module, entryPoint: 'main' } });
  }
}

/** The largest size of the same shape within `most` pixels a side. */
function shrunk(width: number, height: number, most: number): ImageBitmapOptions {
  const share = most / Math.max(width, height);
  return {
    resizeWidth: Math.max(1, Math.floor(width * share)),
    resizeHeight: Math.max(1, Math.floor(height * share)),
    resizeQuality: 'high',
  };
}

const isVideoFrame = (picture: Picture): picture is VideoFrame => 'displayWidth' in picture;
