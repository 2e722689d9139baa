import { msg } from '@lit/localize';
import type { Days, DayTold } from '../../insights/chapters/days';
import { dayName } from '../../words/calendar';
import { formatCount, formatValence } from '../../words/numbers';
import { plural } from '../../words/plural';
import { valenceWord } from '../../words/report/rating-words';
import type { ChapterWords } from '../drawing/drawn-chapter';
import { labelled } from '../drawing/drawn-chapter';
import type { TableData } from '../kit/table-data';

export function daysWords({ days, rated, pleasant }: Days): ChapterWords {
  if (rated === 0) return { finding: msg('Your days will show here once you rate them.'), evidence: '', numbers: '' };
  const finding = plural(
    msg(
      '{rated, plural, one {You rated one day.} other {{pleasant, plural, =0 {None of the {rated} days you rated leaned pleasant.} one {One of the {rated} days you rated leaned pleasant.} other {{pleasant} of the {rated} days you rated leaned pleasant.}}}}',
    ),
    { rated, pleasant },
  );
  const evidence = plural(
    msg(
      '{n, plural, one {Simply counted, from one day with an entry.} other {Simply counted, from {n} days with an entry.}}',
    ),
    { n: days.length },
  );
  return { finding, evidence, numbers: '' };
}

/** "Sunday 22 November 2026: pleasant (0.40)". */
export const dayWords = ({ day, valence }: DayTold): string => labelled(dayName(day), moodOf(valence));

const moodOf = (valence: number | null): string =>
  valence === null ? msg('not rated') : `${valenceWord(valence)} (${formatValence(valence)})`;

export const daysTable = ({ days }: Days): TableData => ({
  caption: plural(
    msg(
      '{n, plural, one {One day. The number is the mean of its ratings, from −1 (unpleasant) to 1 (pleasant).} other {{n} days, newest first. Each number is the mean of that day’s ratings, from −1 (unpleasant) to 1 (pleasant).}}',
    ),
    { n: days.length },
  ),
  columns: [msg('day'), msg('mean rating'), msg('entries')],
  rows: days.toReversed().map(({ day, valence, entryIds }) => ({
    cells: [dayName(day), valence === null ? '–' : formatValence(valence), formatCount(entryIds.length)],
    ...(entryIds.length === 1 && { entryId: entryIds[0]! }),
  })),
});
