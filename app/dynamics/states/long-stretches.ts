import type { StateStretch } from '../../domain/face/face-states';
import { stretches } from '../../statistics/stretches';
import { LONGEST_GAP_MS } from '../summary/peaks';
import type { StateReading } from './state-readings';

/** When a state is there: above `onset`, until below `offset`, for `leastMs` or longer. */
export interface StateRule {
  readonly onset: number;
  readonly offset: number;
  readonly leastMs: number;
}

/** The stretches in which `valueAt` says that a state was there; NaN ends one. */
export const longStretches = (
  readings: readonly StateReading[],
  valueAt: (reading: StateReading) => number,
  { onset, offset, leastMs }: StateRule,
): StateStretch[] =>
  stretches(readings, valueAt, { onset, offset, onsetCount: 1, longestGapMs: LONGEST_GAP_MS })
    .map((stretch) => ({ onsetMs: stretch[0]!.tMs, offsetMs: stretch.at(-1)!.tMs }))
    .filter(({ onsetMs, offsetMs }) => offsetMs - onsetMs >= leastMs);
