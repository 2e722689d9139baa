import type { FEELINGS } from './report';

/** A quarter of the circumplex (Russell 1980): how pleasant, and with how much energy. */
export const QUARTERS = ['lively-pleasant', 'calm-pleasant', 'lively-unpleasant', 'calm-unpleasant'] as const;
export type Quarter = (typeof QUARTERS)[number];

/** Sixty ordinary words for feelings, by quarter. The short list of `FEELINGS` is among them. A name is stored: it never changes. */
export const FEELINGS_BY_QUARTER = {
  'lively-pleasant': [
    ...(['joyful', 'excited', 'proud', 'amused', 'playful', 'curious', 'eager', 'inspired'] as const),
    ...(['hopeful', 'confident', 'alive', 'awed', 'surprised', 'cheerful', 'delighted'] as const),
  ],
  'calm-pleasant': [
    ...(['grateful', 'loving', 'calm', 'relieved', 'content', 'wistful', 'peaceful', 'safe'] as const),
    ...(['tender', 'touched', 'trusting', 'satisfied', 'rested', 'close', 'settled'] as const),
  ],
  'lively-unpleasant': [
    ...(['anxious', 'angry', 'hurt', 'ashamed', 'afraid', 'annoyed', 'frustrated', 'jealous'] as const),
    ...(['embarrassed', 'overwhelmed', 'restless', 'tense', 'disgusted', 'shocked', 'guilty'] as const),
  ],
  'calm-unpleasant': [
    ...(['sad', 'lonely', 'tired', 'bored', 'disappointed', 'discouraged', 'empty', 'numb'] as const),
    ...(['helpless', 'homesick', 'grieving', 'regretful', 'hopeless', 'listless', 'lost'] as const),
  ],
} as const satisfies Readonly<Record<Quarter, readonly string[]>>;

export type NamedFeeling = (typeof FEELINGS_BY_QUARTER)[Quarter][number];

type Missing = Exclude<(typeof FEELINGS)[number], NamedFeeling>;

/** All sixty, quarter by quarter. It does not compile if one of the short list is missing. */
export const ALL_FEELINGS: Missing extends never ? readonly NamedFeeling[] : never = QUARTERS.flatMap(
  (quarter) => FEELINGS_BY_QUARTER[quarter],
);
