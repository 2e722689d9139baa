import { msg } from '@lit/localize';
import type { Origin } from '../../domain/entry/origin';

/** What apps call themselves, by the names that origins have for them. */
const NAMES: Readonly<Record<string, string>> = {
  'how-we-feel': 'How We Feel',
  'state-of-mind': 'State of Mind',
  bearable: 'Bearable',
  imoodjournal: 'iMoodJournal',
  emoods: 'eMoods',
  pixels: 'Pixels',
  'day-one': 'Day One',
  journey: 'Journey',
};

/** Where an entry came from, in words. One from an app that only a later version knows goes by its name there. */
export function originName({ source, app }: Origin): string {
  if (app !== undefined) return NAMES[app] ?? app;
  return source === 'daylio' ? 'Daylio' : msg('a CSV file');
}
