import { MESH_POINTS } from '../../domain/face/mesh';
import type { Affine } from '../geometry/affine';
import { mapX, mapY, scaleOf } from '../geometry/affine';

/**
 * The mesh in frame pixels, `MESH_POINTS` x 3, from the model's output in crop pixels (Kartynnik et al. 2019,
 * arXiv 1907.06724). z keeps its sign (smaller is nearer) and takes the scale of x.
 */
export function meshToFrame(points: Float32Array, toFrame: Affine): Float32Array {
  const scale = scaleOf(toFrame);
  const mesh = new Float32Array(MESH_POINTS * 3);
  for (let i = 0; i < mesh.length; i += 3) {
    const [x, y] = [points[i]!, points[i + 1]!];
    mesh[i] = mapX(toFrame, x, y);
    mesh[i + 1] = mapY(toFrame, x, y);
    mesh[i + 2] = points[i + 2]! * scale;
  }
  return mesh;
}

/** Probability, 0..1, that the crop held a face, from the model's logit. */
export const presenceFromLogit = (logit: number): number => 1 / (1 + Math.exp(-logit));
