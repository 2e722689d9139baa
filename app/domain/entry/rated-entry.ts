import { faceReader } from '../face/face-reader';
import type { Moment } from '../moment/moment';
import type { Entry } from './entry';

/** How pleasant an entry was, by the person and by the face: all that is drawn of it over time. */
export interface RatedEntry {
  readonly id: string;
  readonly startedAt: Moment;
  /** -1..1, or null where it was not rated. */
  readonly valence: number | null;
  /** -1..1, or null where there is no summary; present also where the person disputed it. */
  readonly facialValence: number | null;
  readonly facialValenceHalfWidth: number | null;
  /** What measured `facialValence`, see `faceReader`; null where there is no summary, or it is not known. */
  readonly faceReader: string | null;
  readonly faceDisputed: boolean;
  /** See `Entry.besideId`; null where it is not set. */
  readonly besideId: string | null;
}

export function ratedEntry(entry: Entry): RatedEntry {
  const summary = entry.kind === 'recall' ? entry.face.summary : null;
  return {
    id: entry.id,
    startedAt: entry.startedAt,
    valence: entry.report.valence?.value ?? null,
    facialValence: summary?.facialValence ?? null,
    facialValenceHalfWidth: summary?.facialValenceHalfWidth ?? null,
    faceReader: summary && faceReader(summary),
    faceDisputed: entry.kind === 'recall' && entry.faceDisputed,
    besideId: entry.besideId ?? null,
  };
}
