import { BYTE_ORDER_MARK, csvLine } from '../csv';
import type { RowProblem } from '../read/import-row';

/** The rows that could not be read, as a table to correct them by. */
export const problemsCsv = (problems: readonly RowProblem[]): string =>
  BYTE_ORDER_MARK + csvLine(['row', 'problem']) + problems.map(({ row, problem }) => csvLine([row, problem])).join('');
