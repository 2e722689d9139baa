import { inLocale } from './locale';

const conjunction = inLocale((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));
const enumeration = inLocale((locale) => new Intl.ListFormat(locale, { type: 'unit' }));

/** "a, b and c". */
export const joined = (words: readonly string[]): string => conjunction().format(words);

/** "a, b, c". */
export const enumerated = (words: readonly string[]): string => enumeration().format(words);

/** Whole sentences one after the other; those that have nothing to say are empty. */
export const sentences = (list: readonly string[]): string => list.filter((sentence) => sentence !== '').join(' ');
