import type { StateStretch } from '../../domain/face/face-states';
import { swings } from '../../statistics/swings';
import { LONGEST_BLIND_MS } from './blinks';
import { boutsOf } from './bouts';
import { type StateReading, seenMs } from './state-readings';

/** Each swing of a nod turns the head by this much, in radians. Measured on signed sentences: models/units/CARD.md. */
export const NOD_SWING = (4 / 180) * Math.PI;
/** Down and up and down: one swing is a head that moves, and two may be a glance at something. */
export const NOD_RULE = { fewest: 3, slowestMs: 700, longestRestMs: 300 };
/** Readable time, in milliseconds, below which it is not told. */
export const NOD_MS_NEEDED = 10_000;

/** The stretches in which the head nodded; null where it could not be told. A head that shakes as much as it nods does neither. */
export function nodsOf(readings: readonly StateReading[]): readonly StateStretch[] | null {
  if (seenMs(readings) < NOD_MS_NEEDED) return null;
  const quick = (value: (reading: StateReading) => number) =>
    boutsOf(
      swings(
        readings.map((one) => ({ tMs: one.tMs, value: value(one) })),
        NOD_SWING,
        LONGEST_BLIND_MS,
      ),
      NOD_RULE,
    );
  const shakes = quick(({ yaw }) => yaw);
  return quick(({ pitch }) => pitch).filter(
    ({ onsetMs, offsetMs }) => !shakes.some((shake) => shake.onsetMs < offsetMs && onsetMs < shake.offsetMs),
  );
}
