import { msg } from '@lit/localize';
import type { AnyCue } from '../../domain/memory/cue-choices';
import { language, speaksToo } from '../../words/locale';
import { type CueBooks, loadCueBooks } from './cue-book';
import type { CueId } from './cue-deck';
import { type CueWords, ownMemoryWords } from './own-memory-words';

/*
 * [Note: The words of cues]
 *
 * Two hundred sentences, of which a screen shows one or two: too many for the catalogue, which comes with the start. So each language
 * has its own module in `words/`. What shows a question waits for `cueWordsReady` before it draws; from then on `cueWords` answers
 * at once. A question that the person wrote needs no book, and one about
 * what they named is made of the book's words and the name.
 */

let spoken: { readonly language: string; readonly books: CueBooks } | null = null;

async function fetchWords(tag: string): Promise<void> {
  if (spoken?.language !== tag) spoken = { language: tag, books: await loadCueBooks(tag) };
}

/** Has the words of the page's language there, and from then on of each that it comes to speak. Rejects if they cannot be fetched. */
export async function cueWordsReady(): Promise<void> {
  await fetchWords(language());
  speaksToo(fetchWords);
}

/**
 * The words for a cue; an open question for one this version does not know (from a backup of a newer one), and where the words were
 * not fetched.
 */
export function cueWords(cue: Pick<AnyCue, 'id' | 'question' | 'named'>): CueWords {
  const books = spoken?.books;
  const { named } = cue;
  if (named && books) return asWords(books.NAMED_BOOK[named.kind](named.name));
  if (cue.question) return { question: cue.question, invitation: msg('Stay with one moment of it.') };
  if (!books || !Object.hasOwn(books.CUE_BOOK, cue.id)) return ownMemoryWords();
  return asWords(books.CUE_BOOK[cue.id as CueId]);
}

const asWords = ([question, invitation]: readonly [string, string]): CueWords => ({ question, invitation });
