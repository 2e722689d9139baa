import { BYTE_ORDER_MARK, csvLine } from '../csv';
import type { RowRemark } from '../read/compare-rows';
import type { RowProblem } from '../read/import-row';

/** The rows that could not be read, or are odd, as a table to correct them by. */
export const problemsCsv = (rows: readonly (RowProblem | RowRemark)[]): string =>
  BYTE_ORDER_MARK +
  csvLine(['row', 'problem', 'cells']) +
  rows
    .map((one) =>
      'problem' in one
        ? csvLine([one.row, one.problem, one.cells?.join(' | ') ?? null])
        : csvLine([one.row, one.remark, null]),
    )
    .join('');
