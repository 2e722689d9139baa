import type { Affine } from './affine';
import type { FrameSource, Picture } from './frame-source';
import { borderOf, inputLength, sizeOf } from './frame-source';
import type { Models } from './models';
import type { ModelRole } from './protocol';
import { MODEL_ROLES } from './protocol';
import type { Pixels } from './resample';
import { resample } from './resample';

/** Reads a frame's pixels once into memory and samples every crop from there. */
export class CpuSource implements FrameSource {
  readonly inputs: Readonly<Record<ModelRole, Float32Array>>;
  readonly #context: OffscreenCanvasRenderingContext2D;
  #pixels: Pixels | null = null;

  constructor(readonly models: Models) {
    this.inputs = Object.fromEntries(
      MODEL_ROLES.map((role) => [role, new Float32Array(inputLength(models[role].input.shape))]),
    ) as Record<ModelRole, Float32Array>;
    this.#context = new OffscreenCanvas(1, 1).getContext('2d', { alpha: false, willReadFrequently: true })!;
  }

  async load(picture: Picture): Promise<void> {
    const { width, height } = sizeOf(picture);
    const { canvas } = this.#context;
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    this.#context.drawImage(picture, 0, 0, width, height);
    this.#pixels = this.#context.getImageData(0, 0, width, height);
  }

  unload(): void {
    this.#pixels = null;
  }

  sample(role: ModelRole, crops: readonly Affine[]): void {
    const { input } = this.models[role];
    const values = inputLength(input.shape.slice(1));
    for (const [i, map] of crops.entries())
      resample(this.#pixels!, map, input, borderOf(role), this.inputs[role], i * values);
  }

  put(role: ModelRole, values: Float32Array<ArrayBuffer>): void {
    this.inputs[role].set(values);
  }

  close(): void {
    this.#pixels = null;
  }
}
