import type { Box } from '../domain/face/face-reading';
import { sharpnessMeter } from './sharpness';
import { squareContext } from './square-context';

/** Side of the thumbnail the light is measured on, in pixels: enough to average, too small to see anybody. */
export const THUMBNAIL_PX = 32;
/** A picture is reused for this long, in milliseconds: light changes slowly and reading pixels back is not free. */
const REUSE_MS = 200;
/** From this luma on, 0..1, a pixel is as good as white: the skin's own light and shade are gone from it. */
export const WHITE_LUMA = 0.95;

/** How light a part of a picture is, and how sharp a face in it. */
export interface Light {
  /** Mean luma, 0..1. */
  readonly mean: number;
  /** Share of it, 0..1, that is as good as white. */
  readonly white: number;
  /** See `sharpness.ts`; absent without a face. */
  readonly sharpness?: number;
}

/** The whole picture. */
const EVERYWHERE: Box = { x: 0, y: 0, width: 1, height: 1 };

/**
 * The light of RGBA bytes inside `box`, with the weights of ITU-R BT.709 on the values as they are displayed.
 * @param width of the picture, in pixels
 * @param box in shares of the picture; what of it lies outside is left out, and at least one pixel is measured
 */
export function lightOf(rgba: Uint8ClampedArray, width: number, box: Box = EVERYWHERE): Light {
  const height = rgba.length / 4 / width;
  const [left, right] = pixels(box.x, box.width, width);
  const [top, bottom] = pixels(box.y, box.height, height);
  let sum = 0;
  let white = 0;
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const at = 4 * (y * width + x);
      const luma = (0.2126 * rgba[at]! + 0.7152 * rgba[at + 1]! + 0.0722 * rgba[at + 2]!) / 255;
      sum += luma;
      if (luma >= WHITE_LUMA) white += 1;
    }
  const count = (right - left) * (bottom - top);
  return { mean: sum / count, white: white / count };
}

/** From the first pixel to the one behind the last. */
function pixels(from: number, length: number, size: number): readonly [first: number, end: number] {
  const first = Math.min(size - 1, Math.max(0, Math.round(from * size)));
  return [first, Math.max(first + 1, Math.min(size, Math.round((from + length) * size)))];
}

/** Measures how light a video's picture is, and how sharp the face in it. */
export class LightMeter {
  readonly #context = squareContext(THUMBNAIL_PX);
  readonly #sharpnessIn = sharpnessMeter();
  #last: { readonly atMs: number; readonly rgba: Uint8ClampedArray; sharpness?: number } | null = null;

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** The light inside `box`, or of the whole picture where it is null; null before the first picture. */
  light(box: Box | null): Light | null {
    const rgba = this.#thumbnail();
    if (!rgba) return null;
    const light = lightOf(rgba, THUMBNAIL_PX, box ?? EVERYWHERE);
    const sharpness = box && this.#sharpness(box);
    return sharpness === null ? light : { ...light, sharpness };
  }

  /** Of the face in `box`, as often as the thumbnail is drawn; null where nothing can be drawn. */
  #sharpness(box: Box): number | null {
    const last = this.#last!;
    if (this.#sharpnessIn) last.sharpness ??= this.#sharpnessIn(this.video, box);
    return last.sharpness ?? null;
  }

  #thumbnail(): Uint8ClampedArray | null {
    if (this.#last && this.now() - this.#last.atMs < REUSE_MS) return this.#last.rgba;
    if (!this.#context || this.video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return null;
    this.#context.drawImage(this.video, 0, 0, THUMBNAIL_PX, THUMBNAIL_PX);
    const rgba = this.#context.getImageData(0, 0, THUMBNAIL_PX, THUMBNAIL_PX).data;
    this.#last = { atMs: this.now(), rgba };
    return rgba;
  }
}
