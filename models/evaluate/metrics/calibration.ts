/** One answer: the probability, 0..1, of what was said, and whether it was right. */
export interface Answer {
  readonly confidence: number;
  readonly right: boolean;
}

const BINS = 15;

/**
 * Expected calibration error of the top expression, 0..1: over equally wide bins of confidence, the distance between mean
 * confidence and share right, weighted by how many answers fall into the bin (Guo et al. 2017, arXiv 1706.04599).
 *
 * @example two answers at 0.9, one of them right, two at 0.5, one of them right // 0.2: half of |0.9 - 0.5|
 */
export function calibrationError(answers: readonly Answer[], bins = BINS): number {
  const sums = Array.from({ length: bins }, () => ({ confidence: 0, right: 0 }));
  for (const { confidence, right } of answers) {
    const bin = sums[Math.min(bins - 1, Math.floor(confidence * bins))]!;
    bin.confidence += confidence;
    bin.right += right ? 1 : 0;
  }
  return sums.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right), 0) / answers.length;
}
