import { msg } from '@lit/localize';
import { splitWords } from '../../../base/word-list';
import { unshield } from '../../formula-shield';
import { type CellsByName, recordsOf, unusedColumns } from '../columns';
import type { FileRecord } from '../file-record';
import type { Table } from '../table';
import { type Format, partsOf } from './format';

/** The columns a table of one's own may have; a time (`date` or `started_at`) and one from `valence` on are needed. */
export const PLAIN_COLUMNS = [
  'started_at',
  'date',
  'time',
  'zone',
  'valence',
  'arousal',
  'feelings',
  'title',
  'note',
  'mood',
  'activities',
] as const;
type PlainColumn = (typeof PLAIN_COLUMNS)[number];
const CONTENT = PLAIN_COLUMNS.slice(4);

/** Other names that tables in the wild use. */
const ALIASES: Readonly<Record<string, PlainColumn>> = {
  datetime: 'started_at',
  date_time: 'started_at',
  timestamp: 'started_at',
  created_at: 'started_at',
  day: 'date',
  full_date: 'date',
  time_zone: 'zone',
  timezone: 'zone',
  mood_score: 'mood',
  mood_rating: 'mood',
  rating: 'mood',
  emotions: 'feelings',
  emotion: 'feelings',
  feeling: 'feelings',
  note_title: 'title',
  notes: 'note',
  text: 'note',
  comment: 'note',
  comments: 'note',
  journal: 'note',
  entry: 'note',
  tags: 'activities',
  activity: 'activities',
};

/** Of these all columns come in; of the others the one under our own name, or else the first. */
const JOINED: readonly PlainColumn[] = ['note', 'activities'];

const fieldOf = (name: string): PlainColumn | undefined =>
  (PLAIN_COLUMNS as readonly string[]).includes(name) ? (name as PlainColumn) : ALIASES[name];

/** Any table with a time and something that was felt or written. */
export const PLAIN_TABLE: Format = {
  id: 'table',
  source: 'table',
  name: () => msg('A CSV file'),
  how: () =>
    msg(
      'A CSV file with a header row. It needs a date and at least one rating, mood, feeling, title or note; columns can be in any order.',
    ),
  fields: 'see below',
  scale: 'asked',
  table: {
    recognises: (columns) => {
      const fields = columns.map(fieldOf);
      const has = (names: readonly PlainColumn[]) => names.some((name) => fields.includes(name));
      return has(['date', 'started_at']) && has(CONTENT);
    },
    records: (table) => {
      const columns = columnsOf(table);
      return recordsOf(table, (cell) => recordOf(cell, columns));
    },
    unused: (table) => unusedColumns(table, Object.values(columnsOf(table)).flat()),
  },
};

/** The columns that hold each field. */
function columnsOf(table: Table): Readonly<Record<string, string[]>> {
  const columnsFor = (field: PlainColumn): string[] => {
    const names = [...new Set(table.columns.filter((name) => fieldOf(name) === field))];
    return JOINED.includes(field) ? names : names.includes(field) ? [field] : names.slice(0, 1);
  };
  return Object.fromEntries(PLAIN_COLUMNS.map((field) => [field, columnsFor(field)]));
}

function recordOf(cell: CellsByName, columns: Readonly<Record<string, string[]>>): Omit<FileRecord, 'row'> {
  const all = (field: PlainColumn): string[] => columns[field]!.map(cell).filter((text) => text !== '');
  const text = (field: PlainColumn): string => unshield(all(field).join('\n'));
  return {
    at: text('started_at'),
    date: text('date'),
    time: text('time'),
    zone: text('zone'),
    valence: all('valence').join(''),
    arousal: all('arousal').join(''),
    mood: text('mood'),
    feelings: text('feelings'),
    title: text('title'),
    note: text('note'),
    activities: all('activities').flatMap((list) => activitiesIn(unshield(list))),
  };
}

/** Parted by semicolons, or by bars or commas where there is none. */
const activitiesIn = (text: string): string[] =>
  text.includes(';')
    ? splitWords(text)
        .map((activity) => activity.trim())
        .filter((activity) => activity !== '')
    : partsOf(text);
