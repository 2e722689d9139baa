import type { ValencePoint } from '../../../app/insights/statistics/valence-point';

/** A point per pair, an hour apart. */
export const points = (pairs: readonly (readonly [self: number | null, face: number | null])[]): ValencePoint[] =>
  pairs.map(([self, face], index) => ({
    entryId: `entry-${index}`,
    epochMs: index * 3_600_000,
    offsetMinutes: 0,
    self,
    face,
    faceHalfWidth: null,
    faceReader: face === null ? null : 'emotion 1, facemesh 1',
    faceApart: false,
  }));
