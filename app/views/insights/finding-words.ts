import { msg, str } from '@lit/localize';
import type { Finding } from '../../insights/findings/finding';
import { formatValence } from '../../words/numbers';

/** From this correlation on the two are said to move together "mostly", below it "a little" (Cohen 1988: 0.5 is large). */
const MOSTLY = 0.5;

/** A finding as a heading and the sentence that carries its numbers. */
export interface FindingWords {
  readonly heading: string;
  readonly sentence: string;
}

/**
 * What can be said of face and words together: always with its n, and with its interval or with what is missing. `someApart`:
 * there are faces besides that are not compared, so that n is not the number of all that were read.
 */
export function findingWords(finding: Finding, someApart = false): FindingWords {
  switch (finding.kind) {
    case 'together':
      return {
        heading:
          finding.r >= MOSTLY
            ? msg('Your face and your words mostly move together.')
            : msg('Your face and your words move together a little.'),
        sentence:
          `${msg(str`In ${finding.n} recalls they rose and fell together ${interval(finding)}.`)} ${quieter(finding)}`.trim(),
      };
    case 'apart':
      return {
        heading: msg('Your face and your words tend to part.'),
        sentence: msg(str`In ${finding.n} recalls one rose where the other fell ${interval(finding)}.`),
      };
    case 'unclear':
      return {
        heading: msg('It is open how your face and your words go together.'),
        sentence: msg(str`In ${finding.n} recalls no clear connection shows ${interval(finding)}. That is common.`),
      };
    case 'no-spread':
      return {
        heading: msg('There is nothing to compare yet.'),
        sentence:
          finding.which === 'self'
            ? msg(str`In all ${finding.n} recalls your rating was the same.`)
            : msg(str`In all ${finding.n} recalls your face showed the same.`),
      };
    case 'too-few':
      return { heading: msg('It is too early to say.'), sentence: missing(finding, someApart) };
  }
}

type Known = Extract<Finding, { r: number }>;

const interval = ({ r, low, high }: Known): string =>
  msg(str`(r = ${formatValence(r)}, 95 % ${formatValence(low)} to ${formatValence(high)})`);

const quieter = ({ quieterFace }: Known): string =>
  quieterFace ? msg('Your face shows smaller differences than your words.') : '';

type TooFew = Extract<Finding, { kind: 'too-few' }>;

function missing({ n, missing: more }: TooFew, someApart: boolean): string {
  const having = someApart ? comparable(n) : readable(n);
  return `${having} ${more === 1 ? msg('One more, and the two can be compared.') : msg(str`${more} more, and the two can be compared.`)}`;
}

function readable(n: number): string {
  if (n === 0) return msg('There is no recall with a rating and a readable face yet.');
  return n === 1
    ? msg('There is one recall with a rating and a readable face.')
    : msg(str`There are ${n} recalls with a rating and a readable face.`);
}

function comparable(n: number): string {
  if (n === 0) return msg('There is no recall with a rating and a face that can be compared yet.');
  return n === 1
    ? msg('There is one recall with a rating and a face that can be compared.')
    : msg(str`There are ${n} recalls with a rating and a face that can be compared.`);
}
