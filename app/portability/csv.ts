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
