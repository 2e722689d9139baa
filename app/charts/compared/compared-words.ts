import { msg } from '@lit/localize';
import type { ComparedSide, PeriodsCompared, SideCompared } from '../../insights/chapters/compared';
import { sentences } from '../../words/lists';
import { formatCount, formatValence } from '../../words/numbers';
import { plural } from '../../words/plural';
import { type ChapterWords, labelled, needsWords } from '../drawing/drawn-chapter';
import { differenceWords } from '../kit/effect-words';
import { evidenceWords } from '../kit/evidence-words';
import type { TableData } from '../kit/table-data';

export function comparedWords({ sides, rated }: PeriodsCompared): ChapterWords {
  const [valence] = sides as readonly [SideCompared, ...SideCompared[]];
  const counted = plural(
    msg('{now, plural, one {One rated entry now, {before} before.} other {{now} rated entries now, {before} before.}}'),
    rated,
  );
  if ('needs' in valence.change)
    return {
      finding: msg('This period, and the one before'),
      evidence: sentences([needsWords(valence.change.needs), counted]),
      numbers: '',
    };
  const { change } = valence;
  return {
    finding:
      change.evidence.strength === 'chance'
        ? msg('This period felt about as pleasant as the one before.')
        : change.slope > 0
          ? msg('This period felt more pleasant than the one before.')
          : msg('This period felt less pleasant than the one before.'),
    evidence: sentences([evidenceWords(change.evidence), counted]),
    numbers: sentences(
      sides.map((side) => ('needs' in side.change ? '' : labelled(sideWord(side.side), differenceWords(side.change)))),
    ),
  };
}

export function sideWord(side: ComparedSide): string {
  const words: Record<ComparedSide, string> = {
    valence: msg('how pleasant you said it was'),
    arousal: msg('how stirred up you said you were'),
    face: msg('how pleasant your face looked'),
  };
  return words[side];
}

export const sideWords = ({ side, before, now }: SideCompared): string =>
  labelled(sideWord(side), `${numberOf(before)} → ${numberOf(now)}`);

const numberOf = (own: SideCompared['now']): string => (own === null ? '–' : formatValence(own.mean));

export const comparedTable = ({ sides }: PeriodsCompared): TableData => ({
  caption: msg('Means from −1 to 1, each with how many entries it comes from.'),
  columns: [msg('what'), msg('before'), msg('now')],
  rows: sides.map(({ side, before, now }) => ({
    cells: [
      sideWord(side),
      ...[before, now].map((own) => (own === null ? '–' : `${formatValence(own.mean)} (${formatCount(own.n)})`)),
    ],
  })),
});
