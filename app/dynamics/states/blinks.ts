import { MINUTE_MS } from '../../base/time';
import type { Blinks, StateStretch } from '../../domain/face/face-states';
import { mean } from '../../statistics/mean';
import { SlidingMedian } from '../../statistics/sliding-median';
import { type OpenEyes, type StateReading, seenMs } from './state-readings';

/** A blink is a dip below this share of how open the eyes were around it. .75 (Soukupova & Cech 2016); models/units/CARD.md. */
export const BLINK_DIP = 0.75;
/** If the eyes were open before and after within less than this, in milliseconds, it was noise. At the rate of a trace it never is. */
export const SHORTEST_BLINK_MS = 70;
/** Longer than this, in milliseconds, the eyes were closed and did not blink (blinks last 100 to 400 ms: Stern, Walrath & Goldstein 1984). */
export const LONGEST_BLINK_MS = 600;
/** What "around it" is, in milliseconds to each side. */
export const AROUND_MS = 1_000;
/** Two readings further apart, in milliseconds, could have a blink between them that nobody saw. */
export const LONGEST_BLIND_MS = 250;
/** A rate takes this much readable time, in milliseconds: at 15 blinks a minute five are expected in it. */
export const BLINK_MS_NEEDED = 20_000;
/** Readings a second that a rate takes. At 10 a blink of 150 ms has one or two of its own; at half of that it goes by unseen. */
export const BLINK_READINGS_PER_SECOND = 8;

/** How open the eyes were at a moment, as a share of how open they were around it; NaN where it could not be read. */
interface Share {
  readonly tMs: number;
  readonly share: number;
}

/** A ratio of any scale, NaN where it could not be read. */
interface Openness {
  readonly tMs: number;
  readonly openness: number;
}

/** Each blink, from closing to opening. */
export function findBlinks(readings: readonly Openness[], eyes: OpenEyes): StateStretch[] {
  const found: StateStretch[] = [];
  let closing: { readonly openMs: number; readonly atMs: number } | null = null;
  let last: Share | null = null;
  for (const now of sharesAround(readings, eyes)) {
    const isSeen = last !== null && now.tMs - last.tMs <= LONGEST_BLIND_MS && !Number.isNaN(last.share + now.share);
    if (!isSeen) closing = null;
    else if (crosses(last!, now)) closing = { openMs: last!.tMs, atMs: crossingMs(last!, now) };
    else if (closing && crosses(now, last!)) {
      const blink = { onsetMs: closing.atMs, offsetMs: crossingMs(last!, now) };
      const isLong = blink.offsetMs - blink.onsetMs > LONGEST_BLINK_MS;
      if (now.tMs - closing.openMs >= SHORTEST_BLINK_MS && !isLong) found.push(blink);
      closing = null;
    }
    last = now;
  }
  return found;
}

/** Whether the eyes were open in the one and dipped in the other. */
const crosses = (open: Share, dipped: Share): boolean => open.share >= BLINK_DIP && dipped.share < BLINK_DIP;

/** When the share was `BLINK_DIP` between two readings, by straight interpolation: so lengths are finer than the readings. */
const crossingMs = (a: Share, b: Share): number =>
  a.tMs + ((b.tMs - a.tMs) * (BLINK_DIP - a.share)) / (b.share - a.share);

/** Rate and mean length of blinks; null where there was too little to tell. */
export function blinksOf(readings: readonly StateReading[], eyes: OpenEyes | null): Blinks | null {
  const seen = seenMs(readings);
  const usable = readings.filter((reading) => reading.usable);
  if (!eyes || seen < BLINK_MS_NEEDED || usable.length / (seen / 1000) < BLINK_READINGS_PER_SECOND) return null;
  const found = findBlinks(whereUsable(readings), eyes);
  const lengths = found.map(({ onsetMs, offsetMs }) => offsetMs - onsetMs);
  return {
    count: found.length,
    perMinute: (found.length * MINUTE_MS) / seen,
    meanMs: found.length > 0 ? mean(lengths) : null,
  };
}

/** The same readings, those that do not count without a number. */
export const whereUsable = (readings: readonly StateReading[]): Openness[] =>
  readings.map(({ tMs, usable, openness }) => ({ tMs, openness: usable ? openness : Number.NaN }));

/** Measured against the median around each reading, which follows a squint or a turn of the head and which no blink moves. */
function sharesAround(readings: readonly Openness[], { openness }: OpenEyes): Share[] {
  const seen = readings.filter((one) => !Number.isNaN(one.openness));
  const around = new SlidingMedian();
  let [from, to] = [0, 0];
  return readings.map((reading) => {
    for (; to < seen.length && seen[to]!.tMs <= reading.tMs + AROUND_MS; to++) around.add(seen[to]!.openness);
    for (; from < to && seen[from]!.tMs < reading.tMs - AROUND_MS; from++) around.remove(seen[from]!.openness);
    // Eyes that are nearly closed for long do not blink where they open a little.
    return { tMs: reading.tMs, share: reading.openness / Math.max(around.median, BLINK_DIP * openness) };
  });
}
