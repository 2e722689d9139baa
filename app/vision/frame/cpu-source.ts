import type { Affine } from '../geometry/affine';
import type { ModelRole } from '../protocol';
import { MODEL_ROLES } from '../protocol';
import type { Models } from '../runtime/models';
import type { FrameSource, Picture } from './frame-source';
import { inputLength, samplingOf, sizeOf } from './frame-source';
import { PixelReader } from './pixel-reader';
import type { Pixels } from './resample';
import { GreyMemory, isWithin, resample, windowOf } from './resample';

/**
 * Reads a frame's pixels into memory and samples every crop from there. Only the part that the crops show is read: a tracked
 * face fills a fraction of the frame, and copying the rest took a tenth of the whole reading.
 */
export class CpuSource implements FrameSource {
  readonly inputs: Readonly<Record<ModelRole, Float32Array>>;
  readonly #reader = new PixelReader();
  readonly #greys = new GreyMemory();
  #picture: Picture | null = null;
  #pixels: Pixels | null = null;

  constructor(readonly models: Models) {
    this.inputs = Object.fromEntries(
      MODEL_ROLES.map((role) => [role, new Float32Array(inputLength(models[role].input.shape))]),
    ) as Record<ModelRole, Float32Array>;
  }

  async load(picture: Picture): Promise<void> {
    this.#picture = picture;
    this.#pixels = null;
  }

  unload(): void {
    this.#picture = null;
    this.#pixels = null;
  }

  async sample(role: ModelRole, crops: readonly Affine[]): Promise<void> {
    const { input } = this.models[role];
    const values = inputLength(input.shape.slice(1));
    const pixels = await this.#pixelsFor(crops, input.shape[3]!);
    for (const [i, map] of crops.entries())
      resample(pixels, map, input, samplingOf(role), this.inputs[role], i * values, this.#greys);
  }

  put(role: ModelRole, values: Float32Array<ArrayBuffer>): void {
    this.inputs[role].set(values);
  }

  close(): void {
    this.unload();
  }

  /** The pixels the crops show: those read before for this frame where they suffice. */
  async #pixelsFor(crops: readonly Affine[], cropSize: number): Promise<Pixels> {
    const picture = this.#picture!;
    const { width, height } = sizeOf(picture);
    const window = windowOf(crops, cropSize, width, height);
    if (!this.#pixels || !isWithin(window, this.#pixels.window))
      this.#pixels = await this.#reader.read(picture, window);
    return this.#pixels;
  }
}
