import { mean } from '../../statistics/mean';
import { presentOf } from '../../statistics/present';
import type { Book } from '../readers/book';
import { dayOfWall } from '../statistics/calendar';

/** A day with entries. */
export interface DayTold {
  /** In days since 1970-01-01, as the person lived it. */
  readonly day: number;
  /** Mean of its ratings, -1..1; null where none was given. */
  readonly valence: number | null;
  readonly entryIds: readonly string[];
}

export interface Days {
  /** Oldest first. */
  readonly days: readonly DayTold[];
  readonly rated: number;
  /** Rated days that were pleasant, above 0. */
  readonly pleasant: number;
}

/** Every day that has an entry. */
export function daysTold(book: Book): Days {
  const rows = new Map<number, number[]>();
  for (const [row, ms] of book.wallMs.entries()) {
    const day = dayOfWall(ms);
    const own = rows.get(day);
    if (own) own.push(row);
    else rows.set(day, [row]);
  }
  const days = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([day, own]): DayTold => {
      const rated = presentOf(own.map((row) => book.valence[row]!));
      return {
        day,
        valence: rated.length === 0 ? null : mean(rated),
        entryIds: own.map((row) => book.id[row]!),
      };
    });
  return {
    days,
    rated: days.filter(({ valence }) => valence !== null).length,
    pleasant: days.filter(({ valence }) => valence !== null && valence > 0).length,
  };
}
