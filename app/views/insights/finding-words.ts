import { msg } from '@lit/localize';
import type { Finding } from '../../insights/findings/finding';
import { sentences } from '../../words/lists';
import { formatValence } from '../../words/numbers';
import { plural } from '../../words/plural';

/** From this correlation on the two are said to move together "mostly", below it "a little" (Cohen 1988: 0.5 is large). */
const MOSTLY = 0.5;

/** A finding in words: a heading, a plain sentence, and the numbers behind it. */
export interface FindingWords {
  readonly heading: string;
  /** In plain words, with how many recalls that is from. */
  readonly sentence: string;
  /** The correlation and its interval; empty where there is none. */
  readonly numbers: string;
}

/**
 * What can be said of face and words together: always with its n, and with its interval among the numbers, or with what is missing. `someApart`:
 * there are faces besides that are not compared, so that n is not the number of all that were read.
 */
export function findingWords(finding: Finding, someApart = false): FindingWords {
  return { ...plainWords(finding, someApart), numbers: 'r' in finding ? numbersOf(finding) : '' };
}

function plainWords(finding: Finding, someApart: boolean): Omit<FindingWords, 'numbers'> {
  switch (finding.kind) {
    case 'together':
      return {
        heading:
          finding.r >= MOSTLY
            ? msg('Your face and your words mostly move together.')
            : msg('Your face and your words move together a little.'),
        sentence: sentences([
          counted(
            msg(
              '{n, plural, one {In one recall they tended to rise and fall together.} other {In {n} recalls they tended to rise and fall together.}}',
            ),
            finding,
          ),
          quieter(finding),
        ]),
      };
    case 'apart':
      return {
        heading: msg('Your face and your words tend to go different ways.'),
        sentence: counted(
          msg(
            '{n, plural, one {In one recall one tended to rise when the other fell.} other {In {n} recalls one tended to rise when the other fell.}}',
          ),
          finding,
        ),
      };
    case 'unclear':
      return {
        heading: msg('It isn’t clear yet how your face and your words go together.'),
        sentence: counted(
          msg(
            '{n, plural, one {In one recall there’s no clear connection. That’s common.} other {In {n} recalls there’s no clear connection. That’s common.}}',
          ),
          finding,
        ),
      };
    case 'no-spread':
      return {
        heading: msg('There’s nothing to compare yet.'),
        sentence:
          finding.which === 'self'
            ? plural(
                msg(
                  '{n, plural, one {You gave one rating in one recall.} other {You gave the same rating in all {n} recalls.}}',
                ),
                { n: finding.n },
              )
            : plural(
                msg(
                  '{n, plural, one {Your face showed one thing in one recall.} other {Your face showed the same in all {n} recalls.}}',
                ),
                { n: finding.n },
              ),
      };
    case 'too-few':
      return { heading: msg('Too early to tell.'), sentence: missing(finding, someApart) };
  }
}

type Known = Extract<Finding, { r: number }>;

const counted = (message: string, { n }: Known): string => plural(message, { n });

/** The number of recalls, the correlation and its interval. */
const numbersOf = ({ n, r, low, high }: Known): string =>
  plural(
    msg(
      '{n, plural, one {Correlation {r} in one recall, 95% interval {low} to {high}.} other {Correlation {r} in {n} recalls, 95% interval {low} to {high}.}}',
    ),
    { n, r: formatValence(r), low: formatValence(low), high: formatValence(high) },
  );

const quieter = ({ quieterFace }: Known): string =>
  quieterFace ? msg('Your face varies less than your ratings do.') : '';

type TooFew = Extract<Finding, { kind: 'too-few' }>;

function missing({ n, missing: more }: TooFew, someApart: boolean): string {
  const needed = plural(
    msg(
      '{more, plural, one {After one more, the two can be compared.} other {After {more} more, the two can be compared.}}',
    ),
    { more },
  );
  return sentences([someApart ? comparable(n) : readable(n), needed]);
}

function readable(n: number): string {
  if (n === 0) return msg('No recall has both a rating and a readable face yet.');
  return plural(
    msg(
      '{n, plural, one {One recall so far has both a rating and a readable face.} other {{n} recalls so far have both a rating and a readable face.}}',
    ),
    { n },
  );
}

function comparable(n: number): string {
  if (n === 0) return msg('No recall has both a rating and a face that can be compared yet.');
  return plural(
    msg(
      '{n, plural, one {One recall so far has both a rating and a face that can be compared.} other {{n} recalls so far have both a rating and a face that can be compared.}}',
    ),
    { n },
  );
}
