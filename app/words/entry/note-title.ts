import { locale } from '../locale';

/** As much of a note as the journal keeps beside its entry for lists, in UTF-16 units: so a list and an entry call it the same. */
const LOOKED_AT = 120;

/** What an entry is called by its note: the first line. A long one is cut between words, or else between characters as people see them. */
export function noteTitle(note: string): string {
  const [line = ''] = note
    .trimStart()
    .slice(0, LOOKED_AT)
    .split(/[\r\n\u2028\u2029]/, 1);
  if (line.length < LOOKED_AT) return line.trimEnd();
  const words = line.replace(/\s+\S*$/, '');
  return `${words === line ? characters(line).slice(0, -1).join('') : words}…`;
}

/** Firefox has no segmenter before 125: there a cut may fall within a joined emoji, but not within half of one. */
const characters = (text: string): readonly string[] =>
  Intl.Segmenter ? Array.from(new Intl.Segmenter(locale()).segment(text), ({ segment }) => segment) : [...text];
