import { msg } from '@lit/localize';
import type { Cue } from '../../domain/memory/memory';
import type { CueId } from './cue-deck';

/** A cue as it is shown: a gentle, concrete question and one line that invites a single moment. */
export interface CueWords {
  readonly question: string;
  readonly invitation: string;
}

/** The words for a cue; for one this version does not know (from a backup of a newer one), an open question. */
export function cueWords(cue: Pick<Cue, 'id'>): CueWords {
  const words: Record<CueId, CueWords> = { ...positiveCues(), ...negativeCues(), ...neutralCues() };
  return Object.hasOwn(words, cue.id) ? words[cue.id as CueId] : ownMemoryWords();
}

/** When the person brings a memory of their own. */
export const ownMemoryWords = (): CueWords => ({
  question: msg('Which moment would you like to go back to?'),
  invitation: msg('Any moment of yours, big or small. One is enough.'),
});

type PositiveId = Extract<typeof import('./cue-deck').CUE_DECK[number], { valence: 'positive' }>['id'];
type NegativeId = Extract<typeof import('./cue-deck').CUE_DECK[number], { valence: 'negative' }>['id'];
type NeutralId = Exclude<CueId, PositiveId | NegativeId>;

const positiveCues = (): Record<PositiveId, CueWords> => ({
  laughter: {
    question: msg('When did you last laugh until it hurt?'),
    invitation: msg('Who was there, and what set you off? Stay with that one moment.'),
  },
  managed: {
    question: msg('What did you pull off that you weren’t sure you could?'),
    invitation: msg('Go back to the minute you knew it had worked.'),
  },
  kindness: {
    question: msg('Who was kind to you when they didn’t have to be?'),
    invitation: msg('A face, a voice, what they did. One moment is enough.'),
  },
  arrival: {
    question: msg('Whose arrival made you happy?'),
    invitation: msg('A door, a platform, someone waving. Be there again.'),
  },
  'looking-forward': {
    question: msg('What are you looking forward to?'),
    invitation: msg('Pick one hour of it. Where are you, and what do you see first?'),
  },
  reunion: {
    question: msg('Who will you be happy to see again?'),
    invitation: msg('Imagine the first minute: the place, the way they walk, the first words.'),
  },
});

const negativeCues = (): Record<NegativeId, CueWords> => ({
  goodbye: {
    question: msg('Which goodbye has stayed with you?'),
    invitation: msg('The place, the light, the way home. Go only as close as you like.'),
  },
  quarrel: {
    question: msg('Which argument do you wish you could redo?'),
    invitation: msg('Where you stood, what was said. One moment of it is enough.'),
  },
  'went-wrong': {
    question: msg('What went wrong that mattered to you?'),
    invitation: msg('The moment you realised. You can stop whenever you want.'),
  },
  'left-out': {
    question: msg('When did you feel left out?'),
    invitation: msg('The room, the others, where you looked. Go only as close as you like.'),
  },
  'behind-you': {
    question: msg('What do you wish were already behind you?'),
    invitation: msg('Imagine the minute before it begins. You can stop whenever you want.'),
  },
  'letting-go': {
    question: msg('What will be hard to let go of?'),
    invitation: msg('Imagine the day it comes. One image is enough.'),
  },
});

const neutralCues = (): Record<NeutralId, CueWords> => ({
  kitchen: {
    question: msg('Which moment in a kitchen has stayed with you?'),
    invitation: msg('A place, a smell, someone at the table. One moment is enough.'),
  },
  way: {
    question: msg('Which route did you once know by heart?'),
    invitation: msg('Walk a few steps of it on one particular day: a corner, a gate, the ground underfoot.'),
  },
  morning: {
    question: msg('How did this morning begin?'),
    invitation: msg('The light, the first sound, the first thing you reached for.'),
  },
  thing: {
    question: msg('Which object was always in your hands?'),
    invitation: msg('Its weight, its feel, where you kept it. Pick it up once more.'),
  },
  'this-time-tomorrow': {
    question: msg('Where will you be this time tomorrow?'),
    invitation: msg('Look around: what’s nearby, and what can you hear?'),
  },
  errand: {
    question: msg('What’s your next errand?'),
    invitation: msg('Walk through it once in your mind, starting at the door.'),
  },
});
