import type { Feeling } from '../../domain/report/report';
import type { Columns, Words } from '../../variables/columns';
import type { EntryOutline, OutlineColumns } from '../../variables/outline-variables';

/** The variables of an outline that insights read. */
export const ASKED = [
  'id',
  'kind',
  'startedAt',
  'title',
  'feelings',
  'tags',
  'cueId',
  'ownCueValence',
  'direction',
  'expectedValence',
  'valence',
  'arousal',
  'facialValence',
  'facialValenceHalfWidth',
  'faceReader',
  'faceDisputed',
  'seldomRead',
  'besideId',
  'ofDay',
  'againOf',
] as const satisfies readonly (keyof EntryOutline)[];

export type AskedColumns = OutlineColumns<(typeof ASKED)[number]>;

/** One entry of a month, as its columns tell it; NaN and null are missing. */
export interface MonthRow {
  readonly id: string;
  readonly isRecall: boolean;
  readonly epochMs: number;
  readonly offsetMinutes: number;
  readonly title: string;
  readonly feelings: readonly Feeling[];
  /** As JSON. */
  readonly tags: string | null;
  readonly cueId: string | null;
  readonly ownCueValence: string | null;
  readonly direction: string | null;
  readonly expectedValence: string | null;
  readonly valence: number;
  readonly arousal: number;
  readonly facialValence: number;
  readonly faceHalfWidth: number;
  readonly faceReader: string | null;
  readonly faceDisputed: boolean;
  /** See `seldomReadOf`. */
  readonly seldomRead: string | null;
  readonly besideId: string | null;
  readonly againOf: string | null;
}

/** The moments of a month, in the order of its columns: a word for a whole day is none. */
export const monthRows = (columns: AskedColumns): readonly MonthRow[] =>
  allRows(columns).filter((_, at) => columns.ofDay[at] !== 1);

function allRows(columns: AskedColumns): readonly MonthRow[] {
  const feelings = feelingsOf(columns.feelings);
  return columns.id.map((id, at) => ({
    id: id!,
    isRecall: wordAt(columns.kind, at) === 'recall',
    epochMs: columns.startedAt.epochMs[at]!,
    offsetMinutes: columns.startedAt.offsetMinutes[at]!,
    title: columns.title[at] ?? '',
    feelings: feelings[at]!,
    tags: columns.tags[at]!,
    cueId: wordAt(columns.cueId, at),
    ownCueValence: wordAt(columns.ownCueValence, at),
    direction: wordAt(columns.direction, at),
    expectedValence: wordAt(columns.expectedValence, at),
    valence: columns.valence[at]!,
    arousal: columns.arousal[at]!,
    facialValence: columns.facialValence[at]!,
    faceHalfWidth: columns.facialValenceHalfWidth[at]!,
    faceReader: wordAt(columns.faceReader, at),
    faceDisputed: columns.faceDisputed[at] === 1,
    seldomRead: columns.seldomRead[at]!,
    besideId: columns.besideId[at]!,
    againOf: columns.againOf[at]!,
  }));
}

const wordAt = ({ words, at }: Words, index: number): string | null => words[at[index]!] ?? null;

function feelingsOf({ counts, names, intensities }: Columns['feelings']): readonly (readonly Feeling[])[] {
  let next = 0;
  return Array.from(counts, (count) =>
    Array.from({ length: count }, () => {
      const at = next++;
      return { name: wordAt(names, at)!, intensity: intensities[at]! };
    }),
  );
}
