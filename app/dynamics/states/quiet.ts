import type { UnitEvent } from '../../domain/face/action-unit';
import type { StateStretch } from '../../domain/face/face-states';
import { longStretches } from './long-stretches';
import { type StateReading, seenMs } from './state-readings';

/** A face is called quiet where nothing in it moved for this long, in milliseconds. */
export const QUIET_MS = 10_000;
/** Readable time, in milliseconds, below which it is not told. */
export const QUIET_MS_NEEDED = 20_000;

/**
 * The stretches in which no action unit was there and the lips did not talk; null where it could not be told. Closed eyes, and blinks, are quiet.
 * A face at rest says nothing of what goes on behind it: people agree on boredom in faces at kappa .25 to .44.
 */
export function quietOf(
  readings: readonly StateReading[],
  units: readonly UnitEvent[] | null,
  talking: readonly StateStretch[] | null,
): readonly StateStretch[] | null {
  if (!units || seenMs(readings) < QUIET_MS_NEEDED) return null;
  const moved = [...units.filter(({ unit }) => unit !== 'AU43'), ...(talking ?? [])];
  const isQuiet = ({ tMs, usable }: StateReading): number => {
    if (!usable) return Number.NaN;
    return moved.some(({ onsetMs, offsetMs }) => onsetMs <= tMs && tMs <= offsetMs) ? 0 : 1;
  };
  return longStretches(readings, isQuiet, { onset: 0.5, offset: 0.5, leastMs: QUIET_MS });
}
