import { msg } from '@lit/localize';
import type { Direction, Specificity } from '../../domain/memory/memory';

/** One question with what may stand below it. */
export interface Question {
  readonly text: string;
  readonly hint: string;
}

/** Asked in *choose*, camera off. Only the title is needed; every other answer may be left open. */
export const chooseQuestions = () => ({
  title: {
    text: msg('What would you call this memory?'),
    hint: msg('A few words that mean something to you.'),
  },
  direction: { text: msg('Has it happened, or is it still to come?'), hint: '' },
  when: { text: msg('When was it, roughly?'), hint: msg('A guess is fine.') },
  oneOccasion: {
    text: msg('Is it a single occasion?'),
    hint: msg('Not something that happens again and again.'),
  },
  withinADay: { text: msg('Does it all fit into one day?'), hint: '' },
  selfRelevance: {
    text: msg('How much is it part of who you are?'),
    hint: msg('1 hardly at all, 7 very much'),
  },
  expectedValence: {
    text: msg('What do you expect it to be like?'),
    hint: msg('Just a guess. You’ll rate it afterwards.'),
  },
});

/** Asked in *report*, after the two scales of `rating-words.ts`. */
export const reportQuestions = () => ({
  feelings: {
    text: msg('What did you feel?'),
    hint: msg('Pick any that fit, or add your own.'),
  },
  vividness: { text: msg('How vivid was it?'), hint: msg('1 barely, 7 as if you were there') },
  note: { text: msg('Anything you want to remember?'), hint: msg('Only you will read this.') },
});

/** What stands on the calm screen of the recall. Speaking moves the mouth, so it is not asked for. */
export const recallPrompt = (direction: Direction): Question => ({
  text: direction === 'past' ? msg('Go back there.') : msg('Imagine you’re there.'),
  hint: msg('What do you see? Who’s with you? You don’t have to say anything.'),
});

/**
 * The person's own classification from two plain questions, in the terms of the Autobiographical Memory Test
 * (Williams & Broadbent 1986; the one-day rule as in Heron et al. 2012). Null while it cannot be told.
 */
export function specificityOf(oneOccasion: boolean | null, withinADay: boolean | null): Specificity | null {
  if (oneOccasion === null) return null;
  if (!oneOccasion) return 'categoric';
  if (withinADay === null) return null;
  return withinADay ? 'specific' : 'extended';
}
