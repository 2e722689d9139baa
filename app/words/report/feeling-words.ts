import { msg, str } from '@lit/localize';
import type { FEELINGS } from '../../domain/report/report';

type Offered = (typeof FEELINGS)[number];

let others = (): Readonly<Record<string, string>> => ({});

/** Has the words for other feelings than the short list: most people never choose one. In English a name is its own word. */
export function alsoFeelings(words: () => Readonly<Record<string, string>>): void {
  others = words;
}

/** The word for an offered feeling, lower case; the person's own words come back exactly as they wrote them. */
export function feelingWord(name: string): string {
  const words: Record<Offered, string> = {
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
  };
  if (Object.hasOwn(words, name)) return words[name as Offered];
  const more = others();
  return Object.hasOwn(more, name) ? more[name]! : name;
}

/** How strong a chosen feeling was, for intensities 1..5. */
export function intensityWord(intensity: number): string {
  const words = [msg('a touch'), msg('a little'), msg('moderately'), msg('strongly'), msg('very strongly')];
  return words[Math.min(words.length, Math.max(1, Math.round(intensity))) - 1] ?? '';
}

/** A feeling with its strength: "calm (a little)". */
export const feltWord = (name: string, intensity: number): string =>
  msg(str`${feelingWord(name)} (${intensityWord(intensity)})`);
