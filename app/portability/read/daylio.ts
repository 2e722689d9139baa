import { msg, str } from '@lit/localize';
import type { CheckInEntry } from '../../domain/entry/entry';
import { momentOfWall } from '../../domain/moment/wall-time';
import type { Rating } from '../../domain/report/rating';
import type { Table } from '../csv';
import { type CellsByName, cellsOf } from './columns';
import { type ImportRow, type RowContext, RowFault, rowFrom } from './import-row';
import { readDate, readTimeOfDay } from './local-time';
import { plainText } from './plain-text';
import { RowKeys } from './row-keys';

/** What Daylio's "Export entries" writes; newer versions add others, such as `scales`, which have no place here. */
const COLUMNS = ['full_date', 'date', 'weekday', 'time', 'mood', 'activities', 'note_title', 'note'] as const;

export const isDaylio = (columns: readonly string[]): boolean =>
  (['full_date', 'time', 'mood'] as const).every((name) => columns.includes(name));

/** Daylio's five moods, 1 the worst. */
export const MOOD_STEPS = [5, 4, 3, 2, 1] as const;
export type MoodStep = (typeof MOOD_STEPS)[number];

/** What the five are called before a person renames them ("fugly" until 2019). */
const DEFAULT_STEPS: Readonly<Record<string, MoodStep>> = { rad: 5, good: 4, meh: 3, bad: 2, fugly: 2, awful: 1 };

/** A mood as the file calls it, and the step it is taken for; null where it is to have no rating. */
export interface MoodWord {
  readonly word: string;
  readonly rows: number;
  readonly step: MoodStep | null;
}

/** The moods of a file, most frequent first. A name that is not one of Daylio's own has no step until the person gives it one. */
export function moodWords(table: Table): MoodWord[] {
  const cells = cellsOf(table);
  const counts = new Map<string, number>();
  for (const row of table.rows) {
    const word = cells(row)('mood');
    if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([word, rows]) => ({ word, rows, step: DEFAULT_STEPS[word.toLowerCase()] ?? null }));
}

/** The mood as a rating on Daylio's five steps, -1..1 inside. */
export const moodRating = (step: MoodStep): Rating => ({
  value: (step - 3) / 2,
  raw: step,
  bounds: [1, 5],
  instrument: 'daylio-mood',
  instrumentVersion: 1,
});

/** Each row as a check-in. Times have no zone in the file: they are taken as those of `zone`. */
export function* daylioRows(table: Table, moods: readonly MoodWord[], context: RowContext): Generator<ImportRow> {
  const steps = new Map(moods.map(({ word, step }) => [word, step]));
  const cells = cellsOf(table);
  const keys = new RowKeys();
  for (const row of table.rows) {
    const cell = cells(row);
    const key = keys.next('daylio', COLUMNS.map(cell));
    yield rowFrom(row.row, () => ({ entry: entryOf(cell, key, steps, context), trace: null }));
  }
}

function entryOf(
  cell: CellsByName,
  key: string,
  steps: ReadonlyMap<string, MoodStep | null>,
  { zone, now, appVersion, newId }: RowContext,
): CheckInEntry {
  const mood = cell('mood');
  const step = steps.get(mood) ?? null;
  const [title, note] = [plainText(cell('note_title')), plainText(cell('note'))];
  return {
    version: 1,
    id: newId(),
    kind: 'check-in',
    startedAt: momentOfWall(wallTime(cell), zone),
    savedAt: now,
    report: {
      valence: step === null ? null : moodRating(step),
      arousal: null,
      feelings: [],
      note: [title, note].filter((part) => part !== '').join('\n'),
    },
    appVersion,
    origin: { source: 'daylio', key, mood: mood || null, activities: activitiesOf(cell('activities')) },
  };
}

function wallTime(cell: CellsByName) {
  const date = readDate(cell('full_date'));
  if (!date) throw new RowFault(msg(str`full_date: “${cell('full_date')}” is not a date like 2026-11-22.`));
  const time = readTimeOfDay(cell('time'));
  if (!time) throw new RowFault(msg(str`time: “${cell('time')}” is not a time like 20:39 or 8:39 pm.`));
  return { ...date, ...time };
}

const activitiesOf = (text: string): string[] =>
  text
    .split('|')
    .map((activity) => activity.trim())
    .filter((activity) => activity !== '');
