import { wallMs } from '../../domain/moment/moment';
import type { ValencePoint } from '../../insights/statistics/valence-point';

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
}

/** The marks of `points`, which come oldest first. */
export function valenceSeries(points: readonly ValencePoint[]): ValenceSeries {
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
  return { ...series, fromMs: first ? wallMs(first) : 0, toMs: last ? wallMs(last) : 0, n: points.length };
}

/** The interval as far as the scale reaches. */
const interval = (mean: number, halfWidth: number) => ({
  low: Math.max(-1, mean - halfWidth),
  high: Math.min(1, mean + halfWidth),
});
