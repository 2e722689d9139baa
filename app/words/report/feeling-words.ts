import { msg, str } from '@lit/localize';
import type { NamedFeeling } from '../../domain/report/feelings';

/** The word for an offered feeling, lower case; the person's own words come back exactly as they wrote them. */
export function feelingWord(name: string): string {
  const words: Record<NamedFeeling, string> = {
    joyful: msg('joyful'),
    excited: msg('excited'),
    proud: msg('proud'),
    grateful: msg('grateful'),
    loving: msg('loving'),
    calm: msg('calm'),
    relieved: msg('relieved'),
    content: msg('content'),
    wistful: msg('wistful'),
    sad: msg('sad'),
    lonely: msg('lonely'),
    tired: msg('tired'),
    ashamed: msg('ashamed'),
    anxious: msg('anxious'),
    angry: msg('angry'),
    hurt: msg('hurt'),
    amused: msg('amused'),
    playful: msg('playful'),
    curious: msg('curious'),
    eager: msg('eager'),
    inspired: msg('inspired'),
    hopeful: msg('hopeful'),
    confident: msg('confident'),
    alive: msg('alive'),
    awed: msg('awed'),
    surprised: msg('surprised'),
    cheerful: msg('cheerful'),
    delighted: msg('delighted'),
    peaceful: msg('peaceful'),
    safe: msg('safe'),
    tender: msg('tender'),
    touched: msg('touched'),
    trusting: msg('trusting'),
    satisfied: msg('satisfied'),
    rested: msg('rested'),
    close: msg('close'),
    settled: msg('settled'),
    afraid: msg('afraid'),
    annoyed: msg('annoyed'),
    frustrated: msg('frustrated'),
    jealous: msg('jealous'),
    embarrassed: msg('embarrassed'),
    overwhelmed: msg('overwhelmed'),
    restless: msg('restless'),
    tense: msg('tense'),
    disgusted: msg('disgusted'),
    shocked: msg('shocked'),
    guilty: msg('guilty'),
    bored: msg('bored'),
    disappointed: msg('disappointed'),
    discouraged: msg('discouraged'),
    empty: msg('empty'),
    numb: msg('numb'),
    helpless: msg('helpless'),
    homesick: msg('homesick'),
    grieving: msg('grieving'),
    regretful: msg('regretful'),
    hopeless: msg('hopeless'),
    listless: msg('listless'),
    lost: msg('lost'),
  };
  return Object.hasOwn(words, name) ? words[name as NamedFeeling] : name;
}

/** How strong a chosen feeling was, for intensities 1..5. */
export function intensityWord(intensity: number): string {
  const words = [msg('a touch'), msg('a little'), msg('moderately'), msg('strongly'), msg('very strongly')];
  return words[Math.min(words.length, Math.max(1, Math.round(intensity))) - 1] ?? '';
}

/** A feeling with its strength: "calm (a little)". */
export const feltWord = (name: string, intensity: number): string =>
  msg(str`${feelingWord(name)} (${intensityWord(intensity)})`);
