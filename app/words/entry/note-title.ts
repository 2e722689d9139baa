import { locale } from '../locale';

/** As much of a note as the journal keeps beside its entry for lists, in UTF-16 units: so a list and an entry call it the same. */
const LOOKED_AT = 120;

/** From here on a cut is made between words, in UTF-16 units. */
const LEAST = 60;

/** What an entry is called by its note: the first line, or as much of a long one as a heading bears, cut between characters as people see them. */
export function noteTitle(note: string): string {
  const text = note.slice(0, LOOKED_AT).trim();
  const line = text.split(/[\r\n\u2028\u2029]/, 1)[0]!.trim();
  if (line.length < text.length || note.length < LOOKED_AT) return line;
  const seen = characters(line).slice(0, -1).join('');
  const space = seen.lastIndexOf(' ');
  return `${seen.slice(0, space > LEAST ? space : seen.length).trimEnd()}…`;
}

/** Firefox has no segmenter before 125: there a cut may fall within a joined emoji, but not within half of one. */
const characters = (text: string): readonly string[] =>
  'Segmenter' in Intl
    ? Array.from(new Intl.Segmenter(locale()).segment(text), ({ segment }) => segment)
    : Array.from(text);
