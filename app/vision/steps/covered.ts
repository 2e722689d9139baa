/** Log odds are a sum of weights, one a feature (`coverFeatures`), and a bias. */
export interface CoverLine {
  readonly weights: readonly number[];
  readonly bias: number;
}

/**
 * Probability from which on a reading does not count. Covers are rare, and those that were drawn stand for few of the real ones: what is
 * said before a recall (`FRAMING_LIMITS`) begins lower. Measured: models/evaluate/ROBUSTNESS.md.
 */
export const COVERED = 0.5;

/**
 * What tells a covered face: the expression model's embedding, whose large values count by their logarithm, and the presence of the mesh,
 * a logit.
 */
export const coverFeatures = (embedding: Float32Array, presence: number): Float64Array =>
  Float64Array.from([...Array.from(embedding, Math.log1p), presence]);

/**
 * Probability, 0..1, that a hand, a scarf, a mask or hair hides the mouth, the eyes or a half of the face. Fitted by `models/train/covered.ts`
 * on covers that were drawn over the faces that the expression model was trained on. It needs no run of a model of its own.
 */
export function coverProbability(embedding: Float32Array, presence: number, { weights, bias }: CoverLine): number {
  const features = coverFeatures(embedding, presence);
  const odds = weights.reduce((sum, weight, at) => sum + weight * features[at]!, bias);
  return 1 / (1 + Math.exp(-odds));
}
