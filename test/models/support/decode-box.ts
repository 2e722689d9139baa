/** The detector's best row in units of the picture's side, and the grid it came from (16 or 8 cells a side). */
export interface Found {
  x: number;
  y: number;
  score: number;
  grid: 16 | 8;
}

/**
 * Decodes the row with the highest score: rows 0..511 lie two to a cell on the 16x16 grid, rows 512..895 six to a cell on
 * the 8x8 one; columns 0 and 1 are the centre's offset from its cell's centre, in pixels of 128.
 * Source: MediaPipe face_detection_short_range (SsdAnchorsCalculator, fixed_anchor_size).
 */
export function decodeBest(boxes: Float32Array, scores: Float32Array): Found {
  const row = scores.indexOf(scores.reduce((a, b) => Math.max(a, b)));
  const grid = row < 512 ? 16 : 8;
  const cell = row < 512 ? row >> 1 : Math.floor((row - 512) / 6);
  return {
    x: ((cell % grid) + 0.5) / grid + boxes[row * 16]! / 128,
    y: (Math.floor(cell / grid) + 0.5) / grid + boxes[row * 16 + 1]! / 128,
    score: 1 / (1 + Math.exp(-scores[row]!)),
    grid,
  };
}
