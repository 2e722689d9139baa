import { msg, str } from '@lit/localize';
import type { WeekHours, WeekPlace } from '../../insights/chapters/week-hours';
import type { DayPart } from '../../insights/statistics/rhythms';
import { clockTime } from '../../words/clock-time';
import { sentences } from '../../words/lists';
import { formatCount, formatValence } from '../../words/numbers';
import { plural } from '../../words/plural';
import { valenceWord } from '../../words/report/rating-words';
import { weekdayName } from '../../words/weekdays';
import { type ChapterWords, labelled, needsWords } from '../drawing/drawn-chapter';
import { differenceWords } from '../kit/effect-words';
import { evidenceWords } from '../kit/evidence-words';
import type { TableData } from '../kit/table-data';

export function weekHoursWords({ weekday, dayPart, needs, n }: WeekHours): ChapterWords {
  if (!weekday)
    return { finding: msg('Your week, hour by hour'), evidence: needs ? needsWords(needs.needs) : '', numbers: '' };
  const name = weekdayName(Number(weekday.name));
  const numbers = sentences([
    labelled(name, differenceWords(weekday)),
    dayPart ? labelled(partWord(dayPart.name), differenceWords(dayPart)) : '',
  ]);
  const { strength } = weekday.evidence;
  if (strength === 'chance') {
    return {
      finding: msg('No day of the week stands out.'),
      evidence: plural(
        msg(
          '{n, plural, one {Even {weekday} differs no more than you’d expect by chance. From one entry.} other {Even {weekday} differs no more than you’d expect by chance. From {n} entries.}}',
        ),
        { n, weekday: name },
      ),
      numbers,
    };
  }
  return {
    finding:
      weekday.slope > 0
        ? msg(str`${name} tends to feel more pleasant than other days.`)
        : msg(str`${name} tends to feel less pleasant than other days.`),
    evidence: evidenceWords(weekday.evidence),
    numbers,
  };
}

function partWord(part: DayPart): string {
  const words: Record<DayPart, string> = {
    morning: msg('mornings'),
    afternoon: msg('afternoons'),
    evening: msg('evenings'),
  };
  return words[part];
}

/** `14:00`, or `2:00 PM` where that is usual; a day ends as it begins. */
export const hourWords = (hour: number): string => clockTime((hour % 24) * 60);

/** `14:00–16:00`: the hours of a place. */
const hoursWords = (hour: number, length: number): string => `${hourWords(hour)}–${hourWords(hour + length)}`;

export function weekPlaceWords({ weekday, hour, mean, n }: WeekPlace, length: number): string {
  const where = msg(str`${weekdayName(weekday)}, ${hoursWords(hour, length)}`);
  const count = plural(msg('{n, plural, one {one entry} other {{n} entries}}'), { n });
  return labelled(where, `${valenceWord(mean)} (${formatValence(mean)}), ${count}`);
}

export const weekHoursTable = ({ places, n }: WeekHours, length: number): TableData => ({
  caption: plural(
    msg(
      '{n, plural, one {One rated entry. The mean runs from −1 (unpleasant) to 1 (pleasant).} other {{n} rated entries. The mean runs from −1 (unpleasant) to 1 (pleasant).}}',
    ),
    { n },
  ),
  columns: [msg('when'), msg('mean rating'), msg('entries')],
  rows: places.map((place) => ({
    cells: [
      msg(str`${weekdayName(place.weekday)}, ${hoursWords(place.hour, length)}`),
      formatValence(place.mean),
      formatCount(place.n),
    ],
  })),
});
