import { monthsOf, neighbourOf, type ReviewPeriod, yearBefore } from '../../domain/moment/review-period';
import { mean } from '../../statistics/mean';
import { isKnown, type Needs } from '../../statistics/needs';
import { type Finding, findingOf } from '../findings/finding';
import { dailyMeans } from '../statistics/calendar';
import { type Level, levelChanges } from '../statistics/level-changes';
import { steadiness } from '../statistics/steadiness';
import { mostMoving } from './most-moving';
import { ownWords, type Quote } from './own-words';
import { type ChangeRemark, knownOr, type Remarks, remarksOn } from './remarks';
import { columnsOf, type PageRow, type PageTable, rowsIn } from './table';
import { type PeriodDifference, twoPeriods } from './two-periods';
import { calendarYearsAgo } from './years-ago';

/** A day, or of a year a month, as it is drawn. */
export interface SkyPlace {
  /** Its first day, in days since 1970-01-01. */
  readonly day: number;
  /** Mean of its days' ratings, -1..1; null where none was given. */
  readonly valence: number | null;
  /** Days with a rating. */
  readonly n: number;
}

/** An earlier period beside this one. */
export interface Beside {
  readonly period: ReviewPeriod;
  readonly entries: number;
  /** Null where it cannot be told, and then how many more days with a rating it takes. */
  readonly change: ChangeRemark | null;
  readonly needs: number | null;
}

/** What a page tells of a month or a year. Its parts stand in the order they are read. */
export interface Review {
  readonly period: ReviewPeriod;
  /** Whether there are days of it to come. */
  readonly isGoingOn: boolean;
  readonly entries: number;
  readonly recalls: number;
  /** Days with an entry, and days there have been. */
  readonly days: readonly [written: number, inAll: number];
  /** Mean of the days' ratings; null without any. */
  readonly mean: number | null;
  readonly sky: readonly SkyPlace[];
  /** The days, or months, that were rated highest and lowest; null where there are not two that differ. */
  readonly highest: SkyPlace | null;
  readonly lowest: SkyPlace | null;
  /** How the days went up and down; null where they are too few, or too far apart. */
  readonly steadiness: { readonly deviation: number; readonly step: number } | null;
  /** What moved one most, by id. */
  readonly moved: readonly string[];
  readonly quotes: readonly Quote[];
  /** Feelings that were chosen most often, and that were not chosen in the year before. */
  readonly feelings: readonly { readonly name: string; readonly count: number }[];
  readonly newFeelings: readonly string[];
  readonly before: Beside;
  readonly yearAgo: Beside & {
    /** What moved one most then. */
    readonly moved: string | null;
  };
  /** When the level changed and stayed, within the period: the stretches around it. */
  readonly changes: readonly (readonly [before: Level, after: Level])[];
  /** What can be said of the year up to the end of the period, or to today. */
  readonly remarks: Remarks;
  /** Of the recalls of the period. */
  readonly together: Finding;
  /** Entries of this day in earlier years, if today lies in the period. */
  readonly onThisDay: readonly string[];
}

export interface ReviewOptions {
  readonly period: ReviewPeriod;
  /** In days since 1970-01-01. */
  readonly today: number;
  /** Notes of the period, by id. */
  readonly notes: ReadonlyMap<string, string>;
}

/** How many of each are told on a page. */
const COUNTS = {
  month: { moved: 3, quotes: 2, feelings: 3 },
  year: { moved: 5, quotes: 3, feelings: 5 },
} as const;
/** How far back patterns are looked for. */
const YEAR_DAYS = 365;

/** What there is to tell of a month or a year: numbers and ids, no words. */
export function reviewOf({ rows, points }: PageTable, { period, today, notes }: ReviewOptions): Review {
  const [own, counts] = [rowsIn(rows, period), COUNTS[period.kind]];
  const past = rows.filter(({ day }) => day < period.to);
  const sky = skyOf(own, period);
  const [lowest = null, highest = null] = endsOf(sky);
  const besides = [neighbourOf(period, 'before'), yearBefore(period)].map((other) => besideOf(past, own, other));
  const end = Math.min(period.to, today + 1);
  const lastYear = past.filter(({ day }) => day >= end - YEAR_DAYS);
  const remarks = remarksOn(
    lastYear,
    besides.map(({ change }) => knownOr(change)),
  );
  const [before, yearAgo] = besides.map(({ change, ...beside }, at) => ({
    ...beside,
    change: remarks.changes[at]!,
    needs: isKnown(change) ? null : change.needs,
  })) as [Beside, Beside];
  const ids = new Set(own.map(({ id }) => id));
  return {
    period,
    isGoingOn: today < period.to,
    entries: own.length,
    recalls: own.filter(({ kind }) => kind === 'recall').length,
    days: [new Set(own.map(({ day }) => day)).size, Math.max(0, end - period.from)],
    mean: own.some(({ valence }) => !Number.isNaN(valence)) ? mean(daysOf(own).values) : null,
    sky,
    highest,
    lowest,
    steadiness: steadinessOf(own),
    moved: mostMoving(own, counts.moved).map(({ id }) => id),
    quotes: ownWords(own, notes, counts.quotes),
    ...feelingsOf(own, rowsIn(past, { from: period.from - YEAR_DAYS, to: period.from }), counts.feelings),
    before,
    yearAgo: { ...yearAgo, moved: mostMoving(rowsIn(rows, yearAgo.period), 1)[0]?.id ?? null },
    changes: changesIn(past, period),
    remarks,
    together: findingOf(points.filter(({ entryId }) => ids.has(entryId))),
    onThisDay: today >= period.from && today < period.to ? calendarYearsAgo(rows, today) : [],
  };
}

const daysOf = (rows: readonly PageRow[]) => {
  const rated = rows.filter(({ valence }) => !Number.isNaN(valence));
  const { wallMs, values } = columnsOf(rated);
  return dailyMeans(wallMs, values);
};

function steadinessOf(own: readonly PageRow[]): Review['steadiness'] {
  const steady = steadiness(columnsOf(own));
  if (!isKnown(steady) || steady.step === null) return null;
  return { deviation: steady.deviation, step: steady.step };
}

function besideOf(
  past: readonly PageRow[],
  own: readonly PageRow[],
  period: ReviewPeriod,
): { period: ReviewPeriod; entries: number; change: PeriodDifference | Needs } {
  const its = rowsIn(past, period);
  return {
    period,
    entries: its.length,
    change: twoPeriods(daysOf(own).values, daysOf(its).values, daysOf(past)),
  };
}

/** Each day of a month, each month of a year. */
function skyOf(own: readonly PageRow[], period: ReviewPeriod): readonly SkyPlace[] {
  const places =
    period.kind === 'year'
      ? monthsOf(period)
      : Array.from({ length: period.to - period.from }, (_, at) => ({
          from: period.from + at,
          to: period.from + at + 1,
        }));
  return places.map((place) => {
    const { values } = daysOf(rowsIn(own, place));
    return { day: place.from, valence: values.length === 0 ? null : mean(values), n: values.length };
  });
}

/** Lowest and highest; nothing where they are the same. */
function endsOf(sky: readonly SkyPlace[]): readonly SkyPlace[] {
  const rated = sky.filter(({ valence }) => valence !== null).sort((a, b) => a.valence! - b.valence!);
  const [lowest, highest] = [rated[0], rated.at(-1)];
  return lowest && highest && lowest.valence !== highest.valence ? [lowest, highest] : [];
}

function feelingsOf(own: readonly PageRow[], earlier: readonly PageRow[], most: number) {
  const counts = new Map<string, number>();
  for (const name of own.flatMap((row) => row.feelings)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const known = new Set(earlier.flatMap((row) => row.feelings));
  const feelings = Array.from(counts, ([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
  return {
    feelings: feelings.slice(0, most),
    // Without a year before, all of them would be new.
    newFeelings: known.size === 0 ? [] : [...counts.keys()].filter((name) => !known.has(name)).slice(0, most),
  };
}

function changesIn(past: readonly PageRow[], { from, to }: ReviewPeriod): Review['changes'] {
  const { wallMs, values } = columnsOf(past);
  const levels = levelChanges({ wallMs, values });
  if (!isKnown(levels)) return [];
  return levels
    .slice(1)
    .map((after, at) => [levels[at]!, after] as const)
    .filter(([, after]) => after.from >= from && after.from < to);
}
