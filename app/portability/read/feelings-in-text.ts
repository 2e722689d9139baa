import { msg, str } from '@lit/localize';
import { splitPairs } from '../../base/word-list';
import { ALL_FEELINGS } from '../../domain/report/feelings';
import type { Feeling } from '../../domain/report/report';
import { RowFault } from './import-row';

/** How strong a feeling is taken to be where the file does not say: the middle. */
const PLAIN_INTENSITY = 3;

/** The feelings in one text: `calm:4; grateful`, or parted by commas or bars where there is no semicolon. Throws RowFault. */
export function feelingsIn(text: string): Feeling[] {
  const pairs = text.includes(';') ? splitPairs(text) : text.split(/[,|،、\n]/).flatMap((part) => splitPairs(part));
  return withoutRepeats(
    pairs
      .filter(([name]) => name !== '')
      .map(([word, strength]) => {
        const intensity = strength === null ? PLAIN_INTENSITY : Number(strength);
        if (!Number.isInteger(intensity) || intensity < 1 || intensity > 5) {
          throw new RowFault(msg(str`feelings: “${strength}” is not a strength from 1 to 5.`));
        }
        return { name: ourName(word), intensity };
      }),
  );
}

/** Feelings by their names alone. */
export const feelingsNamed = (names: readonly string[]): Feeling[] =>
  withoutRepeats(
    names
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => ({ name: ourName(name), intensity: PLAIN_INTENSITY })),
  );

/** One that is offered here goes by the name it has here. */
const ourName = (word: string): string => ALL_FEELINGS.find((name) => name === word.toLowerCase()) ?? word;

/** No feeling twice, however it is spelt: the first stays. */
function withoutRepeats(feelings: readonly Feeling[]): Feeling[] {
  const seen = new Set<string>();
  return feelings.filter(({ name }) => {
    const key = name.normalize('NFC').toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}
