import type { Table, TableRow } from '../csv';

/** The cells of a row by the names of their columns; a cell that is not there is empty. */
export type CellsByName = (column: string) => string;

export const cellsOf = ({ columns }: Table): ((row: TableRow) => CellsByName) => {
  const places = new Map(columns.map((name, place) => [name, place]));
  return ({ cells }) =>
    (column) => {
      const place = places.get(column);
      return place === undefined ? '' : (cells[place] ?? '').trim();
    };
};
