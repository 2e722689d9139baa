import { DAY_MS } from '../../base/time';
import type { PageRow } from './table';

/** Ids of entries of the same day of the calendar in earlier years, newest first. The 29th of February has one every four years. */
export function calendarYearsAgo(rows: readonly Pick<PageRow, 'id' | 'day'>[], today: number): readonly string[] {
  const date = dateOf(today);
  return rows
    .filter(({ day }) => day < today && dateOf(day) === date)
    .map(({ id }) => id)
    .reverse();
}

/** Month and day, such as `11-22`. */
const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(5, 10);
