import { msg } from '@lit/localize';
import type { FileRecord } from '../file-record';
import { type MoodStep, moodRating } from '../moods';
import { plainText } from '../plain-text';
import type { Format } from './format';
import { fieldsIn, listIn, numberIn, textIn } from './json-fields';

/** Daylio's own names of its five moods, by `predefined_name_id`. */
const OWN_NAMES = ['rad', 'good', 'meh', 'bad', 'awful'];

/**
 * Daylio's backup: an archive around base64 of this. It says of each mood to which of the five steps it belongs, so nobody needs to be
 * asked. Its months count from 0.
 */
export const DAYLIO_BACKUP: Format = {
  id: 'daylio-backup',
  source: 'daylio',
  name: () => msg('Daylio backup'),
  how: () => msg('The .daylio file that Daylio’s own backup makes.'),
  fields: '`dayEntries`, `customMoods`, `tags`',
  scale: null,
  json: {
    recognises: (value) => Array.isArray(fieldsIn(value).dayEntries) && Array.isArray(fieldsIn(value).customMoods),
    records: (value, first) => {
      const backup = fieldsIn(value);
      const moods = new Map(listIn(backup.customMoods).map((mood) => [textIn(fieldsIn(mood).id), moodOf(mood)]));
      const tags = new Map(listIn(backup.tags).map((tag) => [textIn(fieldsIn(tag).id), textIn(fieldsIn(tag).name)]));
      return listIn(backup.dayEntries).map((entry, at) => ({ row: first + at, ...recordOf(entry, moods, tags) }));
    },
  },
};

interface Mood {
  readonly name: string;
  readonly step: MoodStep | null;
}

function moodOf(value: unknown): Mood {
  const { custom_name, predefined_name_id, mood_group_id } = fieldsIn(value);
  const group = numberIn(mood_group_id);
  const name = textIn(custom_name) || (OWN_NAMES[(numberIn(predefined_name_id) ?? 0) - 1] ?? '');
  return { name, step: group !== null && group >= 1 && group <= 5 ? ((6 - group) as MoodStep) : null };
}

function recordOf(
  value: unknown,
  moods: ReadonlyMap<string, Mood>,
  tags: ReadonlyMap<string, string>,
): Omit<FileRecord, 'row'> {
  const entry = fieldsIn(value);
  const [year, month, day, hour, minute] = ['year', 'month', 'day', 'hour', 'minute'].map((name) =>
    numberIn(entry[name]),
  );
  const mood = moods.get(textIn(entry.mood));
  const isDated = year != null && month != null && day != null;
  return {
    ...(isDated
      ? { wall: { year, month: month + 1, day, hour: hour ?? 12, minute: minute ?? 0, second: 0 } }
      : { date: textIn(entry.datetime) }),
    mood: mood?.name ?? '',
    rating: mood?.step == null ? null : moodRating(mood.step),
    activities: listIn(entry.tags).flatMap((id) => tags.get(textIn(id)) ?? []),
    title: plainText(textIn(entry.note_title)),
    note: plainText(textIn(entry.note)),
  };
}
