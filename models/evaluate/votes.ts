import { csvParseRows } from 'd3-dsv';
import { EXPRESSIONS, type Expression } from '../../app/domain/face/expression';
import { InputError } from '../tools/input-error';

/** What raters could say of a face besides an expression. */
const OTHER_VOTES = ['unknown', 'not_face'] as const;
const COLUMNS = [...EXPRESSIONS, ...OTHER_VOTES] as const;

/** Number of votes by what was voted for. */
export type Votes = Readonly<Record<(typeof COLUMNS)[number], number>>;

/**
 * The rows of a votes file. Its first line names the columns: the eight expressions, `unknown` and `not_face` must be there,
 * in any order and in either case, since the protocol counts them all; further columns (`image`) are passed over. Throws
 * InputError for a missing or doubled column, a row of another length and what is not a number of votes.
 */
export function parseVotes(text: string): Votes[] {
  const [header, ...rows] = csvParseRows(text.replace(/^\uFEFF/, ''));
  if (!header) throw new InputError('the file is empty');
  const places = placesOf(header.map((cell) => cell.trim().toLowerCase()));
  // A blank line at the end is no face.
  while (rows.at(-1)?.every((cell) => cell.trim() === '')) rows.pop();
  if (rows.length === 0) throw new InputError('the file has a line of column names but no votes');
  return rows.map((row, index) => {
    if (row.length !== header.length) {
      throw new InputError(`line ${index + 2} has ${row.length} cells for ${header.length} columns`);
    }
    const votes = COLUMNS.map((name, k) => [name, countOf(row[places[k]!]!, name, index + 2)] as const);
    return Object.fromEntries(votes) as Votes;
  });
}

/** Where each of `COLUMNS` stands. */
function placesOf(header: readonly string[]): number[] {
  const missing = COLUMNS.filter((name) => !header.includes(name));
  if (missing.length > 0) {
    const what = missing.length === 1 ? 'column' : 'columns';
    throw new InputError(`missing ${what} ${missing.join(', ')} (0 in every row where nobody could vote so)`);
  }
  const doubled = COLUMNS.find((name) => header.indexOf(name) !== header.lastIndexOf(name));
  if (doubled) throw new InputError(`column ${doubled} is there twice`);
  return COLUMNS.map((name) => header.indexOf(name));
}

function countOf(cell: string, column: string, line: number): number {
  const text = cell.trim();
  if (!/^\d+$/.test(text)) throw new InputError(`line ${line}: ${column} is "${text}", not a number of votes`);
  return Number(text);
}

/**
 * The expression raters agree on, or null where the face is left out: votes of 1 count as slips, and what is left must give
 * more than half to one expression (the rule of the official FER+ code; Barsoum et al. 2016, arXiv 1608.01041).
 *
 * @example strictMajority of anger 5, fear 4, contempt 1 // 'anger': 5 of 9
 * @example strictMajority of anger 5, fear 5 // null
 */
export function strictMajority(votes: Votes): Expression | null {
  const counted = (name: keyof Votes): number => (votes[name] > 1 ? votes[name] : 0);
  const total = COLUMNS.reduce((sum, name) => sum + counted(name), 0);
  return EXPRESSIONS.find((name) => 2 * counted(name) > total) ?? null;
}
