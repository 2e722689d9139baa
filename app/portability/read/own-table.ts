import { msg, str } from '@lit/localize';
import { MINUTE_MS } from '../../base/time';
import { splitPairs, splitWords } from '../../base/word-list';
import { momentAt } from '../../domain/moment/moment';
import { utcMs } from '../../domain/moment/wall-time';
import { TAG_KINDS } from '../../domain/report/tags';
import { readEntry } from '../../journal/parse/entry';
import { ParseProblem } from '../../journal/parse/reader';
import { unshield } from '../formula-shield';
import { shapeProblem } from './columns';
import { type Candidate, type ImportRow, RowFault, rowFrom } from './import-row';
import { readDateTime } from './local-time';
import type { Table, TableRow } from './table';

/** Whether this is an `entries.csv` of ours. */
export const isOwnTable = (columns: readonly string[]): boolean =>
  ['entry_id', 'kind', 'started_epoch_ms', 'saved_epoch_ms'].every((name) => columns.includes(name));

/**
 * The check-ins of an `entries.csv`, exactly as they were. A recall has more than a row can hold (its peaks, its readings),
 * so it is not put together from one: the journal's JSON file has it whole.
 */
export function* ownRows(table: Table): Generator<ImportRow> {
  for (const row of table.rows) {
    const fault = shapeProblem(row, table);
    const cell = cellOf(table, row);
    const read =
      fault === null
        ? rowFrom(
            row.row,
            () => candidateOf(cell),
            () => clockRemark(cell),
          )
        : { row: row.row, problem: fault };
    yield 'problem' in read ? { ...read, cells: row.cells } : read;
  }
}

type Cell = (name: string) => string;

/** Not trimmed: what was written comes back to the letter. */
const cellOf =
  ({ columns }: Table, { cells }: TableRow): Cell =>
  (name) =>
    cells[columns.indexOf(name)] ?? '';

function candidateOf(cell: Cell): Candidate {
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
    ...tags(cell),
  },
  appVersion: unshield(cell('app_version')),
  ...(cell('origin') === '' ? {} : { origin: origin(cell) }),
  ...(cell('of_day') === '1' ? { ofDay: true } : {}),
});

/** Absent where there are none, as in entries that never had any. */
function tags(cell: Cell): object {
  const all = TAG_KINDS.flatMap((kind) => splitWords(unshield(cell(`tags_${kind}`))).map((name) => ({ kind, name })));
  return all.length === 0 ? {} : { tags: all };
}

/**
 * A spreadsheet that saves the table rounds the long number of the epoch to six digits, which is up to hours. The time that a person
 * reads stays, so that one counts where they say different things.
 */
function moment(cell: Cell, name: string): unknown {
  const told = toldMs(cell, name);
  const counted = number(cell(`${name}_epoch_ms`));
  const zone = unshield(cell(`${name}_zone`));
  const epochMs = told === null || Math.abs(told.epochMs - counted) < 1 ? counted : told.epochMs;
  const offset = number(cell(`${name}_offset_min`));
  return { epochMs, zone, offsetMinutes: Number.isNaN(offset) ? offsetOf(told, zone) : offset };
}

const offsetOf = (told: Told | null, zone: string): number =>
  told === null ? Number.NaN : (told.offsetMinutes ?? momentAt(told.epochMs, zone).offsetMinutes);

interface Told {
  readonly epochMs: number;
  readonly offsetMinutes: number;
}

/** The moment as it is written out; null if it can’t be read. */
function toldMs(cell: Cell, name: string): Told | null {
  const text = cell(`${name}_at`);
  const read = readDateTime(text);
  if (!read) return null;
  const offset = read.offsetMinutes ?? number(cell(`${name}_offset_min`));
  if (Number.isNaN(offset)) return null;
  const [, fraction = '0'] = /:\d{2}[.,](\d{1,3})/.exec(text) ?? [];
  return {
    epochMs: utcMs(read.wall) + Number(fraction.padEnd(3, '0')) - offset * MINUTE_MS,
    offsetMinutes: offset,
  };
}

function clockRemark(cell: Cell): string | null {
  const told = toldMs(cell, 'started');
  const counted = number(cell('started_epoch_ms'));
  if (told === null || Math.abs(told.epochMs - counted) < 1) return null;
  return msg(str`started_at and started_epoch_ms say different times; ${cell('started_at')} counts.`);
}

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
  ...(cell('origin_app') === '' ? {} : { app: unshield(cell('origin_app')) }),
  key: unshield(cell('origin_key')),
  mood: cell('origin_mood') === '' ? null : unshield(cell('origin_mood')),
  activities: splitWords(unshield(cell('origin_activities'))),
});

/** An empty cell is no number, and not 0. Spreadsheets of many countries write a comma for the point. */
const number = (text: string | null): number =>
  text === null || text.trim() === ''
    ? Number.NaN
    : Number(
        text
          .trim()
          .replace('−', '-')
          .replace(/^(-?\d*),(\d+(?:e[+-]?\d+)?)$/i, '$1.$2'),
      );
