import { msg, str } from '@lit/localize';
import { MINUTE_MS } from '../../base/time';
import { splitPairs } from '../../base/word-list';
import type { CheckInEntry } from '../../domain/entry/entry';
import { type Moment, momentAt } from '../../domain/moment/moment';
import { momentOfWall } from '../../domain/moment/wall-time';
import type { Rating } from '../../domain/report/rating';
import { FEELINGS, type Feeling } from '../../domain/report/report';
import type { Table } from '../csv';
import { unshield } from '../formula-shield';
import { type CellsByName, cellsOf } from './columns';
import { type ImportRow, type RowContext, RowFault, rowFrom } from './import-row';
import { readDate, readDateTime, readTimeOfDay } from './local-time';
import { RowKeys } from './row-keys';

/** The columns a table of one's own may have; a time (`date` or `started_at`) and one of the last five are needed. */
export const PLAIN_COLUMNS = [
  'started_at',
  'date',
  'time',
  'zone',
  'valence',
  'arousal',
  'feelings',
  'title',
  'note',
] as const;
const CONTENT = PLAIN_COLUMNS.slice(4);

/** Other names that tables in the wild use. */
const ALIASES: Readonly<Record<string, (typeof PLAIN_COLUMNS)[number]>> = {
  datetime: 'started_at',
  date_time: 'started_at',
  timestamp: 'started_at',
  time_zone: 'zone',
  timezone: 'zone',
  mood: 'valence',
  mood_score: 'valence',
  emotions: 'feelings',
  notes: 'note',
  text: 'note',
  comment: 'note',
};

/** The table with its columns under our names; a name that is taken keeps its column. */
export const withOurNames = ({ columns, rows }: Table): Table => ({
  columns: columns.map((name) => (ALIASES[name] && !columns.includes(ALIASES[name]) ? ALIASES[name] : name)),
  rows,
});

export const isPlainTable = (columns: readonly string[]): boolean =>
  (columns.includes('date') || columns.includes('started_at')) && CONTENT.some((name) => columns.includes(name));

/** Lowest and highest number of a scale. */
export type Scale = readonly [low: number, high: number];

/** Scales mood tables use; ours first. */
export const SCALES: readonly Scale[] = [
  [-1, 1],
  [1, 5],
  [1, 7],
  [1, 10],
  [0, 10],
  [0, 100],
];

/** The first scale that every rating of the table fits, or ours where none does. */
export function suggestScale(table: Table): Scale {
  const cells = cellsOf(table);
  const ratings = table.rows.flatMap((row) => {
    const cell = cells(row);
    return ['valence', 'arousal'].map((name) => numberOf(cell(name))).filter((value) => value !== null);
  });
  const fits = ([low, high]: Scale) => ratings.every((value) => value >= low && value <= high);
  return SCALES.find(fits) ?? SCALES[0]!;
}

/** Each row as a check-in, its ratings on `scale`. */
export function* plainRows(table: Table, scale: Scale, context: RowContext): Generator<ImportRow> {
  const cells = cellsOf(table);
  const keys = new RowKeys();
  for (const row of table.rows) {
    const cell = cells(row);
    const key = keys.next('table', PLAIN_COLUMNS.map(cell));
    yield rowFrom(row.row, () => ({ entry: entryOf(cell, key, scale, context), trace: null }));
  }
}

function entryOf(cell: CellsByName, key: string, scale: Scale, context: RowContext): CheckInEntry {
  const words = ['title', 'note'].map((name) => unshield(cell(name))).filter((part) => part !== '');
  const report = {
    valence: rating('valence', cell('valence'), scale),
    arousal: rating('arousal', cell('arousal'), scale),
    feelings: feelingsOf(unshield(cell('feelings'))),
    note: words.join('\n'),
  };
  if (!report.valence && !report.arousal && report.feelings.length === 0 && report.note === '') {
    throw new RowFault(msg('There’s a time, but no rating, feeling or text.'));
  }
  return {
    version: 1,
    id: context.newId(),
    kind: 'check-in',
    startedAt: startOf(cell, context.zone),
    savedAt: context.now,
    report,
    appVersion: context.appVersion,
    origin: { source: 'table', key, mood: null, activities: [] },
  };
}

/** Where no time of day is given the entry stands at noon, so that it stays on its day wherever one looks from. */
function startOf(cell: CellsByName, here: string): Moment {
  const zone = cell('zone') || here;
  try {
    const startedAt = cell('started_at');
    if (startedAt !== '') return exactStart(startedAt, zone);
    const date = readDate(cell('date'));
    if (!date) throw new RowFault(msg(str`date: “${cell('date')}” is not a date like 2026-11-22.`));
    const time = cell('time') === '' ? { hour: 12, minute: 0, second: 0 } : readTimeOfDay(cell('time'));
    if (!time) throw new RowFault(msg(str`time: “${cell('time')}” is not a time like 20:39 or 8:39 pm.`));
    return momentOfWall({ ...date, ...time }, zone);
  } catch (error) {
    if (error instanceof RangeError)
      throw new RowFault(msg(str`zone: “${zone}” is not a time zone like Europe/Berlin.`));
    throw error;
  }
}

/** A time with its distance from UTC is exact, whatever the zone; one without is the zone's. */
function exactStart(text: string, zone: string): Moment {
  const read = readDateTime(text);
  if (!read) throw new RowFault(msg(str`started_at: “${text}” is not a time like 2026-11-22T20:39.`));
  const { wall, offsetMinutes } = read;
  if (offsetMinutes === null) return momentOfWall(wall, zone);
  const asUtcMs = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
  const inZone = momentAt(asUtcMs - offsetMinutes * MINUTE_MS, zone);
  return { ...inZone, offsetMinutes };
}

function rating(name: string, text: string, [low, high]: Scale): Rating | null {
  if (text === '') return null;
  const raw = numberOf(text);
  if (raw === null) throw new RowFault(msg(str`${name}: “${text}” is not a number.`));
  if (raw < low || raw > high) throw new RowFault(msg(str`${name}: ${raw} is not between ${low} and ${high}.`));
  const value = (2 * (raw - low)) / (high - low) - 1;
  return { value, raw, bounds: [low, high], instrument: 'table-scale', instrumentVersion: 1 };
}

/** A number with a point or, as spreadsheets of many countries write it, with a comma; null for anything else. */
const numberOf = (text: string): number | null =>
  /^[-−+]?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace('−', '-').replace(',', '.')) : null;

/** How strong a feeling is taken to be where the table does not say: the middle. */
const PLAIN_INTENSITY = 3;

function feelingsOf(text: string): Feeling[] {
  return splitPairs(text)
    .filter(([name]) => name !== '')
    .map(([word, strength]) => {
      const intensity = strength === null ? PLAIN_INTENSITY : Number(strength);
      if (!Number.isInteger(intensity) || intensity < 1 || intensity > 5) {
        throw new RowFault(msg(str`feelings: “${strength}” is not a strength from 1 to 5.`));
      }
      const offered = FEELINGS.find((name) => name === word.toLowerCase());
      return { name: offered ?? word, intensity };
    });
}
