import { faceReader } from '../face/face-reader';
import type { FaceSummary } from '../face/face-summary';
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

const summaryOf = (entry: Entry): FaceSummary | null => (entry.kind === 'recall' ? entry.face.summary : null);

/** How each of these is read of an entry. */
export const RATED: { readonly [K in keyof RatedEntry]: (entry: Entry) => RatedEntry[K] } = {
  id: ({ id }) => id,
  startedAt: ({ startedAt }) => startedAt,
  valence: ({ report }) => report.valence?.value ?? null,
  facialValence: (entry) => summaryOf(entry)?.facialValence ?? null,
  facialValenceHalfWidth: (entry) => summaryOf(entry)?.facialValenceHalfWidth ?? null,
  faceReader: (entry) => {
    const summary = summaryOf(entry);
    return summary && faceReader(summary);
  },
  faceDisputed: (entry) => entry.kind === 'recall' && entry.faceDisputed,
  besideId: ({ besideId }) => besideId ?? null,
};

export const ratedEntry = (entry: Entry): RatedEntry =>
  Object.fromEntries(Object.entries(RATED).map(([name, read]) => [name, read(entry)])) as unknown as RatedEntry;
