import { DAY_MS } from '../../base/time';
import { dayOf, wallMs } from '../../domain/moment/moment';
import type { EntryOutline } from '../../journal/journal';

/** Heights in CSS pixels of what is not drawn yet: a row, and what a day and a month add to it. */
const ROW_HEIGHT = 70;
const DAY_HEIGHT = 40;
const MONTH_HEIGHT = 72;

/** About so many rows are drawn together: two screens, which take a hundredth of a second. */
const STRETCH_ROWS = 24;

export interface Month {
  /** `2026-11`. */
  readonly key: string;
  /** Newest first. */
  readonly outlines: readonly EntryOutline[];
  /** On how many days they were lived; one that was lived twice may count twice. */
  readonly days: number;
}

/** Outlines (newest first) by the month their day was lived in, in the same order. */
export function groupByMonth(outlines: readonly EntryOutline[]): Month[] {
  const months = new Map<string, { outlines: EntryOutline[]; days: number }>();
  // Making a date of each of a hundred thousand holds the page up; days repeat.
  let lastDay = Number.NaN;
  let month = { outlines: [] as EntryOutline[], days: 0 };
  for (const outline of outlines) {
    const day = Math.floor(wallMs(outline.startedAt) / DAY_MS);
    if (day !== lastDay) {
      const key = dayOf(outline.startedAt).slice(0, 7);
      month = months.get(key) ?? { outlines: [], days: 0 };
      months.set(key, month);
      month.days += 1;
      lastDay = day;
    }
    month.outlines.push(outline);
  }
  return Array.from(months, ([key, its]) => ({ key, ...its }));
}

export interface Day {
  readonly day: string;
  readonly outlines: readonly EntryOutline[];
}

/**
 * A month's outlines (newest first) by local calendar day, in the same order, but for the word of a whole day: it comes first. A day that was lived twice, on a journey east over
 * the date line, is there once, although entries of the day before lie between its two halves.
 */
export function groupByDay(outlines: readonly EntryOutline[]): Day[] {
  const days = new Map<string, EntryOutline[]>();
  for (const outline of outlines) {
    const day = dayOf(outline.startedAt);
    const its = days.get(day);
    if (!its) days.set(day, [outline]);
    else if (outline.ofDay) its.unshift(outline);
    else its.push(outline);
  }
  return Array.from(days, ([day, its]) => ({ day, outlines: its }));
}

/** Days in a row that are drawn together. */
export type DayStretch = readonly DayPart[];
/** A day, or what follows of one that has more rows than a stretch: `goesOn`. */
interface DayPart extends Day {
  readonly goesOn: boolean;
}

/** A month's days in stretches of about `rows` rows; a day of more than that lies in several. */
export function stretchesOf(days: readonly Day[], rows = STRETCH_ROWS): DayStretch[] {
  const parts = days.flatMap(({ day, outlines }) =>
    Array.from({ length: Math.ceil(outlines.length / rows) }, (_, at) => ({
      day,
      outlines: outlines.slice(at * rows, (at + 1) * rows),
      goesOn: at > 0,
    })),
  );
  const stretches: DayPart[][] = [];
  let room = 0;
  for (const part of parts) {
    if (room <= 0) {
      stretches.push([]);
      room = rows;
    }
    stretches.at(-1)!.push(part);
    room -= part.outlines.length;
  }
  return stretches;
}

/** How high `rows` rows on `days` days will be, in CSS pixels. */
export const guess = (rows: number, days: number): number => rows * ROW_HEIGHT + days * DAY_HEIGHT;

/** How high months will be that are not there yet, in CSS pixels. */
export const guessMonths = (months: readonly Month[]): number =>
  months.reduce((sum, { outlines, days }) => sum + MONTH_HEIGHT + guess(outlines.length, days), 0);

/** The same of a stretch. */
export const guessStretch = (stretch: DayStretch): number =>
  guess(
    stretch.reduce((sum, { outlines }) => sum + outlines.length, 0),
    stretch.filter(({ goesOn }) => !goesOn).length,
  );
