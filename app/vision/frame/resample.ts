import type { Affine } from '../geometry/affine';
import { mapX, mapY, scaleOf } from '../geometry/affine';
import type { InputSpec } from '../runtime/models';

/** A rectangle of whole frame pixels. */
export interface Window {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A frame of `width` x `height` pixels, of which those in `window` are in memory: RGBA, one byte each, row by row. */
export interface Pixels {
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  readonly window: Window;
}

/** How a crop is made of frame pixels. */
export interface Sampling {
  /** What it shows beyond the frame: black, or the frame's own edge. */
  readonly border: 'black' | 'edge';
  /** Farthest that samples may lie apart, in frame pixels. At 1 no frame pixel is skipped, wherever the samples fall. */
  readonly spacingPx: number;
  /** Most samples along each side of a crop pixel, whatever the spacing. */
  readonly most: number;
}

/**
 * How many samples a crop pixel takes along each side.
 *
 * [Note: One rule for sampling]
 * The processor's and the graphics card's path must give a model the same numbers, or readings would depend on the device.
 * Both therefore do exactly this and not what the platform's scaler does: a crop pixel is the mean of n x n evenly spaced
 * samples, each the bilinear mean of four frame pixels, with pixel centres at .5; see `gpu-resample.ts`.
 */
export const samplesPerSide = (map: Affine, { spacingPx, most }: Sampling): number =>
  Math.min(most, Math.max(1, Math.ceil(scaleOf(map) / spacingPx - 1e-6)));

/** Per channel: value = byte * scale + offset, with the grey weights already in them. */
export interface Normalisation {
  readonly scale: readonly [number, number, number];
  readonly offset: readonly [number, number, number];
}

export function normalisation({ color, mean, std, luma }: InputSpec): Normalisation {
  const of = (value: (c: number) => number): [number, number, number] => [value(0), value(1), value(2)];
  const weight = (c: number): number => (color === 'grey' ? luma![c]! : 1);
  return {
    scale: of((c) => weight(c) / (255 * std[c]!)),
    offset: of((c) => (-weight(c) * mean[c]!) / std[c]!),
  };
}

/**
 * The part of a frame of `width` x `height` pixels that `resample` reads for crops of `cropSize` pixels a side: at least one
 * pixel, since a crop that lies beyond the frame still shows its edge.
 */
export function windowOf(crops: readonly Affine[], cropSize: number, width: number, height: number): Window {
  const corners = crops.flatMap((map) =>
    [0, cropSize].flatMap((u) => [0, cropSize].map((v) => [mapX(map, u, v), mapY(map, u, v)] as const)),
  );
  const [left, right] = span(
    corners.map(([x]) => x),
    width,
  );
  const [top, bottom] = span(
    corners.map(([, y]) => y),
    height,
  );
  return { left, top, width: right - left, height: bottom - top };
}

/** First pixel and the one after the last of those that bilinear samples between the `places` touch, be it with weight 0. */
function span(places: readonly number[], size: number): [number, number] {
  const pixelAt = (place: number): number => Math.min(size - 1, Math.max(0, Math.floor(place - 0.5)));
  return [pixelAt(Math.min(...places)), Math.min(size, pixelAt(Math.max(...places)) + 2)];
}

export const isWithin = (inner: Window, outer: Window): boolean =>
  inner.left >= outer.left &&
  inner.top >= outer.top &&
  inner.left + inner.width <= outer.left + outer.width &&
  inner.top + inner.height <= outer.top + outer.height;

/**
 * Writes one crop of `pixels` as the model wants it, channel by channel, into `out` from `at` on. `map` goes from crop
 * pixels to frame pixels; `greys` is memory for grey pixels. See: [Note: One rule for sampling]
 */
export function resample(
  pixels: Pixels,
  map: Affine,
  spec: InputSpec,
  sampling: Sampling,
  out: Float32Array,
  at = 0,
  greys = new GreyMemory(),
): void {
  if (spec.color === 'grey' && sampling.border === 'edge') resampleGrey(pixels, map, spec, sampling, out, at, greys);
  else resampleAny(pixels, map, spec, sampling, out, at);
}

/** Any crop. It runs for every pixel of every crop of every frame: hence plain numbers, without calls or allocation. */
function resampleAny(
  pixels: Pixels,
  map: Affine,
  spec: InputSpec,
  sampling: Sampling,
  out: Float32Array,
  at: number,
): void {
  const { data, width, height, window } = pixels;
  const [a, b, c, d, e, f] = map;
  const [size, area] = [spec.shape[3]!, spec.shape[3]! * spec.shape[2]!];
  const { scale, offset } = normalisation(spec);
  const samples = samplesPerSide(map, sampling);
  const step = 1 / samples;
  const [scaleR, scaleG, scaleB] = scale.map((value) => value / (samples * samples)) as [number, number, number];
  const [black, grey] = [sampling.border === 'black', spec.color === 'grey'];
  const [maxX, maxY, row] = [width - 1, height - 1, 4 * window.width];
  const origin = window.top * row + 4 * window.left;
  for (let i = 0, v = 0; i < area; v++) {
    for (let u = 0; u < size; u++, i++) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let ky = 0; ky < samples; ky++) {
        const sv = v + (ky + 0.5) * step;
        for (let kx = 0; kx < samples; kx++) {
          const su = u + (kx + 0.5) * step;
          const x = a * su + c * sv + e;
          const y = b * su + d * sv + f;
          if (black && (x < 0 || y < 0 || x > width || y > height)) continue;
          const cx = x <= 0.5 ? 0 : x >= maxX + 0.5 ? maxX : x - 0.5;
          const cy = y <= 0.5 ? 0 : y >= maxY + 0.5 ? maxY : y - 0.5;
          const x0 = cx | 0;
          const y0 = cy | 0;
          const fx = cx - x0;
          const fy = cy - y0;
          const p = y0 * row + 4 * x0 - origin;
          const right = x0 < maxX ? p + 4 : p;
          const below = y0 < maxY ? row : 0;
          const w11 = fx * fy;
          const w10 = fx - w11;
          const w01 = fy - w11;
          const w00 = 1 - fx - w01;
          const p2 = p + below;
          const right2 = right + below;
          red += data[p]! * w00 + data[right]! * w10 + data[p2]! * w01 + data[right2]! * w11;
          green += data[p + 1]! * w00 + data[right + 1]! * w10 + data[p2 + 1]! * w01 + data[right2 + 1]! * w11;
          blue += data[p + 2]! * w00 + data[right + 2]! * w10 + data[p2 + 2]! * w01 + data[right2 + 2]! * w11;
        }
      }
      const r = red * scaleR + offset[0];
      const g = green * scaleG + offset[1];
      const bl = blue * scaleB + offset[2];
      out[at + i] = grey ? r + g + bl : r;
      if (grey) continue;
      out[at + area + i] = g;
      out[at + 2 * area + i] = bl;
    }
  }
}

/** A grey crop takes many samples of every frame pixel. The pixels are therefore made grey first, which halves its time. */
function resampleGrey(
  pixels: Pixels,
  map: Affine,
  spec: InputSpec,
  sampling: Sampling,
  out: Float32Array,
  at: number,
  greys: GreyMemory,
): void {
  const { width, height } = pixels;
  const [a, b, c, d, e, f] = map;
  const [size, area] = [spec.shape[3]!, spec.shape[3]! * spec.shape[2]!];
  const { scale, offset } = normalisation(spec);
  const window = windowOf([map], size, width, height);
  const grey = greys.of(pixels, window, scale);
  const zero = offset[0] + offset[1] + offset[2];
  const samples = samplesPerSide(map, sampling);
  const [step, share] = [1 / samples, 1 / (samples * samples)];
  const [maxX, maxY, row] = [width - 1, height - 1, window.width];
  const origin = window.top * row + window.left;
  for (let i = 0, v = 0; i < area; v++) {
    for (let u = 0; u < size; u++, i++) {
      let sum = 0;
      for (let ky = 0; ky < samples; ky++) {
        const sv = v + (ky + 0.5) * step;
        for (let kx = 0; kx < samples; kx++) {
          const su = u + (kx + 0.5) * step;
          const x = a * su + c * sv + e;
          const y = b * su + d * sv + f;
          const cx = x <= 0.5 ? 0 : x >= maxX + 0.5 ? maxX : x - 0.5;
          const cy = y <= 0.5 ? 0 : y >= maxY + 0.5 ? maxY : y - 0.5;
          const x0 = cx | 0;
          const y0 = cy | 0;
          const fx = cx - x0;
          const p = y0 * row + x0 - origin;
          const right = x0 < maxX ? 1 : 0;
          const below = y0 < maxY ? row : 0;
          const upper = grey[p]! + fx * (grey[p + right]! - grey[p]!);
          const lower = grey[p + below]! + fx * (grey[p + below + right]! - grey[p + below]!);
          sum += upper + (cy - y0) * (lower - upper);
        }
      }
      out[at + i] = sum * share + zero;
    }
  }
}

/** Makes pixels grey in memory that is used again. */
export class GreyMemory {
  #memory = new Float32Array(0);

  /** The pixels of `window`, row by row: red, green and blue weighed by `scale`. They hold until the next call. */
  of({ data, window: all }: Pixels, window: Window, [red, green, blue]: Normalisation['scale']): Float32Array {
    const length = window.width * window.height;
    if (this.#memory.length < length) this.#memory = new Float32Array(length);
    const memory = this.#memory;
    for (let y = 0, i = 0; y < window.height; y++) {
      let p = 4 * ((window.top + y - all.top) * all.width + window.left - all.left);
      for (let x = 0; x < window.width; x++, i++, p += 4)
        memory[i] = data[p]! * red + data[p + 1]! * green + data[p + 2]! * blue;
    }
    return memory;
  }
}
