import type { StateStretch } from '../../domain/face/face-states';
import { longStretches } from './long-stretches';
import type { StateReading } from './state-readings';

/** Looking down for this long, in milliseconds: shorter ones are glances at the screen's lower edge, or blinks. */
export const GAZE_DOWN_MS = 1_500;
/** Time with a face, in milliseconds, below which it is not told. */
export const GAZE_MS_NEEDED = 10_000;
/** Where more than this share of the baseline looks down, the phone lies below the eyes and "down" means the screen. */
export const MOST_DOWN_AT_REST = 0.3;

/**
 * The stretches in which the eyes looked down, beyond what an uncalibrated camera takes for the screen (`DOWN_ANGLE` in
 * vision/steps/gaze); null where it could not be told.
 */
export function gazeDownOf(
  atRest: readonly StateReading[],
  readings: readonly StateReading[],
): readonly StateStretch[] | null {
  const told = (of: readonly StateReading[]) => of.filter(({ gazeDown }) => gazeDown !== null);
  const rest = told(atRest);
  const downAtRest = rest.filter(({ gazeDown }) => gazeDown).length;
  const toldMs = told(readings).reduce((sum, { heldMs }) => sum + heldMs, 0);
  if (toldMs < GAZE_MS_NEEDED || downAtRest > MOST_DOWN_AT_REST * rest.length) return null;
  const down = ({ gazeDown }: StateReading): number => (gazeDown === null ? Number.NaN : gazeDown ? 1 : 0);
  return longStretches(readings, down, { onset: 0.5, offset: 0.5, leastMs: GAZE_DOWN_MS });
}
