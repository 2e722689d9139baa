import { isOfDay } from '../domain/entry/day-word';
import { type Entry, originOf } from '../domain/entry/entry';
import { RATED } from '../domain/entry/rated-entry';
import type { Memory } from '../domain/memory/memory';
import type { ColumnKind, Columns, ColumnValues } from './columns';
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
 * `EntryOutline`, the months, `Journal.columns` and, if it has a `name`, the table and the codebook follow. What those that
 * come with the app say in the table stands in `OUTLINE_WORDS`, because every visit reads this and few write a table. A month that was
 * kept by another set of variables is made from its entries again when the journal is next opened. If a variable comes to say
 * something else under its old key, raise `MONTH_VERSION`, because a month cannot show that.
 */
export const OUTLINE_VARIABLES = {
  id: { column: 'text', read: RATED.id },
  kind: { column: 'word', read: ({ kind }) => kind },
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
  valence: { column: 'f64', read: RATED.valence },
  arousal: { column: 'f64', read: ({ report }) => report.arousal?.value ?? null },
  /** Present also where the person disputed it. */
  facialValence: { column: 'f64', read: RATED.facialValence },
  facialValenceHalfWidth: { column: 'f64', read: RATED.facialValenceHalfWidth },
  /** What measured `facialValence`; null where there is no summary, or it is not known. */
  faceReader: { column: 'word', read: RATED.faceReader },
  faceDisputed: { column: 'flag', read: RATED.faceDisputed },
  originKey: { column: 'text', read: (entry) => originOf(entry)?.key ?? null },
  /** See: [Note: A day's word] */
  ofDay: { column: 'flag', read: isOfDay },
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
