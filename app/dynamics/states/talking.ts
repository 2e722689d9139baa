import { FACE_MEASURE_NAMES } from '../../domain/face/face-measure-names';
import type { StateStretch } from '../../domain/face/face-states';
import { swings } from '../../statistics/swings';
import { LONGEST_BLIND_MS } from './blinks';
import { boutsOf } from './bouts';
import { type StateReading, seenMs } from './state-readings';

/** Each opening and closing of talking lips changes their gap by this much, in centimetres: three times the noise of the gap. */
export const TALK_SWING_CM = 0.15;
/** Three syllables or more, none of half a second (speech has 3 to 8 a second: Greenberg 1999), and no pause of a second. */
export const TALK_RULE = { fewest: 6, slowestMs: 500, longestRestMs: 1_000 };
/** And for this long, in milliseconds. */
export const TALK_MS = 1_500;
/** Readable time, in milliseconds, below which it is not told. */
export const TALK_MS_NEEDED = 10_000;

const GAP = FACE_MEASURE_NAMES.indexOf('lip_gap');

/** What talking is told from. */
export type TalkReading = Pick<StateReading, 'tMs' | 'usable' | 'measures'>;

/** The stretches in which the lips moved as in talking; null where it could not be told. Chewing looks the same. */
export function talkingOf(readings: readonly StateReading[]): readonly StateStretch[] | null {
  if (seenMs(readings) < TALK_MS_NEEDED || !readings.some(({ measures }) => measures)) return null;
  return talkBouts(readings);
}

/** The same of any stretch of readings, however short it is. */
export function talkBouts(readings: readonly TalkReading[]): readonly StateStretch[] {
  const gaps = readings.map(({ tMs, usable, measures }) => ({
    tMs,
    value: usable && measures ? measures[GAP]! : Number.NaN,
  }));
  return boutsOf(swings(gaps, TALK_SWING_CM, LONGEST_BLIND_MS), TALK_RULE).filter(
    ({ onsetMs, offsetMs }) => offsetMs - onsetMs >= TALK_MS,
  );
}
