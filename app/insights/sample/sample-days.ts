import { DAY_MS } from '../../base/time';
import type { Random } from '../../statistics/resampling/random';
import { weekdayOfWall } from '../statistics/calendar';
import type { Truths } from './truths';

const YEAR_DAYS = 365.25;
/** The day of the year at which the season is at its best: the middle of June. */
const BEST_DAY = 166;

/**
 * The level of each of `count` days from `firstDay` (in days since 1970-01-01): where the person is before anything of the moment. Its
 * random part is an AR(1) whose neighbours go together so much that ratings do by `inertia`, though each also has something of the moment.
 *
 * @example sampleDays(NOTHING, 20000, 3, randomFrom(1)).length // 3
 */
export function sampleDays(truths: Truths, firstDay: number, count: number, random: Random): Float64Array {
  const lasting = 1 - truths.momentary;
  const deviation = truths.deviation * Math.sqrt(lasting);
  const carried = truths.inertia / lasting;
  const fresh = Math.sqrt(1 - carried ** 2);
  let level = random.normal();
  return Float64Array.from({ length: count }, (_, at) => {
    const day = firstDay + at;
    const planted = plantedOn(truths, day, at / count);
    const value = truths.mean + planted + deviation * level;
    level = carried * level + fresh * random.normal();
    return value;
  });
}

function plantedOn({ season, weekday, change }: Truths, day: number, share: number): number {
  const ofYear = season * Math.cos((2 * Math.PI * (day - BEST_DAY)) / YEAR_DAYS);
  const ofWeek = weekdayOfWall(day * DAY_MS) === weekday.which ? weekday.effect : 0;
  return ofYear + ofWeek + (share >= change.at ? change.effect : 0);
}
