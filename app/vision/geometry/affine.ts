/**
 * A map between two planes in pixels: x' = a x + c y + e, y' = b x + d y + f, in the order of CSS `matrix(a, b, c, d, e, f)`.
 * Coordinates are continuous: the centre of the pixel in column i is at i + .5.
 */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** A square in the frame, in frame pixels; `angle` in radians turns it clockwise (y points down). */
export interface Region {
  readonly cx: number;
  readonly cy: number;
  readonly size: number;
  readonly angle: number;
}

/**
 * The map from a crop of `cropSize` x `cropSize` pixels to the frame pixels of `region`. A mirrored crop has its left and
 * right exchanged, so that a model made for one eye can read the other.
 */
export function cropToFrame(region: Region, cropSize: number, mirrored = false): Affine {
  const scale = region.size / cropSize;
  const cos = Math.cos(region.angle) * scale;
  const sin = Math.sin(region.angle) * scale;
  const sign = mirrored ? -1 : 1;
  const [a, b, c, d] = [sign * cos, sign * sin, -sin, cos];
  const half = cropSize / 2;
  return [a, b, c, d, region.cx - (a + c) * half, region.cy - (b + d) * half];
}

/** `map` onto a plane whose x and y are `sx` and `sy` times as long. */
export const stretched = ([a, b, c, d, e, f]: Affine, sx: number, sy: number): Affine => [
  a * sx,
  b * sy,
  c * sx,
  d * sy,
  e * sx,
  f * sy,
];

/** How many frame pixels one crop pixel is wide. */
export const scaleOf = (map: Affine): number => Math.hypot(map[0], map[1]);

export const mapX = (map: Affine, x: number, y: number): number => map[0] * x + map[2] * y + map[4];
export const mapY = (map: Affine, x: number, y: number): number => map[1] * x + map[3] * y + map[5];
