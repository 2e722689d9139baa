import { numbersOf } from '../../base/numbers-of';
import { DAY_MS } from '../../base/time';
import { groupsOf } from '../../statistics/groups/groups';
import { mean } from '../../statistics/mean';
import { meanHalfWidth } from '../../statistics/mean-interval';
import { isKnown } from '../../statistics/needs';
import type { Numbers } from '../../statistics/numbers';
import { orNull, presentOf, presentPairs } from '../../statistics/present';
import { type Finding, findingOfPairs } from '../findings/finding';
import type { RatedBook } from '../readers/book';
import { type FacesApart, facesApart } from '../readers/faces-apart';
import { dailyMeans, monthCounter } from '../statistics/calendar';
import { type Level, levelChanges } from '../statistics/level-changes';
import { MIN_PAIRS } from '../statistics/min-pairs';
import type { PairedValences } from '../statistics/paired-valences';
import type { ValencePoint } from '../statistics/valence-point';
import { decimated } from './decimated';

/** From so many entries on a line of means says more than the dots themselves. Ours. */
export const MANY = 60;
/** Most points that are drawn, and listed: a phone is 400 of them wide. */
export const MOST_POINTS = 800;
/** From so many days on, months take the place of weeks. Ours: more than sixty weeks are a tangle on a phone. */
const LONG_DAYS = 420;

/** The ratings of a week or month together. */
export interface Stretch {
  /** Its first and last day with a rating, in days since 1970-01-01. */
  readonly from: number;
  readonly to: number;
  readonly mean: number;
  /** Half width of the 95 % interval of that mean; null where it cannot be told. */
  readonly halfWidth: number | null;
  /** Days with a rating. */
  readonly n: number;
}

export interface OverTime {
  /** Oldest first; where there are too many, the highest and the lowest of each stretch of time. */
  readonly points: readonly ValencePoint[];
  /** How many there are. */
  readonly n: number;
  /** Of all of them; a mean of none is 0. */
  readonly rated: { readonly n: number; readonly mean: number };
  readonly faces: { readonly compared: number; readonly apart: number; readonly mean: number };
  /** The mean rating and the mean face of the entries that have both: the only two means that may stand side by side. */
  readonly both: { readonly n: number; readonly said: number; readonly shown: number };
  /** The trend; empty where the points say it themselves. */
  readonly stretches: readonly Stretch[];
  readonly by: 'week' | 'month';
  /** Stretches of days around one level; one alone, or none, where the level never clearly changed. */
  readonly levels: readonly Level[];
  readonly apart: FacesApart;
  /** Faces that are not compared, because they were measured against something else. */
  readonly otherBaseline: number;
  /** What can be said of rating and face together. */
  readonly finding: Finding;
  /** How many recalls with both it takes. */
  readonly pairsNeeded: number;
}

/** How pleasant entries were over time, as the person said and as their face showed. */
export function overTime(book: RatedBook): OverTime {
  const rows = rowsTold(book);
  const rated = presentOf(book.valence);
  const compared = presentOf(book.face);
  const apart = rows.filter((row) => isApart(book, row));
  const pairs = pairsOf(book);
  const days = book.wallMs.length === 0 ? 0 : (book.wallMs.at(-1)! - book.wallMs[0]!) / DAY_MS;
  const by = days > LONG_DAYS ? 'month' : 'week';
  const levels = levelChanges({ wallMs: book.wallMs, values: book.valence });
  const byBaseline = apart.filter((row) => book.otherBaseline.has(book.id[row]!));
  const columns = { epochMs: book.epochMs, columns: [book.valence, book.shown] };
  return {
    points: decimated(rows, columns, MOST_POINTS).map((row) => pointOf(book, row)),
    n: rows.length,
    rated: { n: rated.length, mean: meanOr0(rated) },
    faces: { compared: compared.length, apart: apart.length, mean: meanOr0(compared) },
    both: { n: pairs.self.length, said: meanOr0(pairs.self), shown: meanOr0(pairs.face) },
    stretches: rated.length > MANY ? stretchesOf(book, by) : [],
    by,
    levels: isKnown(levels) && levels.length > 1 ? levels : [],
    apart: facesApart(facesBeside(book, rows, new Set(byBaseline))),
    otherBaseline: byBaseline.length,
    finding: findingOfPairs(pairs),
    pairsNeeded: MIN_PAIRS,
  };
}

const meanOr0 = (values: Numbers): number => (values.length === 0 ? 0 : mean(values));

/** Rows with a rating or a face. */
function rowsTold({ valence, shown }: RatedBook): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < valence.length; row++)
    if (!(Number.isNaN(valence[row]!) && Number.isNaN(shown[row]!))) rows.push(row);
  return rows;
}

/** There is a face, and it is not compared. */
const isApart = ({ shown, face }: RatedBook, row: number): boolean =>
  !Number.isNaN(shown[row]!) && Number.isNaN(face[row]!);

function pairsOf({ valence, face }: RatedBook): PairedValences {
  const pairs = presentPairs(valence, face);
  return { self: pairs.x, face: pairs.y };
}

/** The first and the last face that is compared, and all that are not, but for those of another baseline. */
function facesBeside(book: RatedBook, rows: readonly number[], without: ReadonlySet<number>): readonly ValencePoint[] {
  const isCompared = (row: number) => !Number.isNaN(book.face[row]!);
  const [first, last] = [rows.find(isCompared), rows.findLast(isCompared)];
  return rows
    .filter((row) => row === first || row === last || (isApart(book, row) && !without.has(row)))
    .map((row) => pointOf(book, row));
}

function pointOf(book: RatedBook, row: number): ValencePoint {
  const face = orNull(book.shown[row]!);
  return {
    entryId: book.id[row]!,
    epochMs: book.epochMs[row]!,
    offsetMinutes: book.offsetMinutes[row]!,
    self: orNull(book.valence[row]!),
    face,
    faceHalfWidth: face === null ? null : orNull(book.halfWidth[row]!),
    faceReader: face === null ? null : book.faceReader[row]!,
    faceApart: isApart(book, row),
  };
}

/** The means of the days of each week, which begins on Monday, or each month. */
function stretchesOf({ wallMs, valence }: RatedBook, by: 'week' | 'month'): readonly Stretch[] {
  const days = dailyMeans(wallMs, valence);
  const monthOf = monthCounter();
  const stretches = numbersOf(days.at, by === 'week' ? weekOf : (day) => monthOf(day * DAY_MS));
  return groupsOf(stretches, [...stretches.keys()]).map(({ values: rows }) => {
    const values = rows.map((row) => days.values[row]!);
    return {
      from: days.at[rows[0]!]!,
      to: days.at[rows.at(-1)!]!,
      mean: mean(values),
      halfWidth: meanHalfWidth(values),
      n: rows.length,
    };
  });
}

const weekOf = (day: number): number => Math.floor((day + 3) / 7);
