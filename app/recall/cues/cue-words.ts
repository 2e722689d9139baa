import { msg } from '@lit/localize';
import type { OwnCue } from '../../domain/memory/cue-choices';
import type { Cue } from '../../domain/memory/memory';
import { language, speaksToo } from '../../words/locale';
import { type CueBook, loadCueBook } from './cue-book';
import type { CueId } from './cue-deck';
import { type CueWords, ownMemoryWords } from './own-memory-words';

/*
 * [Note: The words of cues]
 *
 * Two hundred sentences, of which a screen shows one or two: too many for the catalogue, which comes with the start. So each language
 * has its own module in `words/`. What shows a question waits for `cueWordsReady` before it draws; from then on `cueWords` answers
 * at once. A question that the person wrote needs no book.
 */

let spoken: { readonly language: string; readonly book: CueBook } | null = null;

async function fetchWords(tag: string): Promise<void> {
  if (spoken?.language !== tag) spoken = { language: tag, book: await loadCueBook(tag) };
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
export function cueWords(cue: Pick<Cue, 'id'> & Partial<OwnCue>): CueWords {
  if (cue.question) return { question: cue.question, invitation: msg('Stay with one moment of it.') };
  const book = spoken?.book;
  if (!book || !Object.hasOwn(book, cue.id)) return ownMemoryWords();
  const [question, invitation] = book[cue.id as CueId];
  return { question, invitation };
}
