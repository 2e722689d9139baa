import { feelingWord } from '../domain/feeling-words';
import type { EntryOutline } from './journal';

/** Letters without capitals and accents, so that `uber` finds `Über`. */
const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a search, each of which must be found. */
export const searchWords = (text: string): readonly string[] => folded(text).split(/\s+/).filter(Boolean);

/** All of an entry that a search looks at, folded. */
export const haystackOf = ({ title, feelings }: EntryOutline, note: string): string =>
  folded([title, note, ...feelings.flatMap(({ name }) => [name, feelingWord(name)])].join('\n'));

export const holdsAll = (haystack: string, words: readonly string[]): boolean =>
  words.every((word) => haystack.includes(word));
