import { dsvFormat } from 'd3-dsv';

export interface Table {
  /** Names of the columns: trimmed, lower case, words joined by `_`. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** Number of the row as a spreadsheet shows it, where the names are row 1. */
  readonly row: number;
  readonly cells: readonly string[];
  /** What is wrong with its shape, so that nobody can tell which cell belongs under which name. Its cells are as they stand. */
  readonly fault?: ShapeFault;
}

/** `quote`: one is left open, or stands where none may. `cells`: there are more of them than names. */
export type ShapeFault = 'quote' | 'cells';

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
  const { delimiter, start } = beginningOf(text);
  const format = dsvFormat(delimiter);
  const rows: TableRow[] = [];
  let columns: readonly string[] | null = null;
  let [row, cellCount] = [0, 0];
  for (const { piece, isSound } of piecesOf(text, start, delimiter)) {
    for (const cells of isSound ? format.parseRows(piece) : [[piece]]) {
      row += 1;
      cellCount += cells.length;
      if (cells.every((cell) => cell.trim() === '')) continue;
      if (columns) rows.push(tableRow(row, cells, isSound, columns.length));
      else columns = cells.map(columnName);
    }
    if (cellCount > MOST_CELLS) throw new TableTooLarge(`more than ${MOST_CELLS} cells`);
    yield;
  }
  return { columns: columns ?? [], rows };
}

function tableRow(row: number, cells: readonly string[], isSound: boolean, names: number): TableRow {
  if (!isSound) return { row, cells, fault: 'quote' };
  // Spreadsheets write empty cells at the end of a row.
  return cells.slice(names).some((cell) => cell.trim() !== '') ? { row, cells, fault: 'cells' } : { row, cells };
}

interface Piece {
  /** Whole rows, or one line that is none. */
  readonly piece: string;
  readonly isSound: boolean;
}

/**
 * The text in pieces of whole rows. If a quote is left open, or something follows where it closes, the cells of that row cannot be
 * told apart. Then only its first line is taken out: otherwise all rows below would be inside one cell.
 */
function* piecesOf(text: string, start: number, delimiter: string): Generator<Piece> {
  let from = start;
  for (let at = start; at < text.length; ) {
    const { end, isSound } = endOfRow(text, at, delimiter);
    if (!isSound && at > from) yield { piece: text.slice(from, at), isSound: true };
    if (!isSound) from = at;
    at = end;
    if (isSound && at - from < PIECE_LENGTH && at < text.length) continue;
    const piece = text.slice(from, at);
    yield { piece: isSound ? piece : piece.replace(/\r?\n?$/, ''), isSound };
    from = at;
  }
}

/** Where the row that begins at `from` ends, its end included, as `d3-dsv` reads it: a quote counts at the beginning of a cell. */
function endOfRow(text: string, from: number, delimiter: string): { readonly end: number; readonly isSound: boolean } {
  let at = from;
  for (let cells = 1; ; cells++) {
    if (cells > MOST_COLUMNS) throw new TableTooLarge(`more than ${MOST_COLUMNS} columns`);
    if (text[at] === '"') {
      at = endOfQuoted(text, at);
      if (at < 0 || !isEndOfCell(text[at], delimiter)) return { end: endOfLine(text, from), isSound: false };
    } else while (!isEndOfCell(text[at], delimiter)) at++;
    if (at >= text.length || text[at] !== delimiter) return { end: endOfLine(text, at), isSound: true };
    at++;
  }
}

const isEndOfCell = (sign: string | undefined, delimiter: string): boolean =>
  sign === undefined || sign === delimiter || sign === '\n' || sign === '\r';

/** The place after the end of the line that goes on at `at`. */
function endOfLine(text: string, at: number): number {
  let end = at;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return Math.min(text.length, end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1));
}

/** The place after the quote that ends a cell; -1 where none does. */
function endOfQuoted(text: string, from: number): number {
  let at = from;
  do {
    const quote = text.indexOf('"', at + 1);
    if (quote < 0) return -1;
    at = quote + 1;
  } while (text[at] === '"');
  return at;
}

/** What parts the cells, and where the first row begins: Excel may say the first before it, as `sep=;`. */
function beginningOf(text: string): { readonly delimiter: string; readonly start: number } {
  const said = /^\s*"?sep=([,;\t|])"?[^\S\r\n]*(?:\r\n?|\n)/i.exec(text);
  if (said) return { delimiter: said[1]!, start: said[0].length };
  const line = /^[^\r\n]*/.exec(text.trimStart())?.[0].replace(/"[^"]*"/g, '') ?? '';
  const counts = DELIMITERS.map((sign) => line.split(sign).length);
  return { delimiter: DELIMITERS[counts.indexOf(Math.max(...counts))]!, start: 0 };
}

const columnName = (cell: string): string =>
  cell
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
