import { DAY_MS } from '../../base/time';
import type { EntryOutline } from '../../journal/journal';
import { calendarDay } from './on-this-day';

/** A day of a calendar. */
export interface DayMood {
  readonly outlines: readonly EntryOutline[];
  /** How the person rated the day as a whole, else the mean of their own ratings, -1..1; null where none was given. */
  readonly valence: number | null;
}

/** The days of these outlines, by their number; each day's outlines are in the order they come, after the word for all of it. */
export function dayMoods(outlines: readonly EntryOutline[]): ReadonlyMap<number, DayMood> {
  const days = new Map<number, EntryOutline[]>();
  for (const outline of outlines) {
    const day = calendarDay(outline);
    const its = days.get(day);
    if (!its) days.set(day, [outline]);
    else if (outline.ofDay) its.unshift(outline);
    else its.push(outline);
  }
  return new Map(Array.from(days, ([day, its]) => [day, { outlines: its, valence: valenceOf(its) }]));
}

/** A day that was rated as a whole is as pleasant as that says, whatever its moments were. */
function valenceOf(outlines: readonly EntryOutline[]): number | null {
  const ofDay = outlines.find((outline) => outline.ofDay && outline.valence !== null);
  if (ofDay) return ofDay.valence;
  const rated = outlines.flatMap(({ valence }) => valence ?? []);
  return rated.length === 0 ? null : rated.reduce((sum, one) => sum + one, 0) / rated.length;
}

/** How pleasant a day was in five equal steps, 1 to 5; null where it was not rated. */
export const levelOf = (valence: number | null): number | null =>
  valence === null ? null : Math.min(5, Math.floor(((valence + 1) / 2) * 5) + 1);

/** The days of a month; `month` counts from January 1970. */
export function daysOfMonth(month: number): { readonly first: number; readonly length: number } {
  const at = (index: number): number => Date.UTC(1970, index, 1) / DAY_MS;
  return { first: at(month), length: at(month + 1) - at(month) };
}

/** The month of a day, counted from January 1970. */
export function monthOfDay(day: number): number {
  const date = new Date(day * DAY_MS);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
}
