import { msg } from '@lit/localize';

/** The least that is taken, in characters (NIST SP 800-63B-4 asks for 8 beside another factor). */
export const MIN_PASSPHRASE = 8;

/**
 * One friendly line about a passphrase, empty before there is one. Length is what counts against a program that guesses;
 * repeats of one character are not length.
 */
export function passphraseHint(passphrase: string): string {
  const text = passphrase.trim();
  if (text === '') return '';
  const kinds = new Set(text).size;
  const words = text.split(/\s+/).filter((word) => word.length > 2).length;
  if (text.length < MIN_PASSPHRASE) return msg('Too short so far.');
  if (kinds < 5) return msg('Too few different characters: a program would soon guess it.');
  if (words >= 4 || text.length >= 20) return msg('Strong: very hard to guess.');
  return text.length >= 12
    ? msg('Good. One more word would make it even better.')
    : msg('That’ll do. A word or two more would make it much stronger.');
}
