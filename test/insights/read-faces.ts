import type { RatedEntry } from '../../app/domain/entry/rated-entry';
import { valenceOverTime } from '../../app/insights/statistics/valence-over-time';
import type { ValencePoint } from '../../app/insights/statistics/valence-point';

/** Ratings that differ, so that there is something to correlate. */
export const SELF = [-0.8, -0.6, -0.4, -0.2, 0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.2, -0.1];

export interface ReadFaces {
  readonly count: number;
  readonly by: string | null;
  /** The face of a rating; half of it without. */
  readonly face?: (self: number) => number;
  /** Whether the person rated them. */
  readonly rated?: boolean;
}

/** Recalls an hour apart, whose faces were read by one reader after the other. */
export const readFaces = (...groups: readonly ReadFaces[]): readonly RatedEntry[] =>
  groups
    .flatMap(({ count, by, face = (self) => self / 2, rated = true }) =>
      Array.from({ length: count }, (_, index) => {
        const self = SELF[index % SELF.length]!;
        return { faceReader: by, facialValence: face(self), valence: rated ? self : null };
      }),
    )
    .map((read, index) => ({
      id: `recall-${index}`,
      startedAt: { epochMs: index * 3_600_000, zone: 'UTC', offsetMinutes: 0 },
      facialValenceHalfWidth: null,
      faceDisputed: false,
      besideId: null,
      ...read,
    }));

export const pointsRead = (...groups: readonly ReadFaces[]): readonly ValencePoint[] =>
  valenceOverTime(readFaces(...groups));
