import { DAY_MS } from '../../base/time';

/** The UTC day a moment lies in, in days since 1970-01-01. UTC, so that filing never depends on where one travels. */
export const dayOfMs = (epochMs: number): number => Math.floor(epochMs / DAY_MS);

/** The UTC month of a day: `2026-11`. */
export const monthOfDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, -17);

/** Orders months by time. Those after the year 9999 are longer words (`+12026-11`), and would stand before all others. */
export const inOrderOfTime = (one: string, other: string): number =>
  one.length - other.length || (one < other ? -1 : Number(one > other));

/** The days of a month, first and last. */
export function daysOfMonth(month: string): readonly [first: number, last: number] {
  const first = new Date(`${month}-01T00:00:00Z`);
  const next = new Date(first);
  next.setUTCMonth(next.getUTCMonth() + 1);
  // The last month JavaScript knows has none after it.
  const end = Number.isNaN(next.getTime()) ? 8.64e15 + DAY_MS : next.getTime();
  return [dayOfMs(first.getTime()), dayOfMs(end) - 1];
}
