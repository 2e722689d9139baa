import { msg } from '@lit/localize';
import type { NamedFeeling, Quarter } from '../../domain/report/feelings';

/** What a feeling is like, in one line; apart from its word, because few look it up. */
export const feelingMeanings = (): Readonly<Record<NamedFeeling, string>> => ({
  joyful: msg('Something in you is singing.'),
  excited: msg('It can’t come soon enough.'),
  proud: msg('You did that, and you know it.'),
  amused: msg('Something made you smile.'),
  playful: msg('In the mood for nonsense.'),
  curious: msg('You want to know how it goes on.'),
  eager: msg('Ready to start right away.'),
  inspired: msg('Full of ideas you’d like to try.'),
  hopeful: msg('It could turn out well.'),
  confident: msg('You can do this.'),
  alive: msg('Wide awake, with everything turned up.'),
  awed: msg('Small beside something big, in a good way.'),
  surprised: msg('You didn’t see that coming.'),
  cheerful: msg('Light-hearted, for no special reason.'),
  delighted: msg('It’s even better than you’d hoped.'),
  grateful: msg('Glad of something you were given.'),
  loving: msg('Your heart goes out to someone.'),
  calm: msg('Nothing is pulling at you.'),
  relieved: msg('A weight has come off.'),
  content: msg('Nothing’s missing right now.'),
  wistful: msg('A little sad and a little sweet, about something gone.'),
  peaceful: msg('Quiet inside and out.'),
  safe: msg('Nothing can happen to you here.'),
  tender: msg('Soft, and careful with someone.'),
  touched: msg('Something reached you.'),
  trusting: msg('You can leave it in someone’s hands.'),
  satisfied: msg('It’s done, and done well.'),
  rested: msg('You’ve got your strength back.'),
  close: msg('Near to someone, even without words.'),
  settled: msg('Things have found their place.'),
  anxious: msg('Something might go wrong, and you can’t stop thinking about it.'),
  angry: msg('Something isn’t right, and you want to push back.'),
  hurt: msg('Someone got you where it hurts.'),
  ashamed: msg('You’d rather not be seen.'),
  afraid: msg('Something threatens you.'),
  annoyed: msg('It gets on your nerves.'),
  frustrated: msg('You keep trying, and it won’t work.'),
  jealous: msg('Someone has what you’d like to have, or might lose.'),
  embarrassed: msg('Everyone saw, or it feels that way.'),
  overwhelmed: msg('It’s all too much at once.'),
  restless: msg('You can’t sit still.'),
  tense: msg('Tight, as if you were waiting for something.'),
  disgusted: msg('You want it far away from you.'),
  shocked: msg('It hit you before you could think.'),
  guilty: msg('You did something you wish you hadn’t.'),
  sad: msg('Something’s gone, or missing.'),
  lonely: msg('You’d like someone to be there.'),
  tired: msg('You need rest.'),
  bored: msg('Nothing holds your attention.'),
  disappointed: msg('You’d hoped for more.'),
  discouraged: msg('You feel like giving up.'),
  empty: msg('There’s nothing there where something should be.'),
  numb: msg('You can’t feel much of anything.'),
  helpless: msg('There’s nothing you can do about it.'),
  homesick: msg('You miss a place, and who you are there.'),
  grieving: msg('You’re missing someone or something you’ve lost.'),
  regretful: msg('You wish it had gone another way.'),
  hopeless: msg('You can’t see how it could get better.'),
  listless: msg('Nothing seems worth getting up for.'),
  lost: msg('You don’t know where to go from here.'),
});

/** What the feelings of a quarter have in common. */
export function quarterWord(quarter: Quarter): string {
  switch (quarter) {
    case 'lively-pleasant':
      return msg('Pleasant, with energy');
    case 'calm-pleasant':
      return msg('Pleasant, and calm');
    case 'lively-unpleasant':
      return msg('Unpleasant, with energy');
    case 'calm-unpleasant':
      return msg('Unpleasant, with little energy');
  }
}
