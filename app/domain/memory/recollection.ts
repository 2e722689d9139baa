/**
 * The times of a life, as decades have them: the coarsest thing that people know of when something was. Lifetime periods as in
 * Conway & Pleydell-Pearce 2000; decades as in research on the reminiscence bump. Oldest first.
 */
export const LIFE_PERIODS = [
  'before-school',
  'primary-school',
  'teens',
  'twenties',
  'thirties',
  'forties',
  'fifties',
  'sixties-on',
] as const;
export type LifePeriod = (typeof LIFE_PERIODS)[number];

/** How far ahead something is that is still to come, in bins people can answer without a calendar. Nearest first. */
export const TIMES_AHEAD = ['days', 'weeks', 'months', 'later'] as const;
export type TimeAhead = (typeof TIMES_AHEAD)[number];

/** Where one sees it from, in the terms of Nigro & Neisser 1983: through one's own eyes, from outside with oneself in view, or both. */
export const PERSPECTIVES = ['field', 'observer', 'both'] as const;
export type Perspective = (typeof PERSPECTIVES)[number];

/** How it feels in the recall beside how it felt then: fading affect is asked for as in Walker, Skowronski & Thompson 2003. */
export const FEELS_NOW = ['weaker', 'same', 'stronger', 'different'] as const;
export type FeelsNow = (typeof FEELS_NOW)[number];
