/** A band in pixels: its upper and lower edge at each x, growing downwards; NaN in gaps. */
export interface PixelBand {
  readonly x: readonly number[];
  readonly top: readonly number[];
  readonly bottom: readonly number[];
}

export interface LabelBox {
  readonly width: number;
  readonly height: number;
}

/**
 * Where a word of the size `box` fits best within a band: the middle of the roomiest place that holds all of it, or null
 * where there is none.
 */
export function placeLabel({ x, top, bottom }: PixelBand, box: LabelBox): { x: number; y: number } | null {
  let best: { x: number; y: number } | null = null;
  let most = box.height;
  for (let from = 0, to = 0; to < x.length; to += 1) {
    // [from, to] is the shortest stretch that ends at `to` and is as wide as the word.
    while (from < to && x[to]! - x[from + 1]! >= box.width) from += 1;
    if (x[to]! - x[from]! < box.width) continue;
    const upper = Math.max(...top.slice(from, to + 1));
    const lower = Math.min(...bottom.slice(from, to + 1));
    // NaN, from a gap in the stretch, compares false.
    if (lower - upper > most) {
      most = lower - upper;
      best = { x: (x[from]! + x[to]!) / 2, y: (upper + lower) / 2 };
    }
  }
  return best;
}
