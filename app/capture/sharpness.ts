import type { Box } from '../domain/face/face-reading';
import { squareContext } from './square-context';

/** Side of the picture of a face that sharpness is measured on, in pixels: about what the expression model sees. */
export const SHARPNESS_PX = 64;

/**
 * How much of a face's contrast is fine: the variance of what a mean over 3 x 3 pixels takes away, over the variance of all. `rgba` has
 * `SHARPNESS_PX` x `SHARPNESS_PX` pixels that show the face alone. 0 for what is blurred or plain.
 */
export function sharpnessOf(rgba: Uint8ClampedArray): number {
  const luma = Float64Array.from({ length: SHARPNESS_PX ** 2 }, (_, at) => lumaAt(rgba, at));
  const whole = varianceOf(luma);
  return whole === 0 ? 0 : varianceOf(luma.map((value, at) => value - meanAround(luma, at))) / whole;
}

const lumaAt = (rgba: Uint8ClampedArray, at: number): number =>
  0.2126 * rgba[4 * at]! + 0.7152 * rgba[4 * at + 1]! + 0.0722 * rgba[4 * at + 2]!;

/** Of three by three pixels; beyond the edge it goes on. */
function meanAround(luma: Float64Array, at: number): number {
  const [x, y] = [at % SHARPNESS_PX, Math.floor(at / SHARPNESS_PX)];
  let sum = 0;
  for (const row of [y - 1, y, y + 1])
    for (const column of [x - 1, x, x + 1]) sum += luma[inside(row) * SHARPNESS_PX + inside(column)]!;
  return sum / 9;
}

const inside = (at: number): number => Math.min(SHARPNESS_PX - 1, Math.max(0, at));

function varianceOf(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}

/** Measures the face in a box of a video's picture, in shares of it; null where nothing can be drawn. */
export function sharpnessMeter(): ((video: HTMLVideoElement, face: Box) => number) | null {
  const context = squareContext(SHARPNESS_PX);
  if (!context) return null;
  context.imageSmoothingQuality = 'high';
  return (video, { x, y, width, height }) => {
    const { videoWidth, videoHeight } = video;
    const from = [x * videoWidth, y * videoHeight, width * videoWidth, height * videoHeight] as const;
    context.drawImage(video, ...from, 0, 0, SHARPNESS_PX, SHARPNESS_PX);
    return sharpnessOf(context.getImageData(0, 0, SHARPNESS_PX, SHARPNESS_PX).data);
  };
}
