import { msg } from '@lit/localize';
import type { Direction } from '../../domain/memory/memory';

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
  timeAhead: { text: msg('When will it be, roughly?'), hint: msg('A guess is fine.') },
  lifePeriod: { text: msg('Which time of your life was it?'), hint: '' },
  oneOccasion: {
    text: msg('Is it a single occasion?'),
    hint: msg('Not something that happens again and again.'),
  },
  withinADay: { text: msg('Does it all fit into one day?'), hint: '' },
  people: {
    text: msg('Who’s in it with you?'),
    hint: msg('Names, or words like “my sister”. They stay with the entry as tags.'),
  },
  place: { text: msg('Where does it take you?'), hint: msg('A town, a kitchen, a stretch of river.') },
  perspective: {
    text: msg('How do you see it?'),
    hint: msg('Picture it for a moment before you answer.'),
  },
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

/** Asked in *report* as well, folded: what can only be told once it was relived. */
export const afterQuestions = () => ({
  reliving: {
    text: msg('How much did it feel like being there again?'),
    low: msg('not at all'),
    high: msg('completely'),
  },
  rehearsal: { text: msg('How often does it come to mind?'), low: msg('hardly ever'), high: msg('very often') },
  feelsNow: { text: msg('How does it feel now, compared with then?') },
});

/** What stands on the calm screen of the recall. Speaking moves the mouth, so it is not asked for. */
export const recallPrompt = (direction: Direction): Question => ({
  text: direction === 'past' ? msg('Go back there.') : msg('Imagine you’re there.'),
  hint: msg('What do you see? Who’s with you? You don’t have to say anything.'),
});
