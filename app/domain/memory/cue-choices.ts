import type { AskedByOneself, Cue } from './memory';

/** A question the person wrote for themselves. Its id begins with `OWN_CUE`. */
export interface OwnCue extends Cue {
  readonly question: string;
}

/** What the ids of a person's own questions begin with; those of the deck never do. */
export const OWN_CUE = 'own-';

/** The longest question of one's own, in UTF-16 units. */
export const LONGEST_QUESTION = 140;

/** What a person can name to be asked about. */
export const NAMED_KINDS = ['song', 'place', 'person'] as const;
export type NamedKind = (typeof NAMED_KINDS)[number];

/** A song, a place or a person of theirs. The question about it is made in the language they read. */
export interface Named {
  /** Begins with `NAMED_CUE`. */
  readonly id: string;
  readonly kind: NamedKind;
  readonly name: string;
}

/** What the ids of what a person named begin with. */
export const NAMED_CUE = 'named-';

/** The longest name, in UTF-16 units. */
export const LONGEST_NAME = 60;

/** What a person named, as a question: one moment with it, whatever it was like. */
export interface NamedCue extends Cue {
  readonly named: Named;
}

export const namedCue = (named: Named): NamedCue => ({ id: named.id, valence: 'neutral', direction: 'past', named });

/** A cue with all that one from the person themselves may bring. */
export type AnyCue = Cue & Partial<Pick<OwnCue, 'question'> & Pick<NamedCue, 'named'> & AskedByOneself>;

/** One time a question was offered, with the other that stood beside it. */
export interface Offered {
  /** The local calendar day, `YYYY-MM-DD`. */
  readonly day: string;
  readonly cueId: string;
  /** Null where it stood alone. */
  readonly besideId: string | null;
}

/** What the person made of the questions. It is part of the settings, because they are sealed. */
export interface CueChoices {
  /** Oldest first, as far back as `REST_DAYS`. */
  readonly offered: readonly Offered[];
  /** Ids, in the order of choosing. */
  readonly favoured: readonly string[];
  readonly hidden: readonly string[];
  readonly own: readonly OwnCue[];
  /** Absent where nothing was ever named. */
  readonly named?: readonly Named[];
}

export const NO_CHOICES: CueChoices = { offered: [], favoured: [], hidden: [], own: [] };

/** For how many days a question that was offered is not offered again. */
export const REST_DAYS = 60;
