import { msg } from '@lit/localize';
import { plural } from '../../words/plural';
import type { FileRecord } from './file-record';
import type { Table, TableRow } from './table';

/** The cells of a row by the names of their columns, without the blanks around them; a cell that is not there is empty. */
export type CellsByName = (column: string) => string;

/** Where several columns have a name, the cell is the first of them that holds something. */
export const cellsOf = ({ columns }: Pick<Table, 'columns'>): ((row: TableRow) => CellsByName) => {
  const places = new Map<string, number[]>();
  for (const [place, name] of columns.entries()) places.set(name, [...(places.get(name) ?? []), place]);
  return ({ cells }) =>
    (column) => {
      for (const place of places.get(column) ?? []) {
        const cell = (cells[place] ?? '').trim();
        if (cell !== '') return cell;
      }
      return '';
    };
};

/** Why the shape of a row makes it unreadable, as a sentence; null if it does not. */
export function shapeProblem({ fault, cells }: TableRow, { columns }: Pick<Table, 'columns'>): string | null {
  if (fault === 'quote') return msg('A quotation mark in this row is never closed, or stands in the middle of a cell.');
  if (fault !== 'cells') return null;
  const count = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  return plural(
    msg(
      '{count} cells under {names, plural, one {one column name} other {{names} column names}}. Text with separators in it needs quotation marks around it.',
    ),
    { count, names: columns.length },
  );
}

/** The rows of a table as records; one of a wrong shape is told as such. */
export function* recordsOf(
  table: Table,
  read: (cell: CellsByName) => Omit<FileRecord, 'row'>,
): Generator<FileRecord, void> {
  const cells = cellsOf(table);
  for (const row of table.rows) {
    const fault = shapeProblem(row, table);
    yield { row: row.row, cells: row.cells, ...(fault === null ? read(cells(row)) : { fault }) };
  }
}

/** The columns that are not among `used`. Those without a name, and those whose name was there before, only if they hold something. */
export function unusedColumns({ columns, rows }: Table, used: readonly string[]): string[] {
  const seen = new Set<string>();
  return columns.flatMap((name, place) => {
    // A second column of a name that is used is hidden by the first where both hold something.
    const isRepeated = seen.has(name);
    seen.add(name);
    if (name !== '' && !isRepeated) return used.includes(name) ? [] : name;
    const holds = rows.some(({ cells, fault }) => !fault && (cells[place] ?? '').trim() !== '');
    if (!holds) return [];
    return name === '' ? plural(msg('column {place}'), { place: place + 1 }) : name;
  });
}
