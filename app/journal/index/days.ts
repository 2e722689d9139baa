import { DAY_MS } from '../../base/time';

/** The UTC day a moment lies in, in days since 1970-01-01. UTC, so that filing never depends on where one travels. */
export const dayOfMs = (epochMs: number): number => Math.floor(epochMs / DAY_MS);

/** The UTC month of a day: `2026-11`. */
export const monthOfDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, -17);

/** The days of a month, first and last. */
export function daysOfMonth(month: string): readonly [first: number, last: number] {
  const first = new Date(`${month}-01T00:00:00Z`);
  const next = new Date(first);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return [dayOfMs(first.getTime()), dayOfMs(next.getTime()) - 1];
}
