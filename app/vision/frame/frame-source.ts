import type { Affine } from '../geometry/affine';
import type { ModelRole } from '../protocol';
import type { Sampling } from './resample';

/** A picture as it comes from the page. Whoever holds it closes it. */
export type Picture = VideoFrame | ImageBitmap;

/** Turns the current frame into model inputs: by the processor (`cpu-source.ts`) or the graphics card (`gpu-source.ts`). */
export interface FrameSource {
  /** Makes `picture` the current frame; it must stay open until `unload`. */
  load(picture: Picture): Promise<void>;
  unload(): void;
  /** Writes the model's input: one crop of the current frame for each map from crop pixels to frame pixels. */
  sample(role: ModelRole, crops: readonly Affine[]): void | Promise<void>;
  /** Writes the model's input directly, for the self-test. */
  put(role: ModelRole, values: Float32Array<ArrayBuffer>): void;
  close(): void;
}

/**
 * The detector was made with black around the frame, the others with its edge (MediaPipe `border_mode`). A crop for the
 * expression is far smaller than the face in the frame and its fine lines decide: every frame pixel counts in it, while the
 * large crops of the others may skip every second.
 */
export const samplingOf = (role: ModelRole): Sampling => ({
  border: role === 'detector' ? 'black' : 'edge',
  ...(role === 'expression' ? { spacingPx: 1, most: 16 } : { spacingPx: 2, most: 4 }),
});

export const sizeOf = (picture: Picture): { width: number; height: number } =>
  'displayWidth' in picture
    ? { width: picture.displayWidth, height: picture.displayHeight }
    : { width: picture.width, height: picture.height };

export const inputLength = (shape: readonly number[]): number => shape.reduce((product, n) => product * n, 1);
