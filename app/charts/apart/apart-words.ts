import { msg, str } from '@lit/localize';
import type { Apart, RatedFace } from '../../insights/chapters/apart';
import { markWithTime } from '../../words/day-words';
import { markWord } from '../../words/mark-words';
import { formatValence } from '../../words/numbers';
import { plural } from '../../words/plural';
import { type ChapterWords, labelled, needsWords } from '../drawing/drawn-chapter';
import { evidenceWords } from '../kit/evidence-words';
import type { TableData } from '../kit/table-data';

export function apartWords({ difference }: Apart): ChapterWords {
  if ('needs' in difference)
    return {
      finding: msg('How far your face lies from your words'),
      evidence: needsWords(difference.needs),
      numbers: '',
    };
  const { mean, low, high, lowerLimit, upperLimit, n } = difference.difference;
  const { slope } = difference.driftPerYear;
  return {
    finding:
      difference.evidence.strength === 'chance'
        ? msg('On average, your face looks as pleasant as you say.')
        : mean < 0
          ? msg('On average, your face looks less pleasant than you say.')
          : msg('On average, your face looks more pleasant than you say.'),
    // That there is no difference is nothing that could be chance.
    evidence:
      difference.evidence.strength === 'chance'
        ? plural(
            msg(
              '{n, plural, one {Seen in one recall.} other {Seen over {n} recalls; any one of them can differ by more.}}',
            ),
            { n },
          )
        : evidenceWords(difference.evidence),
    numbers: plural(
      msg(
        '{n, plural, one {Face minus rating: {mean} in one recall, 95% interval {low} to {high}; most single recalls lie between {lower} and {upper}. Change in a year: {drift}.} other {Face minus rating: {mean} on average in {n} recalls, 95% interval {low} to {high}; most single recalls lie between {lower} and {upper}. Change in a year: {drift}.}}',
      ),
      {
        n,
        mean: formatValence(mean),
        low: formatValence(low),
        high: formatValence(high),
        lower: formatValence(lowerLimit),
        upper: formatValence(upperLimit),
        drift: formatValence(slope),
      },
    ),
  };
}

export const pairWords = ({ wallMs, valence, face }: RatedFace): string =>
  labelled(markWithTime(wallMs), msg(str`you ${formatValence(valence)}, face ${formatValence(face)}`));

export const apartTable = ({ pairs, n }: Apart): TableData => ({
  caption: plural(
    msg(
      '{n, plural, one {One recall with both, from −1 (unpleasant) to 1 (pleasant).} other {{n} recalls with both, newest first, from −1 (unpleasant) to 1 (pleasant).}}',
    ),
    { n },
  ),
  columns: [msg('recall'), markWord('you'), markWord('face')],
  rows: pairs.toReversed().map(({ entryId, wallMs, valence, face }) => ({
    entryId,
    cells: [markWithTime(wallMs), formatValence(valence), formatValence(face)],
  })),
});
