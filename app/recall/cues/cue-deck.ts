import type { Cue } from '../../domain/memory/memory';

/**
 * The cues that come with the app: as many positive as negative as neutral ones, two in six of each pointing ahead, after
 * the balanced sets of the Autobiographical Memory Test (Williams & Broadbent 1986) and its future variant. The questions
 * themselves are ours, see `cue-words.ts`. An id is stored with every entry: never reuse one for another question.
 */
export const CUE_DECK = [
  { id: 'laughter', valence: 'positive', direction: 'past' },
  { id: 'managed', valence: 'positive', direction: 'past' },
  { id: 'kindness', valence: 'positive', direction: 'past' },
  { id: 'arrival', valence: 'positive', direction: 'past' },
  { id: 'looking-forward', valence: 'positive', direction: 'future' },
  { id: 'reunion', valence: 'positive', direction: 'future' },
  { id: 'goodbye', valence: 'negative', direction: 'past' },
  { id: 'quarrel', valence: 'negative', direction: 'past' },
  { id: 'went-wrong', valence: 'negative', direction: 'past' },
  { id: 'left-out', valence: 'negative', direction: 'past' },
  { id: 'behind-you', valence: 'negative', direction: 'future' },
  { id: 'letting-go', valence: 'negative', direction: 'future' },
  { id: 'kitchen', valence: 'neutral', direction: 'past' },
  { id: 'way', valence: 'neutral', direction: 'past' },
  { id: 'morning', valence: 'neutral', direction: 'past' },
  { id: 'thing', valence: 'neutral', direction: 'past' },
  { id: 'this-time-tomorrow', valence: 'neutral', direction: 'future' },
  { id: 'errand', valence: 'neutral', direction: 'future' },
] as const satisfies readonly Cue[];

export type CueId = (typeof CUE_DECK)[number]['id'];

/** The cue with this id, or null for one this version of the deck does not have. */
export const cueById = (id: string | null): Cue | null => CUE_DECK.find((cue) => cue.id === id) ?? null;
