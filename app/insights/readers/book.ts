import { numbersOf } from '../../base/numbers-of';
import { oneOfEach } from '../../domain/entry/entry-versions';
import { EXPRESSIONS } from '../../domain/face/expression';
import { CUE_VALENCES, type CueValence, type Direction } from '../../domain/memory/memory';
import { wallMs } from '../../domain/moment/moment';
import type { Tag } from '../../domain/report/tags';
import { baselineOf, seldomReadOf } from '../../variables/read-seldom';
import type { SeldomRead } from '../../variables/seldom-read';
import { type Compared, comparableFaces, type LeftOut, leftOutReasons } from './comparable-faces';
import type { EntryColumns, MemoryColumns } from './entry-columns';
import { memoryKeys } from './memory-keys';
import type { MonthRow } from './month-rows';

/** How pleasant the entries were, by columns, oldest first, one of each where there are versions: what the first chart takes. */
export interface RatedBook extends Compared<EntryColumns> {
  /** What the face showed, also where it is not compared; NaN where the person set it aside. */
  readonly shown: Float64Array;
  /** Half width of the 95 % interval of `shown`. */
  readonly halfWidth: Float64Array;
  /** The entries whose face is not compared because it was measured against something else. */
  readonly otherBaseline: ReadonlySet<string>;
  readonly epochMs: Float64Array;
  readonly offsetMinutes: Float64Array;
}

/** All that insights know of them. NaN and null are missing. */
export interface Book extends RatedBook, Compared<MemoryColumns> {
  readonly title: readonly string[];
  /** Tags and what was ticked as done; null before the first entry that has any: nobody may have been asked. */
  readonly labels: readonly (readonly string[] | null)[];
  readonly blinksPerMinute: Float64Array;
  /** 0..1. */
  readonly closedShare: Float64Array;
  /** 0..1. */
  readonly stillShare: Float64Array;
}

/** The class of each question of the deck, by its id. */
export type CueClasses = Readonly<Record<string, CueValence>>;

/** Oldest first, one of each. */
export const inBookOrder = (entries: readonly MonthRow[]): readonly MonthRow[] =>
  [...oneOfEach(entries)].sort((a, b) => a.epochMs - b.epochMs);

/**
 * The part of the book that the first chart takes. `rows`: as `inBookOrder` gives them, here and below.
 *
 * @example ratedBookOf([]).id // []
 */
export function ratedBookOf(rows: readonly MonthRow[]): RatedBook {
  const columns = ratedColumns(rows);
  const reasons = leftOutReasons(columns);
  return { ...comparableFaces(columns, reasons), ...shownColumns(rows, reasons) };
}

type ShownColumns = Pick<RatedBook, 'shown' | 'otherBaseline' | 'halfWidth' | 'epochMs' | 'offsetMinutes'>;

function shownColumns(rows: readonly MonthRow[], reasons: readonly (LeftOut | null)[]): ShownColumns {
  const otherBaseline = new Set<string>();
  for (const [row, why] of reasons.entries()) if (why === 'other-baseline') otherBaseline.add(rows[row]!.id);
  return {
    shown: numbersOf(rows, ({ facialValence, faceDisputed }) => (faceDisputed ? Number.NaN : facialValence)),
    otherBaseline,
    halfWidth: numbersOf(rows, ({ faceHalfWidth }) => faceHalfWidth),
    epochMs: numbersOf(rows, ({ epochMs }) => epochMs),
    offsetMinutes: numbersOf(rows, ({ offsetMinutes }) => offsetMinutes),
  };
}

function ratedColumns(rows: readonly MonthRow[]): EntryColumns {
  const number = (of: (row: MonthRow) => number) => numbersOf(rows, of);
  return {
    id: rows.map(({ id }) => id),
    wallMs: number(wallMs),
    valence: number(({ valence }) => valence),
    arousal: number(({ arousal }) => arousal),
    facialValence: number(({ facialValence }) => facialValence),
    faceReader: rows.map(({ faceReader }) => faceReader),
    faceBaseline: rows.map(({ seldomRead }) => baselineOf(seldomRead)),
    faceDisputed: rows.map(({ faceDisputed }) => faceDisputed),
    feelings: rows.map(({ feelings }) => feelings),
  };
}

/**
 * The whole book.
 *
 * @example bookOf([], {}).id // []
 */
export function bookOf(rows: readonly MonthRow[], cueClasses: CueClasses): Book {
  const seldom = rows.map(({ seldomRead }) => seldomReadOf(seldomRead));
  const number = (of: (own: SeldomRead) => number | null) => numbersOf(seldom, (own) => of(own) ?? Number.NaN);
  const columns: MemoryColumns = {
    ...ratedColumns(rows),
    cueClass: rows.map((row) => (row.isRecall ? classOf(row, cueClasses) : null)),
    direction: rows.map(({ direction }) => direction as Direction | null),
    specificity: seldom.map(({ specificity }) => specificity),
    selfRelevance: number(({ selfRelevance }) => selfRelevance),
    vividness: number(({ vividness }) => vividness),
    memory: memoryKeys(rows.map((row) => (row.isRecall ? row : null))),
    expression: expressionsOf(seldom),
    units: seldom.map(({ units }) => units && new Set(units)),
    activities: seldom.map(({ activities }) => activities),
  };
  const reasons = leftOutReasons(columns);
  return {
    ...comparableFaces(columns, reasons),
    ...shownColumns(rows, reasons),
    title: rows.map(({ title }) => title),
    labels: sinceAsked(rows.map(({ tags }, at) => labelsOf(tags, seldom[at]!.activities))),
    blinksPerMinute: number(({ blinksPerMinute }) => blinksPerMinute),
    closedShare: number(({ closedShare }) => closedShare),
    stillShare: number(({ stillShare }) => stillShare),
  };
}

function expressionsOf(seldom: readonly SeldomRead[]): Float64Array {
  const width = EXPRESSIONS.length;
  const scores = new Float64Array(seldom.length * width).fill(Number.NaN);
  for (const [row, { expression }] of seldom.entries())
    if (expression) for (let place = 0; place < width; place++) scores[row * width + place] = expression[place]!;
  return scores;
}

function classOf({ ownCueValence, cueId, expectedValence }: MonthRow, classes: CueClasses): CueValence | null {
  const word = ownCueValence ?? (cueId === null ? null : classes[cueId]) ?? expectedValence;
  return CUE_VALENCES.find((one) => one === word) ?? null;
}

function labelsOf(tags: string | null, activities: readonly string[] | null): readonly string[] | null {
  if (tags === null) return activities;
  const names = (JSON.parse(tags) as readonly Tag[]).map(({ name }) => name);
  return [...new Set([...names, ...(activities ?? [])])];
}

function sinceAsked(labels: readonly (readonly string[] | null)[]): readonly (readonly string[] | null)[] {
  const first = labels.findIndex((own) => own !== null);
  return first < 0 ? labels : labels.map((own, row) => (row < first ? null : (own ?? [])));
}

/** Which part of the book is asked for. */
export interface Asked {
  /** The clock on the wall from which on, and up to which, entries count: `[fromMs, toMs)`; null for all. */
  readonly fromMs: number | null;
  readonly toMs: number | null;
  /** The entries that a filter lets through; null without one. */
  readonly only: ReadonlySet<string> | null;
}

/** The whole book. */
export const EVERYTHING: Asked = { fromMs: null, toMs: null, only: null };

/** The part of the book that is asked for. What is compared with what was settled for all of it, and stays. */
export function partOf<T extends RatedBook>(book: T, { fromMs, toMs, only }: Asked): T {
  const [from, to] = [fromMs ?? Number.NEGATIVE_INFINITY, toMs ?? Number.POSITIVE_INFINITY];
  const rows: number[] = [];
  for (const [row, ms] of book.wallMs.entries())
    if (ms >= from && ms < to && (only === null || only.has(book.id[row]!))) rows.push(row);
  if (rows.length === book.id.length) return book;
  const picked = Object.entries(book).map(([name, column]) => [name, pickedFrom(column, rows, book.id.length)]);
  return Object.fromEntries(picked) as T;
}

/** `column` may hold several values a row, or be no column at all, such as how many faces are left out. */
function pickedFrom(column: unknown, rows: readonly number[], length: number): unknown {
  if (Array.isArray(column)) return rows.map((row) => column[row]);
  if (!(column instanceof Float64Array)) return column;
  const width = column.length / length;
  const values = new Float64Array(rows.length * width);
  for (const [at, row] of rows.entries())
    for (let place = 0; place < width; place++) values[at * width + place] = column[row * width + place]!;
  return values;
}
