import { msg, str } from '@lit/localize';
import type { Company } from '../../insights/chapters/company';
import type { Judged } from '../../insights/chapters/judged';
import type { Strength } from '../../insights/findings/pattern';
import type { MemorySide } from '../../insights/statistics/memory-effects';
import { sentences } from '../../words/lists';
import { formatCount, formatValence } from '../../words/numbers';
import { plural } from '../../words/plural';
import { feelingWord } from '../../words/report/feeling-words';
import { type ChapterWords, labelled, needsWords } from '../drawing/drawn-chapter';
import { differenceWords } from '../kit/effect-words';
import { evidenceWords } from '../kit/evidence-words';
import type { TableData } from '../kit/table-data';

/** One thing that was looked at: a tag, what a memory was like, or the day after a feeling. */
export type Companion =
  | (Judged & { readonly kind: 'tag' | 'feeling' })
  | (Judged<MemorySide> & { readonly kind: 'memory' });

const KINDS: readonly Companion['kind'][] = ['tag', 'memory', 'feeling'];
const PLACES: Readonly<Record<Strength, number>> = { steady: 0, likely: 1, hint: 2, chance: 3 };

/** All of them, surest first; of those that are told to be as sure, tags first, because people ask after what they can do. */
export const companionsOf = ({ tags, feelings, memories }: Company): readonly Companion[] =>
  [
    ...tags.known.map((one) => ({ ...one, kind: 'tag' as const })),
    ...feelings.known.map((one) => ({ ...one, kind: 'feeling' as const })),
    ...memories.known.map((one) => ({ ...one, kind: 'memory' as const })),
  ].sort(
    (a, b) =>
      PLACES[a.evidence.strength] - PLACES[b.evidence.strength] ||
      KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
      a.adjustedP - b.adjustedP ||
      a.p - b.p,
  );

export function companionName(one: Companion): string {
  if (one.kind === 'memory') return sideName(one.name);
  return one.kind === 'tag' ? one.name : msg(str`the day after “${feelingWord(one.name)}”`);
}

function sideName(side: MemorySide): string {
  const words: Record<MemorySide, string> = {
    specific: msg('a memory of a single occasion'),
    ahead: msg('something still ahead'),
    'self-relevance': msg('each step more part of who you are'),
    vividness: msg('each step more vivid'),
  };
  return words[side];
}

export function companyWords(company: Company): ChapterWords {
  const [surest] = companionsOf(company);
  if (!surest) {
    const { tags, feelings, memories } = company;
    const needs = [tags.needs, feelings.needs, memories.needs].filter((each) => each !== null);
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

function findingOf(one: Companion): string {
  if (one.kind === 'memory') return sideFinding(one.name, one.slope > 0);
  const { kind, name, slope } = one;
  if (kind === 'tag')
    return slope > 0
      ? msg(str`“${name}” goes with more pleasant moments.`)
      : msg(str`“${name}” goes with less pleasant moments.`);
  return slope > 0
    ? msg(str`The day after “${feelingWord(name)}” tends to feel more pleasant.`)
    : msg(str`The day after “${feelingWord(name)}” tends to feel less pleasant.`);
}

function sideFinding(side: MemorySide, isMore: boolean): string {
  const [more, less]: readonly [string, string] = {
    specific: [
      msg('Memories of a single occasion go with more pleasant ratings.'),
      msg('Memories of a single occasion go with less pleasant ratings.'),
    ] as const,
    ahead: [
      msg('What’s still ahead is rated more pleasant than what’s past.'),
      msg('What’s still ahead is rated less pleasant than what’s past.'),
    ] as const,
    'self-relevance': [
      msg('The more a memory is part of who you are, the more pleasant you find it.'),
      msg('The more a memory is part of who you are, the less pleasant you find it.'),
    ] as const,
    vividness: [
      msg('The more vivid a memory is, the more pleasant you find it.'),
      msg('The more vivid a memory is, the less pleasant you find it.'),
    ] as const,
  }[side];
  return isMore ? more : less;
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
