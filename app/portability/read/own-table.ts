import { msg, str } from '@lit/localize';
import { splitPairs, splitWords } from '../../base/word-list';
import { readEntry } from '../../journal/parse/entry';
import { ParseProblem } from '../../journal/parse/reader';
import type { Table, TableRow } from '../csv';
import { unshield } from '../formula-shield';
import { type Candidate, type ImportRow, RowFault, rowFrom } from './import-row';

/** Whether this is an `entries.csv` of ours. */
export const isOwnTable = (columns: readonly string[]): boolean =>
  ['entry_id', 'kind', 'started_epoch_ms', 'saved_epoch_ms'].every((name) => columns.includes(name));

/**
 * The check-ins of an `entries.csv`, exactly as they were. A recall has more than a row can hold (its peaks, its readings),
 * so it is not put together from one: the journal's JSON file has it whole.
 */
export function* ownRows(table: Table): Generator<ImportRow> {
  for (const row of table.rows) yield rowFrom(row.row, () => candidateOf(table, row));
}

function candidateOf({ columns }: Table, { cells }: TableRow): Candidate {
  // Not trimmed: what was written comes back to the letter.
  const cell = (name: string) => cells[columns.indexOf(name)] ?? '';
  if (cell('kind') === 'recall') {
    throw new RowFault(
      msg('This row holds only part of a recall. Import the file that “The whole journal” saves (JSON) instead.'),
    );
  }
  try {
    return { entry: readEntry(checkIn(cell)), trace: null };
  } catch (error) {
    if (error instanceof ParseProblem)
      throw new RowFault(msg(str`This row was changed in a way that can’t be read: ${error.message}.`));
    throw error;
  }
}

type Cell = (name: string) => string;

const checkIn = (cell: Cell): unknown => ({
  version: 1,
  id: unshield(cell('entry_id')),
  kind: cell('kind'),
  startedAt: moment(cell, 'started'),
  savedAt: moment(cell, 'saved'),
  report: {
    valence: rating(cell, 'valence'),
    arousal: rating(cell, 'arousal'),
    feelings: splitPairs(unshield(cell('feelings'))).map(([name, intensity]) => ({
      name,
      intensity: number(intensity),
    })),
    note: unshield(cell('note')),
  },
  appVersion: unshield(cell('app_version')),
  ...(cell('origin') === '' ? {} : { origin: origin(cell) }),
});

const moment = (cell: Cell, name: string): unknown => ({
  epochMs: number(cell(`${name}_epoch_ms`)),
  zone: unshield(cell(`${name}_zone`)),
  offsetMinutes: number(cell(`${name}_offset_min`)),
});

const rating = (cell: Cell, name: string): unknown =>
  cell(name) === ''
    ? null
    : {
        value: number(cell(name)),
        raw: number(cell(`${name}_raw`)),
        bounds: [number(cell(`${name}_low`)), number(cell(`${name}_high`))],
        instrument: unshield(cell(`${name}_instrument`)),
        instrumentVersion: number(cell(`${name}_instrument_version`)),
      };

const origin = (cell: Cell): unknown => ({
  source: cell('origin'),
  key: unshield(cell('origin_key')),
  mood: cell('origin_mood') === '' ? null : unshield(cell('origin_mood')),
  activities: splitWords(unshield(cell('origin_activities'))),
});

/** An empty cell is no number, and not 0. */
const number = (text: string | null): number => (text === null || text.trim() === '' ? Number.NaN : Number(text));
