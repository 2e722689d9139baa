import { msg } from '@lit/localize';
import { isTooShort } from '../../domain/settings/passphrase';

/**
 * One friendly line about a passphrase, empty before there is one. Length is what counts against a program that guesses;
 * repeats of one character are not length.
 */
export function passphraseHint(passphrase: string): string {
  const text = passphrase.trim();
  if (text === '') return '';
  const kinds = new Set(text).size;
  const words = text.split(/\s+/).filter((word) => word.length > 2).length;
  if (isTooShort(text)) return msg('Too short so far.');
  if (kinds < 5) return msg('Too few different characters: a program would soon guess it.');
  if (words >= 4 || text.length >= 20) return msg('Strong: very hard to guess.');
  return text.length >= 12
    ? msg('Good. One more word would make it even better.')
    : msg('That’ll do. A word or two more would make it much stronger.');
}
