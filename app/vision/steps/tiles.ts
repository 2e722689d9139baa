import type { Region } from '../geometry/affine';

/**
 * Side of a tile in pixels at least, and in shares of the frame's longer side: a face of 40 pixels in 1280 x 720 is then 14.3 of the 128
 * that the detector sees. Of 24 faces of two sets it finds 24 of 16 pixels with `TILE_SCORE`, 19 of 12.8 and 3 of 9.6.
 */
export const TILE_PX = 320;
export const TILE_SHARE = 0.28;
/** How far two tiles lie over each other, in shares of a tile: a face on the edge of one is whole in the next. */
export const TILE_OVERLAP = 0.125;
/** Score from which on a tile's candidate is shown to the mesh, which decides. Lower than for a whole frame, because what is small scores low. */
export const TILE_SCORE = 0.3;

/**
 * The squares in which small faces of a frame of `width` x `height` pixels are looked for, row by row; together they cover it. None
 * of a frame that fits into one: the detector sees all of that at no smaller scale when it looks for the person.
 */
export function tilesOf(width: number, height: number): Region[] {
  const longer = Math.max(width, height);
  const size = Math.max(TILE_PX, TILE_SHARE * longer);
  if (longer <= size) return [];
  return middles(height, size).flatMap((cy) => middles(width, size).map((cx) => ({ cx, cy, size, angle: 0 })));
}

/** Evenly spread along a side. */
function middles(side: number, size: number): number[] {
  const count = Math.max(1, Math.ceil((side - TILE_OVERLAP * size) / (size - TILE_OVERLAP * size)));
  if (count === 1) return [side / 2];
  return Array.from({ length: count }, (_, at) => size / 2 + ((side - size) * at) / (count - 1));
}
