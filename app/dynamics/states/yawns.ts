import { FACE_MEASURE_NAMES } from '../../domain/face/face-measure-names';
import type { StateStretch } from '../../domain/face/face-states';
import { longStretches } from './long-stretches';
import { type StateReading, seenMs } from './state-readings';

/**
 * Gap between the lips over the width of the mouth from which on a mouth is as open as in a yawn. Stricter than what told yawns from talking
 * drivers best (.12), because people laugh and gasp, too: models/units/CARD.md.
 */
export const YAWN_GAPE = 0.25;
/** It is over below this: lower, so that a value at the edge does not flicker. */
export const YAWN_OVER = 0.2;
/** And a yawn comes to this at its widest, where half of all yawning pictures are. */
export const YAWN_WIDE = 0.35;
/** It keeps the mouth open for this long, in milliseconds (a whole one lasts 4 to 7 s: Provine 1986); a word or a laugh does not. */
export const YAWN_MS = 2_000;
/** Readable time, in milliseconds, below which "no yawn" is not said. */
export const YAWN_MS_NEEDED = 10_000;

const [GAP, WIDTH] = (['lip_gap', 'mouth_width'] as const).map((name) => FACE_MEASURE_NAMES.indexOf(name));

/** How far the mouth gapes: the gap between the lips over the width of the mouth. */
export const gapeOf = (measures: Float32Array): number => measures[GAP!]! / measures[WIDTH!]!;

/** The stretches of a mouth open as in a yawn; null where it could not be told. */
export function yawnsOf(readings: readonly StateReading[]): readonly StateStretch[] | null {
  if (seenMs(readings) < YAWN_MS_NEEDED || !readings.some(({ measures }) => measures)) return null;
  const gape = ({ usable, measures }: StateReading): number => (usable && measures ? gapeOf(measures) : Number.NaN);
  const isWide = ({ onsetMs, offsetMs }: StateStretch): boolean =>
    readings.some((one) => one.tMs >= onsetMs && one.tMs <= offsetMs && gape(one) > YAWN_WIDE);
  return longStretches(readings, gape, { onset: YAWN_GAPE, offset: YAWN_OVER, leastMs: YAWN_MS }).filter(isWide);
}
