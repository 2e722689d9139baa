import { msg } from '@lit/localize';
import { plural } from '../plural';

/** The two ends of a scale and its question. */
export interface ScaleWords {
  readonly question: string;
  readonly low: string;
  readonly high: string;
}

export const valenceScale = (): ScaleWords => ({
  question: msg('How did it feel to be there?'),
  low: msg('unpleasant'),
  high: msg('pleasant'),
});

export const arousalScale = (): ScaleWords => ({
  question: msg('How strongly did it affect you?'),
  low: msg('calm'),
  high: msg('stirred up'),
});

/** From which share of the half-scale on a rating is called "a little", "quite" and "very". Ours: a seventh of the scale each. */
const STEPS = [1 / 7, 3 / 7, 5 / 7] as const;

/** A valence of -1..1 in words, seven steps of equal width, for lists and screen readers. */
export function valenceWord(value: number): string {
  const pleasant = [
    msg('neither pleasant nor unpleasant'),
    msg('a little pleasant'),
    msg('pleasant'),
    msg('very pleasant'),
  ];
  const unpleasant = [pleasant[0]!, msg('a little unpleasant'), msg('unpleasant'), msg('very unpleasant')];
  return (value < 0 ? unpleasant : pleasant)[stepOf(value)]!;
}

/** An arousal of -1..1 in words. */
export function arousalWord(value: number): string {
  const stirred = [
    msg('neither calm nor stirred up'),
    msg('a little stirred up'),
    msg('stirred up'),
    msg('very stirred up'),
  ];
  const still = [stirred[0]!, msg('fairly calm'), msg('calm'), msg('very calm')];
  return (value < 0 ? still : stirred)[stepOf(value)]!;
}

const stepOf = (value: number): number => STEPS.filter((step) => Math.abs(value) > step).length;

/** An answer on a scale of seven: `5 / 7`. */
export const ofSeven = (value: number): string => plural(msg('{value} / {most}'), { value, most: 7 });
