import { msg } from '@lit/localize';
import { MIN_PASSPHRASE_LENGTH } from '../../domain/settings/passphrase';
import { plural } from '../plural';

/** What is said of a passphrase that is too short. */
export const tooShortWords = (): string =>
  plural(msg('{n, plural, one {Use at least one character.} other {Use at least {n} characters.}}'), {
    n: MIN_PASSPHRASE_LENGTH,
  });
