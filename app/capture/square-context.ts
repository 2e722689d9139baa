/** What draws on a square canvas of `side` pixels that is read back often; null where nothing can be drawn. */
export function squareContext(side: number): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  return canvas.getContext('2d', { willReadFrequently: true });
}
