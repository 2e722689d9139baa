import { msg } from '@lit/localize';
import { type CellsByName, recordsOf, unusedColumns } from '../columns';
import type { FileRecord } from '../file-record';
import { numberOf } from '../scales';
import { type Format, hasAll } from './format';

const USED = ['date', 'day_of_week', 'hour', 'minute', 'level', 'label', 'comment'];

/** iMoodJournal's export: levels from 1 to 10, each with the person's own word for it. */
export const IMOODJOURNAL: Format = {
  id: 'imoodjournal',
  source: 'table',
  app: 'iMoodJournal',
  name: () => 'iMoodJournal',
  how: () => msg('In iMoodJournal: Settings, Export, CSV.'),
  fields: '`Date`, `Hour`, `Minute`, `Level`, `Label`, `Comment`',
  scale: null,
  stepOf: () => null,
  table: {
    recognises: (columns) => hasAll(columns, ['date', 'hour', 'minute', 'level']),
    records: (table) => recordsOf(table, recordOf),
    unused: (table) => unusedColumns(table, USED),
  },
};

function recordOf(cell: CellsByName): Omit<FileRecord, 'row'> {
  const raw = numberOf(cell('level'));
  const isRated = raw !== null && raw >= 1 && raw <= 10;
  return {
    date: cell('date'),
    time: cell('hour') === '' ? '' : `${cell('hour')}:${(cell('minute') || '0').padStart(2, '0')}`,
    rating: isRated
      ? { value: (2 * (raw - 1)) / 9 - 1, raw, bounds: [1, 10], instrument: 'imoodjournal', instrumentVersion: 1 }
      : null,
    // A level that is none of the ten still stands with its entry.
    mood: cell('label') || (isRated ? '' : cell('level')),
    note: cell('comment'),
  };
}
