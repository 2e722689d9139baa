import { msg } from '@lit/localize';
import type { Rating } from '../../../domain/report/rating';
import type { FileRecord } from '../file-record';
import type { Format } from './format';
import { fieldsIn, listIn, numberIn, textIn, textsIn } from './json-fields';

/** Pixels' backup: a day each, with one score or several from 1 to 5. Several become their mean. */
export const PIXELS: Format = {
  id: 'pixels',
  source: 'table',
  app: 'Pixels',
  name: () => 'Pixels',
  how: () => msg('In Pixels: Settings, Export data (JSON).'),
  fields: '`date`, `scores`, `notes`, `tags`',
  scale: null,
  json: {
    recognises: (value) => {
      const [first] = listIn(value);
      return 'date' in fieldsIn(first) && Array.isArray(fieldsIn(first).scores);
    },
    records: (value, first) => listIn(value).map((day, at) => ({ row: first + at, ...recordOf(day) })),
  },
};

function recordOf(value: unknown): Omit<FileRecord, 'row'> {
  const { date, scores, notes, tags } = fieldsIn(value);
  const groups = listIn(tags).map((tag) => ({
    type: textIn(fieldsIn(tag).type),
    names: textsIn(fieldsIn(tag).entries),
  }));
  const namesIn = (isFeeling: boolean) =>
    groups.filter(({ type }) => /^(emotion|feeling|mood)/i.test(type) === isFeeling).flatMap(({ names }) => names);
  return {
    date: textIn(date),
    rating: meanRating(listIn(scores)),
    feelingNames: namesIn(true),
    activities: namesIn(false),
    note: textIn(notes),
  };
}

function meanRating(scores: readonly unknown[]): Rating | null {
  const numbers = scores.map(numberIn).filter((score) => score !== null && score >= 1 && score <= 5) as number[];
  if (numbers.length === 0) return null;
  const raw = numbers.reduce((sum, score) => sum + score, 0) / numbers.length;
  return { value: (raw - 3) / 2, raw, bounds: [1, 5], instrument: 'pixels', instrumentVersion: 1 };
}
