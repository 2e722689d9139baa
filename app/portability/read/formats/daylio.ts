import { msg } from '@lit/localize';
import { type CellsByName, recordsOf, unusedColumns } from '../columns';
import type { FileRecord } from '../file-record';
import { plainText } from '../plain-text';
import { type Format, hasAll, partsOf } from './format';

/** `date` and `weekday` say again what `full_date` says; older versions wrote `year` and `date` in its place. */
const USED = ['full_date', 'year', 'date', 'weekday', 'time', 'mood', 'activities', 'note_title', 'note'];

/** Daylio's "Export entries", in any of its layouts. Times have no zone in it. */
export const DAYLIO: Format = {
  id: 'daylio',
  source: 'daylio',
  name: () => 'Daylio',
  how: () => msg('In Daylio: More, Export Entries, CSV. Moods become ratings, using a list you can change.'),
  fields: '`full_date` (or `year` and `date`), `time`, `mood`, `activities`, `note_title`, `note`',
  scale: null,
  table: {
    recognises: (columns) =>
      hasAll(columns, ['full_date', 'mood']) || hasAll(columns, ['year', 'date', 'weekday', 'mood']),
    records: (table) => recordsOf(table, recordOf),
    unused: (table) => unusedColumns(table, USED),
  },
};

const recordOf = (cell: CellsByName): Omit<FileRecord, 'row'> => ({
  date: cell('full_date') || [cell('date'), cell('year')].filter(Boolean).join(' '),
  dateName: cell('full_date') || cell('year') === '' ? 'full_date' : 'date',
  time: cell('time'),
  mood: cell('mood'),
  activities: partsOf(cell('activities'), '|'),
  title: plainText(cell('note_title')),
  note: plainText(cell('note')),
});
