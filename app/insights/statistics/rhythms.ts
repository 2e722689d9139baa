import { numbersOf } from '../../base/numbers-of';
import { DAY_MS } from '../../base/time';
import { type Group, groupsOf } from '../../statistics/groups/groups';
import { type Pooled, partialPooling } from '../../statistics/groups/partial-pooling';
import type { Needs } from '../../statistics/needs';
import type { Numbers } from '../../statistics/numbers';
import { dailyMeans, hourOfWall, monthOfWall, weekdayOfWall } from './calendar';
import { type Effects, manyEffects } from './effects';

/** Values beside the clock on the wall, in order of time. */
export interface TimedValues {
  readonly wallMs: Numbers;
  readonly values: Numbers;
}

const noon = (day: number): number => (day + 0.5) * DAY_MS;

/**
 * Weekdays, 0 for Monday to 6 for Sunday, by the means of their days, partially pooled: see `partialPooling`.
 *
 * @example weekdayMeans({ wallMs: [0], values: [1] }) // { needs: 19 }
 */
export const weekdayMeans = ({ wallMs, values }: TimedValues): Pooled | Needs =>
  partialPooling(groupedDays(wallMs, values, weekdayOfWall));

/**
 * Months of the year, 0 for January to 11 for December, of all years together, by the means of their days, partially pooled.
 *
 * @example monthMeans({ wallMs: [0], values: [1] }) // { needs: 19 }
 */
export const monthMeans = ({ wallMs, values }: TimedValues): Pooled | Needs =>
  partialPooling(groupedDays(wallMs, values, monthOfWall));

/**
 * Hours of the day, 0..23, by their entries, partially pooled.
 *
 * @example hourMeans({ wallMs: [0], values: [1] }) // { needs: 19 }
 */
export const hourMeans = ({ wallMs, values }: TimedValues): Pooled | Needs =>
  partialPooling(groupsOf(numbersOf(wallMs, hourOfWall), values));

function groupedDays(wallMs: Numbers, values: Numbers, keyOf: (ms: number) => number): readonly Group[] {
  const days = dailyMeans(wallMs, values);
  return groupsOf(
    numbersOf(days.at, (day) => keyOf(noon(day))),
    days.values,
  );
}

/** `0` for Monday to `6` for Sunday. */
export type WeekdayName = `${0 | 1 | 2 | 3 | 4 | 5 | 6}`;

/**
 * How each weekday differs from the other six, by the means of their days, corrected for seven looks.
 *
 * @example weekdayEffects({ wallMs: [0], values: [1] }).waiting.length // 7
 */
export function weekdayEffects({ wallMs, values }: TimedValues): Effects<WeekdayName> {
  const days = dailyMeans(wallMs, values);
  const noons = numbersOf(days.at, noon);
  return manyEffects(
    (['0', '1', '2', '3', '4', '5', '6'] as const).map((name) => ({
      name,
      of: 'flag' as const,
      wallMs: noons,
      x: noons.map((ms) => Number(weekdayOfWall(ms) === Number(name))),
      y: days.values,
    })),
  );
}

/** From which hour of the day on each part lasts; before the first it is night, which is the evening before. Ours. */
export const DAY_PARTS = { morning: 5, afternoon: 12, evening: 18 } as const;
export type DayPart = keyof typeof DAY_PARTS;

/**
 * The part of the day at an hour 0..23.
 *
 * @example dayPartOf(4) // 'evening'
 * @example dayPartOf(5) // 'morning'
 */
export function dayPartOf(hour: number): DayPart {
  if (hour < DAY_PARTS.morning || hour >= DAY_PARTS.evening) return 'evening';
  return hour < DAY_PARTS.afternoon ? 'morning' : 'afternoon';
}

/**
 * How entries of each part of the day differ from the others, corrected for three looks.
 *
 * @example dayPartEffects({ wallMs: [0], values: [1] }).waiting.length // 3
 */
export const dayPartEffects = ({ wallMs, values }: TimedValues): Effects<DayPart> =>
  manyEffects(
    (['morning', 'afternoon', 'evening'] as const).map((name) => ({
      name,
      of: 'flag' as const,
      wallMs,
      x: numbersOf(wallMs, (ms) => Number(dayPartOf(hourOfWall(ms)) === name)),
      y: values,
    })),
  );
