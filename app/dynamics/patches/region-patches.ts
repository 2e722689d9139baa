import { basisOf } from './basis';
import type { RegionModel } from './patch-model';
import type { PatchReadings } from './patch-readings';

/** Of a patch's places, so many have a reading at the least. */
const LEAST_SEEN = 0.5;

/** What a region did over `length` places from `start` on. */
export interface Patch {
  readonly start: number;
  /** Orthonormal columns, one after the other. */
  readonly basis: Float64Array;
}

/** A region's readings, of which the products of any stretch are known at once: sums of all before each place. */
export interface RegionSums {
  /** Numbers of a reading, the constant with them. */
  readonly width: number;
  readonly places: number;
  readonly seen: Uint32Array;
  readonly products: Float64Array;
}

/** @param constant stands beside the changes of every reading; 0 leaves it out. See: [Note: Video patches] */
export function regionSums(readings: PatchReadings, { columns, map }: RegionModel, constant: number): RegionSums {
  const mapped = map[0]!.length;
  const width = mapped + (constant === 0 ? 0 : 1);
  const places = readings.places.length;
  const seen = new Uint32Array(places + 1);
  const products = new Float64Array((places + 1) * width * width);
  const row = new Float64Array(width).fill(constant);
  for (const [place, changes] of readings.places.entries()) {
    const [before, after] = [place * width * width, (place + 1) * width * width];
    seen[place + 1] = seen[place]! + (changes ? 1 : 0);
    products.copyWithin(after, before, after);
    if (!changes) continue;
    for (let to = 0; to < mapped; to++)
      row[to] = columns.reduce((sum, column, at) => sum + changes[column]! * map[at]![to]!, 0);
    for (let a = 0; a < width; a++)
      for (let b = 0; b < width; b++) products[after + a * width + b]! += row[a]! * row[b]!;
  }
  return { width, places, seen, products };
}

/** Every patch of this length, half of it beyond the one before, that was seen well enough. */
export function patchesOf({ width, places, seen, products }: RegionSums, length: number, directions: number): Patch[] {
  const size = width * width;
  const patches: Patch[] = [];
  for (let start = 0; start + length <= places; start += length / 2) {
    if (seen[start + length]! - seen[start]! < LEAST_SEEN * length) continue;
    const [before, after] = [start * size, (start + length) * size];
    const own = Float64Array.from({ length: size }, (_, at) => products[after + at]! - products[before + at]!);
    patches.push({ start, basis: basisOf(own, width, directions) });
  }
  return patches;
}
