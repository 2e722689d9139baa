import { msg, str } from '@lit/localize';
import { markOf } from '../../words/day-words';
import { sentences } from '../../words/lists';
import { markWord } from '../../words/mark-words';
import { formatValence, formatWhole } from '../../words/numbers';
import { type ChapterWords, labelled } from '../drawing/drawn-chapter';
import type { TableData } from '../kit/table-data';
import { type Aligned, type AlignedSecond, alignedSeconds, type Course, changeOf } from './aligned-series';

export function alignedWords(data: Aligned): ChapterWords {
  const { title, first, last, at } = data;
  const findings = {
    more: msg(str`“${title}”: your face looked more pleasant the last time.`),
    less: msg(str`“${title}”: your face looked less pleasant the last time.`),
    unclear: msg(str`“${title}”: your face looked about as pleasant both times.`),
  };
  const [before, after] = [markOf(first.wallMs, true), markOf(last.wallMs, true)];
  return {
    finding: findings[changeOf(data)],
    evidence: sentences([
      at === 'movement'
        ? msg(str`${before} and ${after}, laid over each other where your face began to move most.`)
        : msg(str`${before} and ${after}, laid over each other from the beginning.`),
      msg('Two moments can differ by chance.'),
    ]),
    numbers: sentences([courseNumbers(before, first), courseNumbers(after, last)]),
  };
}

function courseNumbers(when: string, { said, shown }: Course): string {
  const you = labelled(markWord('you'), said === null ? '–' : formatValence(said));
  const mean = shown === null ? '–' : formatValence(shown.mean);
  const interval = shown?.halfWidth == null ? '' : ` ± ${formatValence(shown.halfWidth)}`;
  return msg(str`${when}: ${you}, ${labelled(markWord('face'), `${mean}${interval}`)}.`);
}

/** "12 s": from where they are laid over each other. */
export const secondMark = (s: number): string => msg(str`${formatWhole(s)} s`);

const valueWords = (value: number | null): string => (value === null ? '–' : formatValence(value));

export const secondWords = ({ s, first, last }: AlignedSecond): string =>
  labelled(secondMark(s), msg(str`your face ${valueWords(first)} the first time, ${valueWords(last)} the last time`));

export const ratingWords = ({ first, last }: Aligned): string =>
  labelled(markWord('you'), msg(str`${valueWords(first.said)} the first time, ${valueWords(last.said)} the last time`));

export const alignedTable = (data: Aligned): TableData => ({
  caption: msg('How pleasant your face looked, second by second, from −1 (unpleasant) to 1 (pleasant).'),
  columns: [msg('second'), msg('face, first'), msg('face, last')],
  rows: alignedSeconds(data).map(({ s, first, last }) => ({
    cells: [secondMark(s), valueWords(first), valueWords(last)],
  })),
});
