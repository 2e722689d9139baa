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
    hint: msg('A few words only you need to understand.'),
  },
  direction: { text: msg('Has it happened, or is it still to come?'), hint: '' },
  when: { text: msg('About when?'), hint: msg('Roughly is fine.') },
  oneOccasion: {
    text: msg('Is it one particular occasion?'),
    hint: msg('Not something that happened again and again.'),
  },
  withinADay: { text: msg('Did it take less than a day?'), hint: '' },
  selfRelevance: {
    text: msg('How much does it belong to who you are?'),
    hint: msg('1 hardly, 7 very much'),
  },
  expectedValence: { text: msg('What do you expect it to be like?'), hint: msg('A guess; you rate it afterwards.') },
});

/** Asked in *report*, after the two scales of `rating-words.ts`. */
export const reportQuestions = () => ({
  feelings: {
    text: msg('What did you feel?'),
    hint: msg('As many as fit, in your own words too.'),
  },
  vividness: { text: msg('How clearly was it there?'), hint: msg('1 hardly, 7 as if you were in it') },
  note: { text: msg('Anything to remember about it?'), hint: msg('Only you will read this.') },
});

/** What stands on the calm screen of the recall. Speaking moves the mouth, so it is not asked for. */
export const recallPrompt = (direction: Direction): Question => ({
  text: direction === 'past' ? msg('Be there again.') : msg('Be there already.'),
  hint: msg('What do you see? Who is near? You need not say anything.'),
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
