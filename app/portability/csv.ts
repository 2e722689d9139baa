import { dsvFormat } from 'd3-dsv';
import type { Cell, Variable } from '../variables/variable';
import { shield } from './formula-shield';

const comma = dsvFormat(',');

/**
 * Before the first line: without it Excel takes UTF-8 for the encoding of the country it was bought in. R, Python and
 * LibreOffice know it and leave it out.
 */
export const BYTE_ORDER_MARK = '\uFEFF';

/** One line of a table with its end, by RFC 4180. Text is shielded; numbers have a point and as many digits as they need. */
export const csvLine = (cells: readonly Cell[]): string => `${comma.formatRow(cells.map(cellText))}\r\n`;

const cellText = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? '1' : '0';
  if (typeof cell === 'number') return Object.is(cell, -0) ? '-0' : String(cell);
  return shield(cell);
};

/** The line of names a table begins with. */
export const headerLine = <Row>(variables: readonly Variable<Row>[]): string =>
  csvLine(variables.map(({ name }) => name));

/** The line of one row. */
export const rowLine = <Row>(variables: readonly Variable<Row>[], row: Row): string =>
  csvLine(variables.map(({ read }) => read(row)));

export interface Table {
  /** Names of the columns: trimmed, lower case, words joined by `_`. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** Number of the row as a spreadsheet shows it, where the names are row 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** What stands between the cells, in the order they are tried: a spreadsheet writes what its country uses. */
const DELIMITERS = [',', ';', '\t', '|'];

/** The table in `text`, which has no byte order mark. Empty lines are left out; nothing in a cell is changed. */
export function readTable(text: string): Table {
  const delimiter = delimiterOf(text);
  const rows: TableRow[] = [];
  let columns: readonly string[] | null = null;
  dsvFormat(delimiter).parseRows(text, (cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return;
    if (columns) rows.push({ row: index + 1, cells });
    else columns = cells.map(columnName);
  });
  return { columns: columns ?? [], rows };
}

/** The sign that occurs most often in the first line. */
function delimiterOf(text: string): string {
  const line = /^[^\r\n]*/.exec(text.trimStart())?.[0] ?? '';
  const counts = DELIMITERS.map((sign) => line.split(sign).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

const columnName = (cell: string): string =>
  cell
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
