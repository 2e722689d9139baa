import { msg } from '@lit/localize';
import { type CellsByName, cellsOf, shapeProblem } from '../columns';
import type { FileRecord } from '../file-record';
import type { Table } from '../table';
import { type Format, hasAll, partsOf } from './format';

/** When the times of day are taken to be. */
const TIMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ am: '09:00', morning: '09:00', mid: '13:00', midday: '13:00' },
    ...{ afternoon: '15:00', pm: '19:00', evening: '19:00', night: '22:00' },
  }),
);

/** Bearable's export: a row for each thing that was tracked. What was tracked at one time of one day is one entry. */
export const BEARABLE: Format = {
  id: 'bearable',
  source: 'table',
  app: 'Bearable',
  name: () => 'Bearable',
  how: () => msg('In Bearable: Settings, Export data. What you tracked at one time of day becomes one entry.'),
  fields: '`date formatted`, `time of day`, `category`, `rating/amount`, `detail`, `notes`',
  scale: 'asked',
  table: {
    recognises: (columns) => hasAll(columns, ['category', 'rating/amount', 'detail']),
    records,
    unused: () => [],
  },
};

type Draft = { -readonly [Key in keyof FileRecord]: FileRecord[Key] };

function records(table: Table): readonly FileRecord[] {
  const cells = cellsOf(table);
  const all: FileRecord[] = [];
  const open = new Map<string, Draft & { activities: string[]; feelingNames: string[] }>();
  for (const row of table.rows) {
    const fault = shapeProblem(row, table);
    if (fault !== null) {
      all.push({ row: row.row, fault, cells: row.cells });
      continue;
    }
    const cell = cells(row);
    const when = [dateIn(cell), timeIn(cell)] as const;
    const key = when.join(' ');
    let record = open.get(key);
    // Two moods at one time are two entries.
    if (!record || (isMood(cell) && record.mood)) {
      record = { row: row.row, date: when[0], time: when[1], mood: '', note: '', feelingNames: [], activities: [] };
      open.set(key, record);
      all.push(record);
    }
    addTo(record, cell);
  }
  return all;
}

const isMood = (cell: CellsByName): boolean => cell('category').toLowerCase() === 'mood';

const dateIn = (cell: CellsByName): string =>
  (cell('date_formatted') || cell('date')).replace(/\b(\d{1,2})(?:st|nd|rd|th)\b/i, '$1');

function timeIn(cell: CellsByName): string {
  const text = cell('time_of_day').toLowerCase();
  if (/\d/.test(text)) return text;
  return TIMES.get(text) ?? '';
}

function addTo(record: Draft & { activities: string[]; feelingNames: string[] }, cell: CellsByName): void {
  const [category, amount, detail] = [cell('category'), cell('rating/amount'), cell('detail')];
  if (isMood(cell)) {
    record.mood = amount;
    record.feelingNames.push(...partsOf(detail));
  } else if (category || amount || detail) {
    record.activities.push([detail || category, amount].filter(Boolean).join(': '));
  }
  record.note = [record.note, cell('notes')].filter(Boolean).join('\n');
}
