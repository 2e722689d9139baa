import { DAY_MS, MINUTE_MS } from '../../base/time';
import { type Moment, wallMs } from '../moment/moment';
import { momentOfWall } from '../moment/wall-time';

/** The last minute of a day. */
export const LAST_MINUTE = DAY_MS / MINUTE_MS - 1;

/** What the clock on the wall shows at that moment, in minutes after midnight. */
export const minuteOf = (moment: Moment): number => Math.floor((wallMs(moment) % DAY_MS) / MINUTE_MS);

/** As a field for a time takes it: `20:05`. */
export const fieldOfMinute = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** What such a field says; null for an empty one, and for one that is no time. */
export function minuteOfField(text: string): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)/.exec(text);
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}

/** Hours in which nothing is shown outside the app, in minutes after midnight; `from` after `to` goes over midnight. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

export const isQuiet = (quiet: QuietHours | null, minute: number): boolean =>
  quiet !== null &&
  (quiet.from <= quiet.to ? quiet.from <= minute && minute < quiet.to : quiet.from <= minute || minute < quiet.to);

/** When that minute comes in the local day of `now`: once, also on a day whose clocks show it twice or never. In epoch milliseconds. */
export function minuteInDayMs(minute: number, now: Moment): number {
  const day = new Date(wallMs(now));
  const wall = { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() };
  const time = { hour: Math.floor(minute / 60), minute: minute % 60, second: 0 };
  return momentOfWall({ ...wall, ...time }, now.zone).epochMs;
}

/** When the next local day begins, in epoch milliseconds. */
export const nextDayMs = (now: Moment): number => minuteInDayMs(LAST_MINUTE + 1, now);

/** More times than this are a list to manage, not a reminder. */
export const MOST_TIMES = 6;

/** The times with one more, in their order; the same ones if it is one of them, or if there are enough. */
export const withTime = (times: readonly number[], minute: number): readonly number[] =>
  times.length >= MOST_TIMES ? times : [...new Set([...times, minute])].sort((one, other) => one - other);
