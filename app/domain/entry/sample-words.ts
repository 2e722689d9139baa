import type { CueValence } from '../memory/memory';
import type { Tag } from '../report/tags';

/** What somebody may write beside an entry, by how it was rated. */
export const NOTE_TONES = ['pleasant', 'between', 'unpleasant'] as const;
export type NoteTone = (typeof NOTE_TONES)[number];

/** What the entries of the sample journal are written with, in one language. None of it is anybody's. */
export interface SampleWords {
  /** The first is the one that goes with better ratings. */
  readonly tags: readonly Tag[];
  /** Titles of memories, by the class of their cue: of what was, and of what may come. */
  readonly past: Readonly<Record<CueValence, readonly string[]>>;
  readonly future: Readonly<Record<CueValence, readonly string[]>>;
  readonly notes: Readonly<Record<NoteTone, readonly string[]>>;
}
