import { msg } from '@lit/localize';
import type { Evidence, Strength } from '../../insights/findings/pattern';
import { sentences } from '../../words/lists';
import { plural } from '../../words/plural';

/** How sure it is, and in how many months it was seen where months can tell. */
export function evidenceWords({ strength, months }: Evidence): string {
  const words: Record<Strength, string> = {
    chance: msg('This could well be chance.'),
    hint: msg('There may be something in it, or it’s chance: it’s too early to tell.'),
    likely: msg('This is probably more than chance.'),
    steady: msg('This is very unlikely to be chance.'),
  };
  return sentences([words[strength], strength === 'steady' && months ? monthsWords(months) : '']);
}

const monthsWords = ({ seen, of }: NonNullable<Evidence['months']>): string =>
  plural(msg('{of, plural, one {It was seen in {seen} of one month.} other {It was seen in {seen} of {of} months.}}'), {
    seen,
    of,
  });
