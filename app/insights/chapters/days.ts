import { groupsOf } from '../../statistics/groups/groups';
import { mean } from '../../statistics/mean';
import { presentOf } from '../../statistics/present';
import type { RatedBook } from '../readers/book';
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
export function daysTold(book: RatedBook): Days {
  const days = groupsOf(book.wallMs.map(dayOfWall), [...book.id.keys()]).map(({ key: day, values: rows }): DayTold => {
    const rated = presentOf(rows.map((row) => book.valence[row]!));
    return {
      day,
      valence: rated.length === 0 ? null : mean(rated),
      entryIds: rows.map((row) => book.id[row]!),
    };
  });
  return {
    days,
    rated: days.filter(({ valence }) => valence !== null).length,
    pleasant: days.filter(({ valence }) => valence !== null && valence > 0).length,
  };
}
