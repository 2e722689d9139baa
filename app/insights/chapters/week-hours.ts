import { groupsOf } from '../../statistics/groups/groups';
import { mean } from '../../statistics/mean';
import type { Needs } from '../../statistics/needs';
import type { RatedBook } from '../readers/book';
import { hourOfWall, weekdayOfWall } from '../statistics/calendar';
import { type DayPart, dayPartEffects, type WeekdayName, weekdayEffects } from '../statistics/rhythms';
import { type Judged, judged } from './judged';

/** Hours that share a place on the map. */
export const BLOCK_HOURS = 2;
/** Most entries that a place leads to, the newest. */
const MOST_IDS = 30;

/** The entries of one part of one weekday. */
export interface WeekPlace {
  /** 0 for Monday to 6 for Sunday. */
  readonly weekday: number;
  /** Its first hour, 0, 2 .. 22. */
  readonly hour: number;
  readonly mean: number;
  readonly n: number;
  readonly entryIds: readonly string[];
}

export interface WeekHours {
  /** Those with a rating, hour by hour from Monday on. */
  readonly places: readonly WeekPlace[];
  readonly n: number;
  /** The weekday and the part of the day that most surely differ from the others; null where nothing can be told. */
  readonly weekday: Judged<WeekdayName> | null;
  readonly dayPart: Judged<DayPart> | null;
  /** How many more days it takes for a weekday. */
  readonly needs: Needs | null;
}

/** How pleasant each part of the week was. */
export function weekHours({ id, wallMs, valence }: RatedBook): WeekHours {
  const rows = [...id.keys()].filter((row) => !Number.isNaN(valence[row]!));
  const places = groupsOf(
    rows.map((row) => placeOf(wallMs[row]!)),
    rows,
  );
  const weekdays = weekdayEffects({ wallMs, values: valence });
  const parts = dayPartEffects({ wallMs, values: valence });
  const waiting = weekdays.waiting.map(({ needs }) => needs);
  return {
    places: places.map(({ key, values: own }) => ({
      weekday: Math.floor(key / 24),
      hour: key % 24,
      mean: mean(own.map((row) => valence[row]!)),
      n: own.length,
      entryIds: own.slice(-MOST_IDS).map((row) => id[row]!),
    })),
    n: rows.length,
    weekday: judged(weekdays.known[0]),
    dayPart: judged(parts.known[0]),
    needs: weekdays.known.length > 0 || waiting.length === 0 ? null : { needs: Math.min(...waiting) },
  };
}

/** The first hour of its block, in hours since Monday began. */
const placeOf = (ms: number): number => 24 * weekdayOfWall(ms) + Math.floor(hourOfWall(ms) / BLOCK_HOURS) * BLOCK_HOURS;
