import type { StateReading } from '../../../app/dynamics/states/state-readings';
import { type Moves, movedFace } from '../units/moved-face';

/** How far the eyes are open where nothing else is said: an eye aspect ratio. */
export const OPEN = 0.3;

interface Seen {
  readonly openness?: number;
  readonly pitchDeg?: number;
  readonly yawDeg?: number;
  readonly gazeDown?: boolean | null;
  readonly usable?: boolean;
  readonly moves?: Moves;
}

/** Readings of `seconds`, `perSecond` of them, that are as `at` says of each moment in milliseconds. */
export function watched(seconds: number, at: (tMs: number) => Seen = () => ({}), perSecond = 10): StateReading[] {
  const stepMs = 1000 / perSecond;
  return Array.from({ length: Math.round(seconds * perSecond) }, (_, index) => {
    const tMs = index * stepMs;
    const { openness = OPEN, pitchDeg = 0, yawDeg = 0, gazeDown = false, usable = true, moves = {} } = at(tMs);
    const radians = (degrees: number): number => (degrees * Math.PI) / 180;
    return {
      tMs,
      heldMs: stepMs,
      usable,
      openness,
      pitch: radians(pitchDeg),
      yaw: radians(yawDeg),
      gazeDown,
      measures: movedFace(moves),
    };
  });
}

/** Whether a moment lies in one of these stretches, in milliseconds. */
export const within = (tMs: number, ...stretches: readonly (readonly [from: number, to: number])[]): boolean =>
  stretches.some(([from, to]) => tMs >= from && tMs < to);
