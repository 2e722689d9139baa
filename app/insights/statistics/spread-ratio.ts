import { sampleDeviation } from '../../statistics/standard-deviation';
import type { PairedValences } from './paired-valences';

/**
 * How far the face moves for each step of the rating: standard deviation of facial valence over that of the rating. Below 1
 * the face shows less difference between memories than the words do. Null with fewer than two pairs or ratings all the same.
 *
 * @example spreadRatio({ self: [-0.5, 0.5], face: [-0.2, 0.2] }) // 0.4
 */
export function spreadRatio({ self, face }: PairedValences): number | null {
  if (self.length < 2) return null;
  const ofSelf = sampleDeviation(self);
  return ofSelf > 0 ? sampleDeviation(face) / ofSelf : null;
}
