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
  if (isTooShort(text)) return msg('Still short.');
  if (kinds < 5) return msg('Few different characters: a program guesses this soon.');
  if (words >= 4 || text.length >= 20) return msg('Strong: that would take a program ages.');
  return text.length >= 12
    ? msg('Good. A word more makes it better.')
    : msg('It will do. A word or two more make it much stronger.');
}
