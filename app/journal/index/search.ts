import type { EntryOutline, FeelingNamer } from '../journal';

/** Letters without capitals and accents, so that `uber` finds `Über`. */
const folded = (text: string): string =>
  // Most text is ASCII, and testing for that is much faster than taking letters apart.
  ASCII_ONLY.test(text) ? text.toLowerCase() : text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const ASCII_ONLY = /^[\0-\x7f]*$/;

/** The words of a search, each of which must be found. */
const searchWords = (text: string): readonly string[] => folded(text).split(/\s+/).filter(Boolean);

/** What an entry says, folded, for as long as its outline lives. Feelings are not in it: their words change with the language. */
const texts = new WeakMap<EntryOutline, string>();

function textOf(outline: EntryOutline, note: string): string {
  const known = texts.get(outline) ?? folded(`${outline.title}\n${note}`);
  texts.set(outline, known);
  return known;
}

/**
 * The outlines that hold every word of `text` in title, note or feelings; all of them if `text` has no word.
 *
 * `notes`: by month, then by entry. A feeling is found by its stored name and by what `nameFeeling` calls it.
 */
export function searchEntries(
  text: string,
  outlines: readonly EntryOutline[],
  notes: ReadonlyMap<string, ReadonlyMap<string, string>>,
  nameFeeling: FeelingNamer,
): readonly EntryOutline[] {
  const words = searchWords(text);
  if (words.length === 0) return outlines;
  const noteOf = new Map([...notes.values()].flatMap((month) => [...month]));
  const named = new Map<string, string>();
  const wordFor = (feeling: string): string => {
    const known = named.get(feeling) ?? folded(`${feeling}\n${nameFeeling(feeling)}`);
    named.set(feeling, known);
    return known;
  };
  return outlines.filter((outline) => {
    const said = textOf(outline, noteOf.get(outline.id) ?? '');
    const felt = outline.feelings.map(({ name }) => wordFor(name));
    return words.every((word) => said.includes(word) || felt.some((feeling) => feeling.includes(word)));
  });
}
