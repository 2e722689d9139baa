import { feelingWord } from '../../words/report/feeling-words';
import type { EntryOutline } from '../journal';

/** Letters without capitals and accents, so that `uber` finds `Über`. */
const folded = (text: string): string =>
  // Most letters of most languages that are typed here have none, and to look is much quicker than to take apart.
  ASCII_ONLY.test(text) ? text.toLowerCase() : text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const ASCII_ONLY = /^[\0-\x7f]*$/;

/** The words of a search, each of which must be found. */
export const searchWords = (text: string): readonly string[] => folded(text).split(/\s+/).filter(Boolean);

/** All of an entry that a search looks at, folded. */
export const haystackOf = ({ title, feelings }: EntryOutline, note: string): string =>
  folded([title, note, ...feelings.flatMap(({ name }) => [name, feelingWord(name)])].join('\n'));

export const holdsAll = (haystack: string, words: readonly string[]): boolean =>
  words.every((word) => haystack.includes(word));

/** What was folded stays folded for as long as its outline lives. */
const haystacks = new WeakMap<EntryOutline, string>();

/** Those of `outlines` that hold every word of `text`; all of them for no word. `notes`: by month, then by entry. */
export function searchEntries(
  text: string,
  outlines: readonly EntryOutline[],
  notes: ReadonlyMap<string, ReadonlyMap<string, string>>,
): readonly EntryOutline[] {
  const words = searchWords(text);
  if (words.length === 0) return outlines;
  const noteOf = new Map([...notes.values()].flatMap((month) => [...month]));
  return outlines.filter((outline) => {
    const haystack = haystacks.get(outline) ?? haystackOf(outline, noteOf.get(outline.id) ?? '');
    haystacks.set(outline, haystack);
    return holdsAll(haystack, words);
  });
}
