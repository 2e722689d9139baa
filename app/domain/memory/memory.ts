import type { FeelsNow, LifePeriod, Perspective, TimeAhead } from './recollection';

/** Whether the cue or the memory points back or ahead. */
export const DIRECTIONS = ['past', 'future'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const CUE_VALENCES = ['positive', 'negative', 'neutral'] as const;
export type CueValence = (typeof CUE_VALENCES)[number];

/** A word or question that invites a memory. */
export interface Cue {
  /** Stable across versions and languages. */
  readonly id: string;
  readonly valence: CueValence;
  readonly direction: Direction;
}

/**
 * The person's own classification, in the terms of the Autobiographical Memory Test (Williams & Broadbent 1986):
 * one occasion within a day, one that lasted longer, or something that happened many times.
 */
export const SPECIFICITIES = ['specific', 'extended', 'categoric'] as const;
export type Specificity = (typeof SPECIFICITIES)[number];

/** How long ago or ahead, in the coarse bins people can answer without a calendar. */
export const WHENS = ['today', 'this-week', 'this-month', 'this-year', 'years', 'childhood', 'ahead'] as const;
export type When = (typeof WHENS)[number];

/** A question that the person wrote, as it was when it was asked: it may be changed or removed later. */
export interface AskedByOneself {
  readonly question: string;
  readonly valence: CueValence;
  /** A picture that the person shared and asked to keep: a small JPEG, in base64. */
  readonly picture?: string;
  /** Only in what an edit keeps of before: the picture was that of the entry as this edit made it. */
  readonly samePicture?: boolean;
}

/** What the person recalls. Every answer but the title may be left open. */
export interface Memory {
  readonly title: string;
  readonly cueId: string | null;
  /** Only where the cue is the person's own. */
  readonly ownCue?: AskedByOneself;
  readonly direction: Direction;
  readonly when: When | null;
  readonly specificity: Specificity | null;
  /** "How much is this about who I am", 1..7. */
  readonly selfRelevance: number | null;
  /** What the person expects to feel, before recalling. */
  readonly expectedValence: CueValence | null;
  /** "How clearly was it there", 1..7; asked in the report. */
  readonly vividness: number | null;

  // From here on a field is absent where nothing was said, as in every memory from before it was asked for.

  /** A day, a month or a year, as exactly as they know it: see `memory-date.ts`. `when` then says how long ago that was. */
  readonly date?: string;
  readonly lifePeriod?: LifePeriod;
  /** They were asked when it was, or how far ahead it is, and don't know. */
  readonly whenUnsure?: true;
  /** Only of what is still to come: `when` is `ahead`. */
  readonly timeAhead?: TimeAhead;
  /** The first of the two questions that `specificity` is told from. */
  readonly oneOccasion?: boolean;
  readonly perspective?: Perspective;
  /** "How much did it feel like being there again", 1..7; asked in the report. */
  readonly reliving?: number;
  /** "How often does it come to mind", 1..7; asked in the report. */
  readonly rehearsal?: number;
  /** Asked in the report, of what has happened. */
  readonly feelsNow?: FeelsNow;
}
