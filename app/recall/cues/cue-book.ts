import type { CueId } from './cue-deck';

/** The words of every cue in one language: a gentle, concrete question, and one line that invites a single moment. */
export type CueBook = Readonly<Record<CueId, readonly [question: string, invitation: string]>>;

/** The book of a language, by its tag. See: [Note: The words of cues] */
export const loadCueBook = async (tag: string): Promise<CueBook> => (await import(`./words/${tag}.ts`)).CUE_BOOK;
