import { DAY_MS, MINUTE_MS } from '../../base/time';
import { type Moment, momentAt } from '../../domain/moment/moment';

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
  const asUtcMs = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
  const [before, after] = offsetsAround(Math.floor(asUtcMs / DAY_MS), zone);
  if (before === after) return { epochMs: asUtcMs - before * MINUTE_MS, zone, offsetMinutes: before };
  for (const offset of [before, after]) {
    const moment = momentAt(asUtcMs - offset * MINUTE_MS, zone);
    if (moment.offsetMinutes === offset) return moment;
  }
  return momentAt(asUtcMs - before * MINUTE_MS, zone);
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

/** `2026-11-22`, also with slashes or points; null for anything else and for days that do not exist. */
export function readDate(text: string): Pick<WallTime, 'year' | 'month' | 'day'> | null {
  const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text.trim());
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { year, month, day } : null;
}

/** `20:39`, `20:39:07`, `8:30 am`, `11.54 p.m.`; null for anything else. */
export function readTimeOfDay(text: string): Pick<WallTime, 'hour' | 'minute' | 'second'> | null {
  // Some exports set a narrow no-break space before "am".
  const match = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?\s*([ap])?\.?\s*(?:m\.?)?$/iu.exec(text.trim());
  if (!match) return null;
  const [, hours, minutes, seconds, half] = match;
  const second = Number(seconds ?? 0);
  const minute = Number(minutes);
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hours);
  const fits = half ? Number(hours) >= 1 && Number(hours) <= 12 : hour <= 23;
  return fits && minute <= 59 && second <= 59 ? { hour, minute, second } : null;
}

/** The furthest a clock on the wall is from UTC, in minutes. */
const FURTHEST_MINUTES = 14 * 60;

/** `2026-11-22T13:00`, with seconds or without, and with its distance from UTC or without (null then). */
export function readDateTime(text: string): { readonly wall: WallTime; readonly offsetMinutes: number | null } | null {
  const match = /^(\S+?)(?:T|\s+)([\d:.]+(?:\s*[ap]\.?m\.?)?)\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(text.trim());
  const date = readDate(match?.[1] ?? '');
  const time = readTimeOfDay(match?.[2] ?? '');
  if (!date || !time) return null;
  const zone = match?.[3];
  if (zone === undefined) return { wall: { ...date, ...time }, offsetMinutes: null };
  const [sign, hours, minutes] =
    zone.toUpperCase() === 'Z' ? ['+', '0', '0'] : [zone[0], zone.slice(1, 3), zone.slice(-2)];
  const offsetMinutes = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  return Math.abs(offsetMinutes) > FURTHEST_MINUTES ? null : { wall: { ...date, ...time }, offsetMinutes };
}
