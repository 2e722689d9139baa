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
          `${msg(str`In ${finding.n} recalls they tended to rise and fall together ${interval(finding)}.`)} ${quieter(finding)}`.trim(),
      };
    case 'apart':
      return {
        heading: msg('Your face and your words tend to go different ways.'),
        sentence: msg(str`In ${finding.n} recalls one tended to rise when the other fell ${interval(finding)}.`),
      };
    case 'unclear':
      return {
        heading: msg('It isn’t clear yet how your face and your words go together.'),
        sentence: msg(str`In ${finding.n} recalls there’s no clear connection ${interval(finding)}. That’s common.`),
      };
    case 'no-spread':
      return {
        heading: msg('There’s nothing to compare yet.'),
        sentence:
          finding.which === 'self'
            ? msg(str`You gave the same rating in all ${finding.n} recalls.`)
            : msg(str`Your face showed the same in all ${finding.n} recalls.`),
      };
    case 'too-few':
      return { heading: msg('Too early to tell.'), sentence: missing(finding, someApart) };
  }
}

type Known = Extract<Finding, { r: number }>;

const interval = ({ r, low, high }: Known): string =>
  msg(str`(correlation ${formatValence(r)}, 95% interval ${formatValence(low)} to ${formatValence(high)})`);

const quieter = ({ quieterFace }: Known): string =>
  quieterFace ? msg('Your face varies less than your ratings do.') : '';

type TooFew = Extract<Finding, { kind: 'too-few' }>;

function missing({ n, missing: more }: TooFew, someApart: boolean): string {
  const having = someApart ? comparable(n) : readable(n);
  return `${having} ${more === 1 ? msg('After one more, the two can be compared.') : msg(str`After ${more} more, the two can be compared.`)}`;
}

function readable(n: number): string {
  if (n === 0) return msg('No recall has both a rating and a readable face yet.');
  return n === 1
    ? msg('One recall so far has both a rating and a readable face.')
    : msg(str`${n} recalls so far have both a rating and a readable face.`);
}

function comparable(n: number): string {
  if (n === 0) return msg('No recall has both a rating and a face that can be compared yet.');
  return n === 1
    ? msg('One recall so far has both a rating and a face that can be compared.')
    : msg(str`${n} recalls so far have both a rating and a face that can be compared.`);
}
