import type { Cue } from './memory';

/** A question the person wrote for themselves. Its id begins with `OWN_CUE`. */
export interface OwnCue extends Cue {
  readonly question: string;
}

/** What the ids of a person's own questions begin with; those of the deck never do. */
export const OWN_CUE = 'own-';

/** The longest question of one's own, in UTF-16 units. */
export const LONGEST_QUESTION = 140;

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
}

export const NO_CHOICES: CueChoices = { offered: [], favoured: [], hidden: [], own: [] };

/** For how many days a question that was offered is not offered again. */
export const REST_DAYS = 60;
