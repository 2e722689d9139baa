import { type CueChoices, type NamedCue, namedCue, type OwnCue } from '../../domain/memory/cue-choices';
import type { Cue, Memory } from '../../domain/memory/memory';

/** What a cue of the deck is about, so that days in a row don't circle around one thing. */
export const CUE_THEMES = [
  'people',
  'places',
  'firsts',
  'senses',
  'daily',
  'music',
  'hands',
  'weather',
  'photographs',
  'journeys',
  'childhood',
  'turning-points',
] as const;
export type CueTheme = (typeof CUE_THEMES)[number];

export interface DeckCue extends Cue {
  readonly theme: CueTheme;
}

/** The ids of a theme and a valence: two that point back, then one that points ahead. */
type Three = readonly [past: string, alsoPast: string, future: string];

/**
 * The cues that come with the app: nine a theme, as many positive as negative as neutral, one in three of each pointing ahead,
 * after the balanced sets of the Autobiographical Memory Test (Williams & Broadbent 1986) and its future variant. The questions
 * themselves are ours, see `words/`. An id is stored with every entry: never reuse one for another question.
 */
const IDS = {
  people: {
    positive: ['laughter', 'kindness', 'reunion'],
    negative: ['quarrel', 'left-out', 'hard-talk'],
    neutral: ['stranger', 'known-voice', 'next-to-speak'],
  },
  places: {
    positive: ['at-home', 'view', 'see-again'],
    negative: ['sorry-to-leave', 'unwanted-room', 'changing-place'],
    neutral: ['kitchen', 'usual-seat', 'this-time-tomorrow'],
  },
  firsts: {
    positive: ['first-money', 'by-yourself', 'never-done'],
    negative: ['first-day', 'not-true', 'first-without'],
    neutral: ['first-room', 'shown-how', 'to-learn'],
  },
  senses: {
    positive: ['smell', 'taste-outdoors', 'taste-to-come'],
    negative: ['sound-in-the-dark', 'worn-out', 'to-be-missed'],
    neutral: ['fabric', 'sounds-at-night', 'light-tonight'],
  },
  daily: {
    positive: ['small-success', 'plain-meal', 'looking-forward'],
    negative: ['bad-start', 'forgotten-promise', 'behind-you'],
    neutral: ['morning', 'bag', 'errand'],
  },
  music: {
    positive: ['dance', 'on-repeat', 'live-music'],
    negative: ['turned-off', 'too-loud', 'hard-to-hear'],
    neutral: ['background', 'humming', 'next-song'],
  },
  hands: {
    positive: ['made', 'repaired', 'to-make'],
    negative: ['broken', 'unfinished', 'hands-later'],
    neutral: ['thing', 'by-heart', 'to-fix'],
  },
  weather: {
    positive: ['rain-outside', 'best-weather', 'first-warm-day'],
    negative: ['storm', 'long-season', 'hard-season'],
    neutral: ['changed-plans', 'sky', 'cold-tomorrow'],
  },
  photographs: {
    positive: ['liked-photo', 'glad-you-took', 'photo-to-take'],
    negative: ['missing-in-it', 'in-a-drawer', 'found-by-chance'],
    neutral: ['on-the-wall', 'last-photo', 'photo-of-tomorrow'],
  },
  journeys: {
    positive: ['arrival', 'the-way-there', 'setting-off'],
    negative: ['goodbye', 'lost', 'unwanted-journey'],
    neutral: ['way', 'next-to-you', 'next-way'],
  },
  childhood: {
    positive: ['hiding-place', 'endless-day', 'passed-on'],
    negative: ['afraid', 'told-off', 'soon-gone'],
    neutral: ['place-in-class', 'your-job', 'child-asks'],
  },
  'turning-points': {
    positive: ['managed', 'said-yes', 'beginning'],
    negative: ['went-wrong', 'other-answer', 'letting-go'],
    neutral: ['on-the-spot', 'moving-day', 'small-decision'],
  },
} as const satisfies Readonly<Record<CueTheme, Readonly<Record<Cue['valence'], Three>>>>;

type Ids = typeof IDS;
export type CueId = { [T in keyof Ids]: Ids[T][keyof Ids[T]][number & keyof Ids[T][keyof Ids[T]]] }[keyof Ids] & string;

export const CUE_DECK: readonly DeckCue[] = Object.entries(IDS).flatMap(([theme, classes]) =>
  Object.entries(classes).flatMap(([valence, ids]) =>
    (ids as Three).map(
      (id, at): DeckCue => ({
        id,
        valence: valence as Cue['valence'],
        direction: at === 2 ? 'future' : 'past',
        theme: theme as CueTheme,
      }),
    ),
  ),
);

const BY_ID: ReadonlyMap<string, DeckCue> = new Map(CUE_DECK.map((cue) => [cue.id, cue]));

/** The question with this id, of the deck or from the person themselves; null if there is none. */
export function cueOf(
  id: string | null,
  { own, named }: Pick<CueChoices, 'own' | 'named'>,
): DeckCue | OwnCue | NamedCue | null {
  if (id === null) return null;
  const its = named?.find((one) => one.id === id);
  return BY_ID.get(id) ?? own.find((cue) => cue.id === id) ?? (its ? namedCue(its) : null);
}

/** What a memory answered; null where nobody asked, or this version does not know the question. */
export const cueOfMemory = ({ cueId, ownCue, direction }: Memory): Cue | OwnCue | null =>
  cueId !== null && ownCue ? { id: cueId, direction, ...ownCue } : cueOf(cueId, { own: [] });
