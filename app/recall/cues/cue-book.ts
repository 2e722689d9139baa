import type { NamedKind } from '../../domain/memory/cue-choices';
import type { CueId } from './cue-deck';

/** The words of every cue in one language: a gentle, concrete question, and one line that invites a single moment. */
export type CueBook = Readonly<Record<CueId, readonly [question: string, invitation: string]>>;

/** The words about what a person named, by its kind: the name stands by itself, so that it fits whatever its grammar. */
export type NamedBook = Readonly<Record<NamedKind, (name: string) => readonly [question: string, invitation: string]>>;

/** The words of a language. */
export interface CueBooks {
  readonly CUE_BOOK: CueBook;
  readonly NAMED_BOOK: NamedBook;
}

/** Those of a language, by its tag. See: [Note: The words of cues] */
export const loadCueBooks = (tag: string): Promise<CueBooks> => import(`./words/${tag}.ts`);
