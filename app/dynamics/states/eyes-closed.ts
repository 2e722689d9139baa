import { MINUTE_MS } from '../../base/time';
import type { StateStretch } from '../../domain/face/face-states';
import { longStretches } from './long-stretches';
import { type OpenEyes, type StateReading, seenMs } from './state-readings';

/**
 * The eyes are closed below this share of how open they are when open. On pictures of single eyes .6 parts closed from open best, and closed
 * ones have .27 in the median; eyes that look down have a little more than this. models/units/CARD.md.
 */
export const CLOSED = 0.5;
/** They are open again above this share: higher, so that a value at the edge does not flicker. */
export const OPEN_AGAIN = 0.6;
/** Eyes closed for this long, in milliseconds, were closed on purpose, or rest: a blink is over in half of it. */
export const CLOSED_MS = 1_000;
/** Readable time, in milliseconds, below which "the eyes stayed open" is not said. */
export const CLOSED_MS_NEEDED = 5_000;

/** The stretches of closed eyes; null where it could not be told. Many people close them to remember (Vredeveldt et al. 2011). */
export function eyesClosedOf(readings: readonly StateReading[], eyes: OpenEyes | null): readonly StateStretch[] | null {
  if (!eyes || seenMs(readings) < CLOSED_MS_NEEDED) return null;
  const closure = ({ usable, openness }: StateReading): number => (usable ? 1 - openness / eyes.openness : Number.NaN);
  return longStretches(readings, closure, { onset: 1 - CLOSED, offset: 1 - OPEN_AGAIN, leastMs: CLOSED_MS });
}

/** Readable time that PERCLOS takes, in milliseconds (Wierwille et al. 1994; Dinges & Grace 1998). */
export const PERCLOS_MS_NEEDED = MINUTE_MS;

/**
 * PERCLOS: the share of readable time in which the eyes were at least four fifths closed, the first fifth of the way from closed to open.
 * Null below a minute. Eyes closed to remember are in it, so that it says nothing of drowsiness here.
 */
export function closedShareOf(readings: readonly StateReading[], eyes: OpenEyes | null): number | null {
  const seen = seenMs(readings);
  if (!eyes || seen < PERCLOS_MS_NEEDED) return null;
  const limit = closedLevel(eyes);
  const closed = readings.filter(({ usable, openness }) => usable && openness <= limit);
  return seenMs(closed) / seen;
}

/** Aspect ratio of a closed eye as a share of an open one, because lids have height: the median of pictures of single eyes. */
export const SHUT = 0.27;
const closedLevel = ({ openness }: OpenEyes): number => (SHUT + 0.2 * (1 - SHUT)) * openness;
