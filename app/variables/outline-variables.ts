import { isOfDay } from '../domain/entry/day-word';
import { type Entry, originOf } from '../domain/entry/entry';
import { RATED } from '../domain/entry/rated-entry';
import type { Memory } from '../domain/memory/memory';
import type { ColumnKind, Columns, ColumnValues } from './columns';
import { FACIAL_VALENCE, SLIDER } from './instruments';
import { packedSeldomRead } from './seldom-read';
import type { Variable } from './variable';

/**
 * What a month of the journal keeps of each of its entries, so that lists and charts need not open one. With a `name` it is
 * a column of `entries.csv` as well, and has its line in the codebook.
 */
export type OutlineVariable<K extends ColumnKind = ColumnKind> = {
  [Each in K]: { readonly column: Each; readonly read: (entry: Entry) => ColumnValues[Each] };
}[K] &
  (Variable<Entry> | { readonly name?: never });
export type OutlineVariables = Readonly<Record<string, OutlineVariable>>;

/** A check-in without a feeling is called by the beginning of its note: this much of it, in UTF-16 units. */
const TITLE_LENGTH = 120;

const memoryOf = (entry: Entry): Memory | null => (entry.kind === 'recall' ? entry.memory : null);

function titleOf(entry: Entry): string {
  if (entry.kind === 'recall') return entry.memory.title;
  return entry.report.feelings.length === 0 ? entry.report.note.slice(0, TITLE_LENGTH) : '';
}

function broughtWith(entry: Entry): string | null {
  const origin = originOf(entry);
  return [origin?.mood ?? '', ...(origin?.activities ?? [])].filter((word) => word !== '').join(', ') || null;
}

/**
 * [Note: Outline variables] An outline is what these variables read of an entry. A new one is a new object here: the type
 * `EntryOutline`, the months, `Journal.columns` and, if it has a `name`, the table and the codebook follow. A month that was kept by
 * another set of variables is made from its entries again when the journal is next opened. If a variable comes to say something
 * else under its old key, raise `MONTH_VERSION`, because a month cannot show that.
 */
export const OUTLINE_VARIABLES = {
  id: {
    column: 'text',
    name: 'entry_id',
    label: 'the entry’s id, which its readings carry too',
    type: 'text',
    read: RATED.id,
  },
  kind: {
    column: 'word',
    name: 'kind',
    label: 'a guided recall, or a check-in without a camera',
    type: 'category',
    values: ['recall', 'check-in'],
    read: ({ kind }) => kind,
  },
  startedAt: { column: 'moment', read: RATED.startedAt },
  savedAtMs: { column: 'f64', read: ({ savedAt }) => savedAt.epochMs },
  /** The memory's title; for a check-in without a feeling, how its note begins; else empty. */
  title: { column: 'text', read: titleOf },
  feelings: { column: 'feelings', read: ({ report }) => report.feelings },
  /** The tags as JSON, because few read them; null without any. */
  tags: { column: 'text', read: ({ report: { tags } }) => (tags?.length ? JSON.stringify(tags) : null) },
  /** Null for a check-in, and for a memory that nobody asked for. */
  cueId: { column: 'word', read: (entry) => memoryOf(entry)?.cueId ?? null },
  /** The class of a question that the person wrote: that of the deck's follows from `cueId`. */
  ownCueValence: { column: 'word', read: (entry) => memoryOf(entry)?.ownCue?.valence ?? null },
  direction: { column: 'word', read: (entry) => memoryOf(entry)?.direction ?? null },
  expectedValence: { column: 'word', read: (entry) => memoryOf(entry)?.expectedValence ?? null },
  valence: {
    column: 'f64',
    ...SLIDER,
    name: 'valence',
    label: 'How did it feel to be there? From unpleasant to pleasant.',
    read: RATED.valence,
  },
  arousal: {
    column: 'f64',
    ...SLIDER,
    name: 'arousal',
    label: 'How strongly did it affect you? From calm to stirred up.',
    read: ({ report }) => report.arousal?.value ?? null,
  },
  /** Present also where the person disputed it. */
  facialValence: {
    column: 'f64',
    ...FACIAL_VALENCE,
    name: 'face_valence',
    label: 'mean facial valence of the recall',
    only: 'recall',
    read: RATED.facialValence,
  },
  facialValenceHalfWidth: {
    column: 'f64',
    name: 'face_valence_half_width',
    label: 'half width of the 95% interval of that mean, allowing for autocorrelation',
    type: 'number',
    range: [0, Number.MAX_VALUE],
    citation: 'Effective sample size of autocorrelated readings',
    only: 'recall',
    read: RATED.facialValenceHalfWidth,
  },
  /** What measured `facialValence`; null where there is no summary, or it is not known. */
  faceReader: { column: 'word', read: RATED.faceReader },
  faceDisputed: { column: 'flag', read: RATED.faceDisputed },
  originKey: {
    column: 'text',
    name: 'origin_key',
    label: 'digest of the row it was made from',
    type: 'text',
    only: 'check-in',
    read: (entry) => originOf(entry)?.key ?? null,
  },
  ofDay: {
    column: 'flag',
    name: 'of_day',
    label: 'whether it says how a whole day was, and not one moment of it',
    type: 'yes or no',
    read: isOfDay,
  },
  /** Null where there is nothing of the kind. See `SeldomRead` */
  seldomRead: { column: 'text', read: packedSeldomRead },
  /** What came with it from another app and has no other place: its mood's name and what was ticked, for a search; null without any. */
  brought: { column: 'text', read: broughtWith },
  /** See `Entry.besideId`; null where it is not set. */
  besideId: { column: 'text', read: RATED.besideId },
  /** See `RecallEntry.againOf`; null where it is not set. */
  againOf: { column: 'text', read: (entry) => (entry.kind === 'recall' ? (entry.againOf ?? null) : null) },
} as const satisfies OutlineVariables;

export const isNamed = (variable: OutlineVariable): variable is OutlineVariable & Variable<Entry> =>
  variable.name !== undefined;

/** What lists, charts and a search show of an entry: read for all entries at once, without opening one. */
export type EntryOutline = {
  readonly [K in keyof typeof OUTLINE_VARIABLES]: ReturnType<(typeof OUTLINE_VARIABLES)[K]['read']>;
};

/** Outlines by columns: of n entries, the variables that were asked for. */
export type OutlineColumns<K extends keyof typeof OUTLINE_VARIABLES> = {
  readonly [Each in K]: Columns[(typeof OUTLINE_VARIABLES)[Each]['column']];
};
