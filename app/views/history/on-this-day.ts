import { DAY_MS } from '../../base/time';
import { wallMs } from '../../domain/moment/moment';
import type { EntryOutline } from '../../journal/journal';

/** The days of the calendar on which the person lived their entries, as days since 1970-01-01. */
export const calendarDay = ({ startedAt }: Pick<EntryOutline, 'startedAt'>): number =>
  Math.floor(wallMs(startedAt) / DAY_MS);

/** Entries of the same day in earlier years, newest first. The 29th of February has one every four years. */
export function onThisDay(outlines: readonly EntryOutline[], today: number): readonly EntryOutline[] {
  const date = new Date(today * DAY_MS);
  const oldest = outlines.length === 0 ? 0 : new Date(wallMs(outlines.at(-1)!.startedAt)).getUTCFullYear();
  const days = new Set<number>();
  for (let year = date.getUTCFullYear() - 1; year >= oldest; year--) {
    const ms = Date.UTC(year, date.getUTCMonth(), date.getUTCDate());
    if (new Date(ms).getUTCMonth() === date.getUTCMonth()) days.add(ms / DAY_MS);
  }
  return days.size === 0 ? [] : outlines.filter((outline) => days.has(calendarDay(outline)));
}
