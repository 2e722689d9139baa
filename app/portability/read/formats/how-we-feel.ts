import { msg } from '@lit/localize';
import { FEELINGS_BY_QUARTER } from '../../../domain/report/feelings';
import { type CellsByName, recordsOf, unusedColumns } from '../columns';
import type { FileRecord } from '../file-record';
import { type MoodStep, usualStep } from '../moods';
import { type Format, hasAll, partsOf } from './format';

const TAGS = ['tags_(people)', 'tags_(places)', 'tags_(events)'];
const TEXTS = ['notes', 'reflections', 'takeaways'];
/** Beside those, keys that say the words again in English. */
const USED = [
  ...['date', 'mood', 'mood_key', 'mood_keys', 'locale', ...TAGS, ...TEXTS],
  ...['tags_key_(people)', 'tags_key_(places)', 'tags_key_(events)'],
];

/** How We Feel's export. Its moods are words for feelings; each stands as one, and is rated as the person says. */
export const HOW_WE_FEEL: Format = {
  id: 'how-we-feel',
  source: 'table',
  app: 'How We Feel',
  name: () => 'How We Feel',
  how: () => msg('In How We Feel: Settings, Export data. Each mood becomes a feeling, with a rating you can change.'),
  fields: '`Date`, `Mood`, `Tags (People)`, `Tags (Places)`, `Tags (Events)`, `Notes`, `Reflections`',
  scale: null,
  stepOf: (word) => usualStep(word) ?? stepOfFeeling(word.toLowerCase()),
  table: {
    recognises: (columns) => hasAll(columns, ['date', 'mood']) && TAGS.some((name) => columns.includes(name)),
    records: (table) => recordsOf(table, recordOf),
    unused: (table) => unusedColumns(table, USED),
  },
};

function recordOf(cell: CellsByName): Omit<FileRecord, 'row'> {
  return {
    at: cell('date'),
    mood: cell('mood'),
    feelingNames: partsOf(cell('mood')),
    activities: TAGS.flatMap((name) => partsOf(cell(name))),
    note: TEXTS.map((name) => textOf(cell(name)))
      .filter((text) => text !== '')
      .join('\n'),
  };
}

/** Reflections are a list in JSON, often an empty one. */
function textOf(text: string): string {
  if (!text.startsWith('[')) return text;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every((one) => typeof one === 'string') ? list.join('\n') : text;
  } catch {
    return text;
  }
}

/** A feeling that is pleasant here is taken for a pleasant mood at first. */
function stepOfFeeling(word: string): MoodStep | null {
  for (const [quarter, words] of Object.entries(FEELINGS_BY_QUARTER))
    if ((words as readonly string[]).includes(word)) return quarter.endsWith('-pleasant') ? 4 : 2;
  return null;
}
