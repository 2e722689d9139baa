import { msg, str } from '@lit/localize';
import type { Company, JudgedEffects } from '../../insights/chapters/company';
import type { Judged } from '../../insights/chapters/judged';
import type { Strength } from '../../insights/findings/pattern';
import { sentences } from '../../words/lists';
import { formatCount, formatValence } from '../../words/numbers';
import { plural } from '../../words/plural';
import { feelingWord } from '../../words/report/feeling-words';
import { type ChapterWords, labelled, needsWords } from '../drawing/drawn-chapter';
import { differenceWords } from '../kit/effect-words';
import { evidenceWords } from '../kit/evidence-words';
import type { TableData } from '../kit/table-data';

/** One thing that was looked at: a tag, or the day after a feeling. */
export interface Companion extends Judged {
  readonly kind: 'tag' | 'feeling';
}

const PLACES: Readonly<Record<Strength, number>> = { steady: 0, likely: 1, hint: 2, chance: 3 };

/** All of them, surest first; of those that are told to be as sure, tags first, because people ask after what they can do. */
export const companionsOf = ({ tags, feelings }: Company): readonly Companion[] =>
  [...kindOf('tag', tags), ...kindOf('feeling', feelings)].sort(
    (a, b) =>
      PLACES[a.evidence.strength] - PLACES[b.evidence.strength] ||
      Number(a.kind === 'feeling') - Number(b.kind === 'feeling') ||
      a.adjustedP - b.adjustedP ||
      a.p - b.p,
  );

const kindOf = (kind: Companion['kind'], { known }: JudgedEffects): readonly Companion[] =>
  known.map((effect) => ({ ...effect, kind }));

export const companionName = ({ kind, name }: Companion): string =>
  kind === 'tag' ? name : msg(str`the day after “${feelingWord(name)}”`);

export function companyWords(company: Company): ChapterWords {
  const [surest] = companionsOf(company);
  if (!surest) {
    const needs = [company.tags.needs, company.feelings.needs].filter((each) => each !== null);
    return {
      finding: msg('What goes with more pleasant days'),
      evidence:
        needs.length > 0
          ? needsWords(Math.min(...needs))
          : msg('Tags and feelings you’ve used more than once will show here.'),
      numbers: '',
    };
  }
  if (surest.evidence.strength === 'chance')
    return {
      finding: msg('No tag or feeling stands out.'),
      evidence: evidenceWords(surest.evidence),
      numbers: numbersOf(surest),
    };
  return { finding: findingOf(surest), evidence: evidenceWords(surest.evidence), numbers: numbersOf(surest) };
}

function findingOf({ kind, name, slope }: Companion): string {
  if (kind === 'tag')
    return slope > 0
      ? msg(str`“${name}” goes with more pleasant moments.`)
      : msg(str`“${name}” goes with less pleasant moments.`);
  return slope > 0
    ? msg(str`The day after “${feelingWord(name)}” tends to feel more pleasant.`)
    : msg(str`The day after “${feelingWord(name)}” tends to feel less pleasant.`);
}

const numbersOf = (one: Companion): string => labelled(companionName(one), differenceWords(one));

export const companionWords = (one: Companion): string => sentences([numbersOf(one), evidenceWords(one.evidence)]);

export function companyTable(company: Company): TableData {
  const all = companionsOf(company);
  return {
    caption: plural(
      msg(
        '{n, plural, one {One was looked at. The difference is how much higher or lower you rate with it than without, on a scale from −1 to 1.} other {{n} were looked at, the surest first. The difference is how much higher or lower you rate with it than without, on a scale from −1 to 1.}}',
      ),
      { n: all.length },
    ),
    columns: [msg('what'), msg('difference'), msg('95% interval'), msg('with it')],
    rows: all.map((one) => ({
      cells: [
        companionName(one),
        formatValence(one.slope),
        msg(str`${formatValence(one.low)} to ${formatValence(one.high)}`),
        formatCount(one.with),
      ],
    })),
  };
}
