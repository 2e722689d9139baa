import { DAY_MS } from '../../base/time';
import { wallMs } from '../../domain/moment/moment';
import type { OverTime } from '../../insights/chapters/over-time';
import type { ValencePoint } from '../../insights/statistics/valence-point';
import { mean } from '../../statistics/mean';

/** One mark: where it stands, and for which entry. */
export interface Mark {
  /** Wall time of the entry, see `wallMs`. */
  readonly x: number;
  /** -1..1. */
  readonly y: number;
  readonly entryId: string;
}

/** What the face showed beside what the person said, for an entry with both. */
export interface Pair {
  readonly x: number;
  readonly self: number;
  readonly face: number;
}

/** The 95 % interval of a face, -1..1. */
export interface Whisker {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

/** What many points come to, reckoned of all of them. */
export type Trend = Pick<OverTime, 'n' | 'rated' | 'faces' | 'both' | 'stretches' | 'by' | 'levels'>;

/** The mean of a stretch of days, in its middle. */
export interface TrendPoint {
  readonly x: number;
  readonly mean: number;
  /** Its 95 % interval; null where it cannot be told. */
  readonly band: readonly [low: number, high: number] | null;
}

export interface ValenceSeries {
  readonly self: readonly Mark[];
  /** Faces that one reader read: only these have a pair, a whisker and a mean. */
  readonly face: readonly Mark[];
  /** The others, see `ValencePoint.faceApart`: drawn so that nobody takes them for the same measure. */
  readonly apart: readonly Mark[];
  readonly pairs: readonly Pair[];
  readonly whiskers: readonly Whisker[];
  /** Wall times of the first and the last entry; 0 without entries. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly n: number;
  /** How many were rated and how many faces read, with their means; of all, also where only some are drawn. */
  readonly rated: Trend['rated'];
  readonly faces: Trend['faces'];
  readonly both: Trend['both'];
  /** Null where the points themselves are the picture. */
  readonly trend: Trend | null;
  readonly line: readonly TrendPoint[];
  /** Wall times at which the level changed and stayed. */
  readonly changes: readonly number[];
}

/** The marks of `points`, which come oldest first, and what they come to. */
export function valenceSeries(points: readonly ValencePoint[], trend: Trend | null = null): ValenceSeries {
  const marks = { self: [] as Mark[], face: [] as Mark[], apart: [] as Mark[] };
  const series = { ...marks, pairs: [] as Pair[], whiskers: [] as Whisker[] };
  for (const point of points) {
    const { entryId, self, face, faceHalfWidth, faceApart } = point;
    const x = wallMs(point);
    if (self !== null) series.self.push({ x, y: self, entryId });
    if (face === null) continue;
    (faceApart ? series.apart : series.face).push({ x, y: face, entryId });
    if (faceApart) continue;
    if (self !== null) series.pairs.push({ x, self, face });
    if (faceHalfWidth !== null) series.whiskers.push({ x, ...interval(face, faceHalfWidth) });
  }
  const [first, last] = [points[0], points.at(-1)];
  return {
    ...series,
    fromMs: first ? wallMs(first) : 0,
    toMs: last ? wallMs(last) : 0,
    n: trend?.n ?? points.length,
    rated: trend?.rated ?? { n: series.self.length, mean: meanOf(series.self) },
    faces: trend?.faces ?? { compared: series.face.length, apart: series.apart.length, mean: meanOf(series.face) },
    both: trend?.both ?? bothOf(series.pairs),
    trend: trend && trend.stretches.length > 1 ? trend : null,
    line: (trend?.stretches ?? []).map(({ from, to, mean, halfWidth }) => ({
      x: ((from + to + 1) / 2) * DAY_MS,
      mean,
      band: halfWidth === null ? null : [Math.max(-1, mean - halfWidth), Math.min(1, mean + halfWidth)],
    })),
    changes: (trend?.levels ?? []).slice(1).map(({ from }) => from * DAY_MS),
  };
}

/** 0 of none. */
const meanOr0 = (values: readonly number[]): number => (values.length === 0 ? 0 : mean(values));
const meanOf = (marks: readonly Mark[]): number => meanOr0(marks.map(({ y }) => y));

const bothOf = (pairs: readonly Pair[]): Trend['both'] => ({
  n: pairs.length,
  said: meanOr0(pairs.map(({ self }) => self)),
  shown: meanOr0(pairs.map(({ face }) => face)),
});

/** The interval as far as the scale reaches. */
const interval = (mean: number, halfWidth: number) => ({
  low: Math.max(-1, mean - halfWidth),
  high: Math.min(1, mean + halfWidth),
});
