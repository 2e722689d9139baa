import { msg } from '@lit/localize';
import type { Rating } from '../../../domain/report/rating';
import { type CellsByName, recordsOf } from '../columns';
import type { FileRecord } from '../file-record';
import type { Table } from '../table';
import { type Format, hasAll } from './format';

const LEVELS = ['none', 'mild', 'moderate', 'severe'];
const TEXTS = ['notes', 'note', 'comments'];
const WHEN = ['full_date', 'date', 'time'];

/**
 * eMoods' export: a day a row, with how low and how elevated it was, each from 0 to 3. The rating is where the day stands between
 * the two poles, as eMoods draws it: an elevated mood counts as the upper end, though it need not be pleasant.
 */
export const EMOODS: Format = {
  id: 'emoods',
  source: 'table',
  app: 'eMoods',
  name: () => 'eMoods',
  how: () => msg('In eMoods: Export, CSV. The rating is where each day stands between depressed and elevated.'),
  fields:
    '`Full Date` or `Date`, `Depressed`, `Elevated`, `Irritability`, `Anxiety`, `Notes`, and whatever else was tracked',
  scale: null,
  table: {
    recognises: (columns) => hasAll(columns, ['depressed', 'elevated']) && WHEN.some((name) => columns.includes(name)),
    records: (table) => recordsOf(table, recordOf(table)),
    unused: () => [],
  },
};

const recordOf =
  ({ columns }: Table) =>
  (cell: CellsByName): Omit<FileRecord, 'row'> => {
    const [low, high] = [levelOf(cell('depressed')), levelOf(cell('elevated'))];
    const known = ['depressed', 'elevated', 'anxiety', 'irritability', ...TEXTS, ...WHEN];
    const others = columns.filter((name) => name !== '' && !known.includes(name) && cell(name) !== '');
    const feelings = [
      [levelOf(cell('anxiety')), 'anxious'],
      [levelOf(cell('irritability')), 'annoyed'],
    ] as const;
    return {
      date: cell('full_date') || cell('date'),
      time: cell('time'),
      rating: low === null && high === null ? null : poleRating((high ?? 0) - (low ?? 0)),
      feelings: feelings.flatMap(([level, name]) => (level ? [`${name}:${level + 1}`] : [])).join('; '),
      activities: others.map((name) => `${name.replaceAll('_', ' ')}: ${cell(name)}`),
      note: TEXTS.map(cell).filter(Boolean).join('\n'),
    };
  };

/** 0 to 3; null for an empty cell and for anything else. */
function levelOf(text: string): number | null {
  const level = /^[0-3]$/.test(text) ? Number(text) : LEVELS.indexOf(text.toLowerCase());
  return level < 0 ? null : level;
}

const poleRating = (raw: number): Rating => ({
  value: raw / 3,
  raw,
  bounds: [-3, 3],
  instrument: 'emoods-poles',
  instrumentVersion: 1,
});
