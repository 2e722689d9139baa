import type { Entry } from '../../domain/entry/entry';
import { ratedEntry } from '../../domain/entry/rated-entry';
import type { EntryOutline } from '../journal';
import { fieldsOf, ParseProblem } from '../parse/reader';

/** A check-in without a feeling is called by the beginning of its note: this much of it, in UTF-16 units. */
const TITLE_LENGTH = 120;

/** What lists and charts need of an entry. */
export function outlineOf(entry: Entry): EntryOutline {
  return {
    ...ratedEntry(entry),
    kind: entry.kind,
    savedAtMs: entry.savedAt.epochMs,
    title: titleOf(entry),
    feelings: entry.report.feelings,
    arousal: entry.report.arousal?.value ?? null,
    originKey: (entry.kind === 'check-in' && entry.origin?.key) || null,
  };
}

function titleOf(entry: Entry): string {
  if (entry.kind === 'recall') return entry.memory.title;
  return entry.report.feelings.length === 0 ? entry.report.note.slice(0, TITLE_LENGTH) : '';
}

/** An outline as it is stored: a list, for ten thousand times the names of the fields would be most of the index. */
type Row = readonly [
  id: string,
  isRecall: 0 | 1,
  epochMs: number,
  zone: string,
  offsetMinutes: number,
  title: string,
  feelings: readonly (readonly [name: string, intensity: number])[],
  valence: number | null,
  arousal: number | null,
  facialValence: number | null,
  facialValenceHalfWidth: number | null,
  faceDisputed: 0 | 1,
  savedAtMs: number,
  originKey: string | null,
  besideId: string | null,
  /** Which of the month's `readers` it is: they have long names, and most entries of a month the same. */
  faceReader: number,
];
const ROW_LENGTH: Row['length'] = 16;

type Readers = readonly EntryOutline['faceReader'][];

const rowOf = (outline: EntryOutline, readers: Readers): Row => [
  outline.id,
  outline.kind === 'recall' ? 1 : 0,
  outline.startedAt.epochMs,
  outline.startedAt.zone,
  outline.startedAt.offsetMinutes,
  outline.title,
  outline.feelings.map(({ name, intensity }) => [name, intensity] as const),
  outline.valence,
  outline.arousal,
  outline.facialValence,
  outline.facialValenceHalfWidth,
  outline.faceDisputed ? 1 : 0,
  outline.savedAtMs,
  outline.originKey,
  outline.besideId,
  readers.indexOf(outline.faceReader),
];

const outlineOfRow = (row: Row, readers: Readers): EntryOutline => ({
  id: row[0],
  kind: row[1] === 1 ? 'recall' : 'check-in',
  startedAt: { epochMs: row[2], zone: row[3], offsetMinutes: row[4] },
  savedAtMs: row[12],
  title: row[5],
  feelings: row[6].map(([name, intensity]) => ({ name, intensity })),
  valence: row[7],
  arousal: row[8],
  facialValence: row[9],
  facialValenceHalfWidth: row[10],
  faceDisputed: row[11] === 1,
  originKey: row[13],
  besideId: row[14],
  faceReader: readers[row[15]]!,
});

/** Raised whenever a row changes: months of an older version are made anew from their entries, once. */
const MONTH_VERSION = 3;
const NOTES_VERSION = 1;

/** What is known of a month's entries without opening one. */
export interface Month {
  readonly outlines: Map<string, EntryOutline>;
  /** Entries that could not be read when the month was last made anew, and why. */
  readonly unreadable: Map<string, string>;
}

export const emptyMonth = (): Month => ({ outlines: new Map(), unreadable: new Map() });

/** What is sealed of a month. */
export function packedMonth({ outlines, unreadable }: Month): unknown {
  const all = [...outlines.values()];
  const readers = [...new Set(all.map(({ faceReader }) => faceReader))];
  return {
    version: MONTH_VERSION,
    readers,
    rows: all.map((outline) => rowOf(outline, readers)),
    unreadable: [...unreadable],
  };
}

/**
 * The month in what was sealed. Only the shape is looked at: the seal says that this app wrote it, and whatever is odd is made
 * anew from the entries. Throws ParseProblem.
 */
export function readMonth(value: unknown): Month {
  const { version, readers, rows, unreadable } = fieldsOf(value);
  if (version !== MONTH_VERSION || !Array.isArray(rows)) throw new ParseProblem('the outlines of a month');
  const outlines = new Map<string, EntryOutline>();
  for (const row of rows) {
    if (!Array.isArray(row) || row.length !== ROW_LENGTH) throw new ParseProblem('an outline');
    const outline = outlineOfRow(row as unknown as Row, readers as Readers);
    outlines.set(outline.id, outline);
  }
  return { outlines, unreadable: new Map(unreadable as [string, string][]) };
}

/** What is sealed of a month's notes, by entry; an empty note is left out. */
export const packedNotes = (notes: ReadonlyMap<string, string>): unknown => ({
  version: NOTES_VERSION,
  notes: [...notes].filter(([, note]) => note !== ''),
});

/** Throws ParseProblem. */
export function readNotes(value: unknown): Map<string, string> {
  const { version, notes } = fieldsOf(value);
  if (version !== NOTES_VERSION || !Array.isArray(notes)) throw new ParseProblem('the notes of a month');
  return new Map(notes as [string, string][]);
}
