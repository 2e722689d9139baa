import { oneOfEach } from '../../domain/entry/entry-versions';
import type { RatedEntry } from '../../domain/entry/rated-entry';
import { comparedReader } from '../readers/compared-reader';
import type { ValencePoint } from './valence-point';

/**
 * How pleasant the entries were over time, oldest first. A face the person disputed is left out as if it had not been read,
 * and an entry with neither rating nor face gives no point. One of which there are several versions gives one point: they tell
 * of the same memory and the same face, and as independent pairs would make an interval too narrow.
 *
 * Two versions of a model give the same face different numbers, and a change from one to the other would look like a change of
 * the face: only the faces of one reader are there to be compared, see `comparedReader`, and the others are marked `faceApart`.
 *
 * @example valenceOverTime([
 *   { id: 'check-in', startedAt: { epochMs: 2, offsetMinutes: 0 }, valence: 0.2, facialValence: null },
 *   { id: 'recall', startedAt: { epochMs: 1, offsetMinutes: 0 }, valence: 0.8, facialValence: 0.4, faceReader: 'emotion 1' },
 * ]).map(({ self, face }) => [self, face])
 * // [[0.8, 0.4], [0.2, null]]
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
