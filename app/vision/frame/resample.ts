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
 * pixels to frame pixels. See: [Note: One rule for sampling]
 *
 * It runs for every pixel of every crop of every frame: hence plain numbers, without calls or allocation.
 */
export function resample(
  pixels: Pixels,
  map: Affine,
  spec: InputSpec,
  sampling: Sampling,
  out: Float32Array,
  at = 0,
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
