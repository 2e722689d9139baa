/** Side of the thumbnail the light is measured on, in pixels: enough to average, too small to see anybody. */
export const THUMBNAIL_PX = 32;
/** A measurement is reused for this long, in milliseconds: light changes slowly and reading pixels back is not free. */
const REUSE_MS = 200;

/**
 * Mean luma of RGBA bytes, 0..1, with the weights of ITU-R BT.709 on the values as they are displayed.
 * @example meanLuma(new Uint8ClampedArray([255, 255, 255, 255])) // 1
 */
export function meanLuma(rgba: Uint8ClampedArray): number {
  let sum = 0;
  for (let i = 0; i < rgba.length; i += 4) sum += 0.2126 * rgba[i]! + 0.7152 * rgba[i + 1]! + 0.0722 * rgba[i + 2]!;
  return rgba.length === 0 ? 0 : sum / (rgba.length / 4) / 255;
}

/** Measures how light a video's picture is. */
export class LightMeter {
  readonly #context: CanvasRenderingContext2D | null;
  #last: { readonly atMs: number; readonly luma: number } | null = null;

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly now: () => number = () => performance.now(),
  ) {
    const canvas = document.createElement('canvas');
    canvas.width = THUMBNAIL_PX;
    canvas.height = THUMBNAIL_PX;
    this.#context = canvas.getContext('2d', { willReadFrequently: true });
  }

  /** Mean luma of the picture now, 0..1; null before the first one. */
  luma(): number | null {
    if (this.#last && this.now() - this.#last.atMs < REUSE_MS) return this.#last.luma;
    if (!this.#context || this.video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return null;
    this.#context.drawImage(this.video, 0, 0, THUMBNAIL_PX, THUMBNAIL_PX);
    const luma = meanLuma(this.#context.getImageData(0, 0, THUMBNAIL_PX, THUMBNAIL_PX).data);
    this.#last = { atMs: this.now(), luma };
    return luma;
  }
}
