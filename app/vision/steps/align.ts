import { LEFT_EYE, LIP_MIDDLES, MOUTH_CORNERS, RIGHT_EYE } from '../../domain/face/mesh';
import type { Affine } from '../geometry/affine';
import type { TemplatePoint } from '../runtime/models';

/**
 * Where eyes and mouth lie in the crop of a classifier that does not state its own template, 0..1 from the top left: the
 * mean places of our own landmarks over 115 faces of FER+ (standard errors below .01), made symmetric. Classifiers trained
 * on FER expect faces registered like that, and how a face is cropped matters more than the network behind it.
 */
export const DEFAULT_TEMPLATE: readonly TemplatePoint[] = [
  { landmarks: RIGHT_EYE.corners, x: 0.33, y: 0.39 },
  { landmarks: LEFT_EYE.corners, x: 0.67, y: 0.39 },
  { landmarks: [...MOUTH_CORNERS, ...LIP_MIDDLES], x: 0.5, y: 0.77 },
];

/**
 * The map from the classifier's crop (`cropSize` pixels square) to the frame that brings the template's places nearest to
 * the face's: turned, scaled and moved, never sheared or mirrored. `landmarks` are n x 3 in frame pixels.
 * Least squares in closed form: Umeyama 1991, IEEE TPAMI 13:376, in two dimensions.
 */
export function align(landmarks: Float32Array, template: readonly TemplatePoint[], cropSize: number): Affine {
  const pairs = template.map((place) => {
    const [x, y] = middle(landmarks, place.landmarks);
    return { u: place.x * cropSize, v: place.y * cropSize, x, y };
  });
  const mean = (value: (pair: (typeof pairs)[number]) => number): number =>
    pairs.reduce((sum, pair) => sum + value(pair), 0) / pairs.length;
  const [u0, v0, x0, y0] = [mean((p) => p.u), mean((p) => p.v), mean((p) => p.x), mean((p) => p.y)];
  const spread = mean((p) => (p.u - u0) ** 2 + (p.v - v0) ** 2);
  const a = mean((p) => (p.u - u0) * (p.x - x0) + (p.v - v0) * (p.y - y0)) / spread;
  const b = mean((p) => (p.u - u0) * (p.y - y0) - (p.v - v0) * (p.x - x0)) / spread;
  return [a, b, -b, a, x0 - a * u0 + b * v0, y0 - b * u0 - a * v0];
}

function middle(landmarks: Float32Array, indices: readonly number[]): [number, number] {
  const sum = (axis: number): number => indices.reduce((total, i) => total + landmarks[3 * i + axis]!, 0);
  return [sum(0) / indices.length, sum(1) / indices.length];
}
