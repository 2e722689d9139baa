import { DAY_MS, MINUTE_MS } from '../../base/time';
import { type Moment, momentAt, wallMs } from './moment';

/** A date and a time of day as a clock on the wall shows them. `month` and `day` count from 1. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/**
 * The moment at which clocks in `zone` showed `wall`. Where they showed it twice (summer time ends) it is the first; where
 * they never did (it begins) it is as much later as they were put forward. Throws RangeError for an unknown zone.
 */
export function momentOfWall(wall: WallTime, zone: string): Moment {
  const asUtcMs = utcMs(wall);
  const [before, after] = offsetsAround(Math.floor(asUtcMs / DAY_MS), zone);
  if (before === after) return { epochMs: asUtcMs - before * MINUTE_MS, zone, offsetMinutes: before };
  for (const offset of [before, after]) {
    const moment = momentAt(asUtcMs - offset * MINUTE_MS, zone);
    if (moment.offsetMinutes === offset) return moment;
  }
  return momentAt(asUtcMs - before * MINUTE_MS, zone);
}

/** What the clock shows, as epoch milliseconds of a world without zones. */
export function utcMs({ year, month, day, hour, minute, second }: WallTime): number {
  const date = new Date(0);
  // `Date.UTC` takes the years 0 to 99 for those of the last century.
  date.setUTCFullYear(year, month - 1, day);
  return date.setUTCHours(hour, minute, second, 0);
}

let around: { readonly day: number; readonly zone: string; readonly offsets: readonly [number, number] } | null = null;

/**
 * The offsets before and after a day (counted from 1970): the only two that clocks in that zone can have shown on it. Asking
 * the platform takes longer than all else of a row, and rows of a file come day by day, so the last answer is kept.
 */
function offsetsAround(day: number, zone: string): readonly [before: number, after: number] {
  if (around?.day === day && around.zone === zone) return around.offsets;
  const offset = (at: number) => momentAt(at * DAY_MS, zone).offsetMinutes;
  const offsets = [offset(day - 1), offset(day + 2)] as const;
  around = { day, zone, offsets };
  return offsets;
}

/** The moment as a field for a date and a time takes it: `2026-11-22T13:00`. */
export const fieldOfMoment = (moment: Moment): string => new Date(wallMs(moment)).toISOString().slice(0, 16);

/** The moment in `zone` that such a field says; null for an empty one, and for one that is no date. */
export function momentOfField(text: string, zone: string): Moment | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute] = match.slice(1).map(Number) as [number, number, number, number, number];
  return momentOfWall({ year, month, day, hour, minute, second: 0 }, zone);
}
