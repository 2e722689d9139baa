import { dsvFormat } from 'd3-dsv';
import type { Cell, Variable } from '../variables/variable';
import { shield } from './formula-shield';

/**
 * Before the first line: without it Excel takes UTF-8 for the encoding of the country it was bought in. R, Python and
 * LibreOffice know it and leave it out.
 */
export const BYTE_ORDER_MARK = '\uFEFF';

/** One line of a table with its end, by RFC 4180. Text is shielded; numbers have a point and as many digits as they need. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(cellText).join(',')}\r\n`;

const cellText = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? '1' : '0';
  if (typeof cell === 'number') return Object.is(cell, -0) ? '-0' : String(cell);
  return quoted(shield(cell));
};

/** Quoted if it holds any sign that a spreadsheet may take for the end of a cell, or had to be shielded. */
const quoted = (text: string): string => (/^'|[",;\t|\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

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

/** The most columns of a table, and the most cells. Ours has 60 columns, and 6 million cells for 100,000 entries. */
const MOST_COLUMNS = 2_000;
const MOST_CELLS = 12_000_000;
/** How much of a table is read at a time, in characters. */
const PIECE_LENGTH = 65_536;

/** A table that is far larger than any journal. */
export class TableTooLarge extends Error {
  override readonly name = 'TableTooLarge';
}

/**
 * Reads the table in `text`, which has no byte order mark, and returns it at the end. Empty lines are left out; nothing in a cell is
 * changed. It yields after each piece, so that whoever reads a long one can pause. Throws TableTooLarge.
 */
export function* readingTable(text: string): Generator<void, Table> {
  const delimiter = delimiterOf(text);
  const format = dsvFormat(delimiter);
  const rows: TableRow[] = [];
  let columns: readonly string[] | null = null;
  let [row, cellCount] = [0, 0];
  for (const piece of piecesOf(text, delimiter)) {
    for (const cells of format.parseRows(piece)) {
      row += 1;
      cellCount += cells.length;
      if (cells.every((cell) => cell.trim() === '')) continue;
      if (columns) rows.push({ row, cells });
      else columns = cells.map(columnName);
    }
    if (cellCount > MOST_CELLS) throw new TableTooLarge(`more than ${MOST_CELLS} cells`);
    yield;
  }
  return { columns: columns ?? [], rows };
}

/** The text in pieces of whole rows. */
function* piecesOf(text: string, delimiter: string): Generator<string> {
  let from = 0;
  for (let at = 0; at < text.length; ) {
    at = endOfRow(text, at, delimiter);
    if (at - from < PIECE_LENGTH && at < text.length) continue;
    yield text.slice(from, at);
    from = at;
  }
}

/** Where the row that begins at `from` ends, its end included, as `d3-dsv` reads it: a quote counts at the beginning of a cell. */
function endOfRow(text: string, from: number, delimiter: string): number {
  let at = from;
  for (let cells = 1; ; cells++) {
    if (cells > MOST_COLUMNS) throw new TableTooLarge(`more than ${MOST_COLUMNS} columns`);
    if (text[at] === '"') at = endOfQuoted(text, at);
    else while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
    if (at >= text.length) return text.length;
    if (text[at] === '\n') return at + 1;
    if (text[at] === '\r') return at + (text[at + 1] === '\n' ? 2 : 1);
    at++;
  }
}

/** The place after the quote that ends a cell. */
function endOfQuoted(text: string, from: number): number {
  let at = from;
  do {
    const quote = text.indexOf('"', at + 1);
    if (quote < 0) return text.length;
    at = quote + 1;
  } while (text[at] === '"');
  return at;
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
