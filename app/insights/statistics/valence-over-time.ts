import { oneOfEach } from '../../domain/entry/entry-versions';
import type { RatedEntry } from '../../domain/entry/rated-entry';
import { comparedReader } from '../readers/compared-reader';

/** What one entry says of how pleasant it was: by the person, by the face, or both. */
export interface ValencePoint {
  readonly entryId: string;
  /** When its session began. */
  readonly epochMs: number;
  /** Minutes east of UTC where the person was, so that a day is the one they lived. */
  readonly offsetMinutes: number;
  /** The person's rating, -1..1; null where the slider was left untouched. */
  readonly self: number | null;
  /** Mean facial valence, -1..1; null without a camera or summary, or where the person set it aside. */
  readonly face: number | null;
  /** Half width of the 95 % interval of `face`; null where there is no `face` or it cannot be told. */
  readonly faceHalfWidth: number | null;
  /** What read `face`, see `faceReader`; null where there is no `face` or it is not known. */
  readonly faceReader: string | null;
  /** There is a `face`, but it must not be compared with others: another version read it, or it is not known which. */
  readonly faceApart: boolean;
}

/**
 * How pleasant the entries were over time, oldest first. A face the person disputed is left out as if it had not been read,
 * and an entry with neither rating nor face gives no point. One of which there are several versions gives one point: they tell
 * of the same memory and the same face, and as independent pairs would make an interval too narrow.
 *
 * Two versions of a model give the same face different numbers, and a change from one to the other would look like a change of
 * the face: only the faces of one reader are there to be compared, see `comparedReader`, and the others are marked `faceApart`.
 *
 * @example valenceOverTime([checkIn rated 0.2 on Tuesday, recall rated 0.8 with face 0.4 +- 0.1 on Monday])
 * // [{ Monday, self: 0.8, face: 0.4, faceHalfWidth: 0.1, ... }, { Tuesday, self: 0.2, face: null, faceHalfWidth: null, ... }]
 */
export function valenceOverTime(entries: readonly RatedEntry[]): readonly ValencePoint[] {
  const points = oneOfEach(entries)
    .map(pointOf)
    .filter(({ self, face }) => self !== null || face !== null)
    .sort((a, b) => a.epochMs - b.epochMs);
  const compared = comparedReader(points);
  return points.map((point) => ({
    ...point,
    faceApart: point.face !== null && (point.faceReader === null || point.faceReader !== compared),
  }));
}

function pointOf(entry: RatedEntry): Omit<ValencePoint, 'faceApart'> {
  const counted = !entry.faceDisputed;
  return {
    entryId: entry.id,
    epochMs: entry.startedAt.epochMs,
    offsetMinutes: entry.startedAt.offsetMinutes,
    self: entry.valence,
    face: counted ? entry.facialValence : null,
    faceHalfWidth: counted ? entry.facialValenceHalfWidth : null,
    faceReader: counted ? entry.faceReader : null,
  };
}
