import { msg } from '@lit/localize';
import { type CellsByName, recordsOf, unusedColumns } from '../columns';
import type { FileRecord } from '../file-record';
import { numberOf } from '../scales';
import { type Format, hasAll, partsOf } from './format';

/** `end` is the same moment, and the classification says the valence in words. */
const USED = ['start', 'end', 'kind', 'labels', 'associations', 'valence', 'valence_classification'];

/** Apple's State of Mind as Health Auto Export writes it. Valence is from -1 to 1 there as well. */
export const STATE_OF_MIND: Format = {
  id: 'state-of-mind',
  source: 'table',
  app: 'State of Mind',
  name: () => msg('State of Mind (Apple Health)'),
  how: () => msg('With the app Health Auto Export: State of Mind, as CSV.'),
  fields: '`Start`, `Kind`, `Labels`, `Associations`, `Valence`',
  scale: null,
  table: {
    recognises: (columns) => hasAll(columns, ['start', 'labels', 'associations', 'valence']),
    records: (table) => recordsOf(table, recordOf),
    unused: (table) => unusedColumns(table, USED),
  },
};

function recordOf(cell: CellsByName): Omit<FileRecord, 'row'> {
  const raw = numberOf(cell('valence'));
  const isRated = raw !== null && Math.abs(raw) <= 1;
  return {
    at: cell('start'),
    ...(isRated
      ? { rating: { value: raw, raw, bounds: [-1, 1], instrument: 'state-of-mind', instrumentVersion: 1 } }
      : { valence: cell('valence') }),
    feelingNames: partsOf(cell('labels')),
    activities: partsOf(cell('associations')),
  };
}
