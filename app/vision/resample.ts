import type { Affine } from './affine';
import { scaleOf } from './affine';
import type { InputSpec } from './models';

/** A picture in memory: RGBA, one byte each, row by row. */
export interface Pixels {
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** What a crop shows beyond the frame: black, or the frame's own edge. */
export type Border = 'black' | 'edge';

/**
 * How many samples a crop pixel takes along each side: one while it covers at most two frame pixels, more where it would
 * otherwise skip some.
 *
 * [Note: One rule for sampling]
 * The processor's and the graphics card's path must give a model the same numbers, or readings would depend on the device.
 * Both therefore do exactly this and not what the platform's scaler does: a crop pixel is the mean of n x n evenly spaced
 * samples, each the bilinear mean of four frame pixels, with pixel centres at .5; see `gpu-resample.ts`.
 */
export const samplesPerSide = (map: Affine): number => Math.min(4, Math.max(1, Math.ceil(scaleOf(map) / 2 - 1e-6)));

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
 * Writes one crop of `pixels` as the model wants it, channel by channel, into `out` from `at` on. `map` goes from crop
 * pixels to frame pixels. See: [Note: One rule for sampling]
 */
export function resample(
  pixels: Pixels,
  map: Affine,
  spec: InputSpec,
  border: Border,
  out: Float32Array,
  at = 0,
): void {
  const [size, area] = [spec.shape[3]!, spec.shape[3]! * spec.shape[2]!];
  const { scale, offset } = normalisation(spec);
  const grey = spec.color === 'grey';
  const samples = samplesPerSide(map);
  const share = 1 / (samples * samples);
  const rgb = new Float64Array(3);
  for (let i = 0; i < area; i++) {
    const [u, v] = [i % size, Math.floor(i / size)];
    rgb.fill(0);
    for (let k = 0; k < samples * samples; k++) {
      const x = u + ((k % samples) + 0.5) / samples;
      const y = v + (Math.floor(k / samples) + 0.5) / samples;
      addSample(pixels, map[0] * x + map[2] * y + map[4], map[1] * x + map[3] * y + map[5], border, rgb);
    }
    const r = rgb[0]! * share * scale[0] + offset[0];
    const g = rgb[1]! * share * scale[1] + offset[1];
    const b = rgb[2]! * share * scale[2] + offset[2];
    if (grey) out[at + i] = r + g + b;
    else {
      out[at + i] = r;
      out[at + area + i] = g;
      out[at + 2 * area + i] = b;
    }
  }
}

/** Adds the bilinear mean of the four pixels around (x, y) to `rgb`. */
function addSample({ data, width, height }: Pixels, x: number, y: number, border: Border, rgb: Float64Array): void {
  if (border === 'black' && (x < 0 || y < 0 || x > width || y > height)) return;
  const cx = Math.min(Math.max(x - 0.5, 0), width - 1);
  const cy = Math.min(Math.max(y - 0.5, 0), height - 1);
  const [x0, y0] = [Math.floor(cx), Math.floor(cy)];
  const [fx, fy] = [cx - x0, cy - y0];
  const right = x0 + 1 < width ? 4 : 0;
  const below = y0 + 1 < height ? 4 * width : 0;
  const p = 4 * (y0 * width + x0);
  const [w00, w10, w01, w11] = [(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy];
  for (let c = 0; c < 3; c++) {
    const q = p + c;
    rgb[c]! += data[q]! * w00 + data[q + right]! * w10 + data[q + below]! * w01 + data[q + right + below]! * w11;
  }
}
