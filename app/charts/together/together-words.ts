import { msg, str } from '@lit/localize';
import type { Together, TogetherStretch } from '../../insights/chapters/together';
import type { Needs } from '../../statistics/needs';
import { dayName } from '../../words/calendar';
import { formatCount, formatValence } from '../../words/numbers';
import { plural } from '../../words/plural';
import { type ChapterWords, labelled, needsWords } from '../drawing/drawn-chapter';
import { evidenceWords } from '../kit/evidence-words';
import type { TableData } from '../kit/table-data';

/** Where there are enough recalls. */
export type TellableTogether = Exclude<Together['whole'], Needs>;

export function togetherWords({ whole, stretches }: Together): ChapterWords {
  if ('needs' in whole)
    return {
      finding: msg('How closely your face follows your words, over time'),
      evidence: needsWords(whole.needs),
      numbers: '',
    };
  const { r, low, high, n, baseline } = whole;
  return {
    finding: findingOf(stretches, whole),
    evidence:
      changeOf(stretches) === 'same'
        ? evidenceWords(whole.evidence)
        : evidenceWords({ strength: 'likely', months: null }),
    numbers: plural(
      msg(
        '{n, plural, one {Correlation {r} in one recall, 95% interval {low} to {high}. With faces and words from different recalls, it would lie between {from} and {to}.} other {Correlation {r} in {n} recalls, 95% interval {low} to {high}. With faces and words from different recalls, it would lie between {from} and {to}.}}',
      ),
      {
        n,
        r: formatValence(r),
        low: formatValence(low),
        high: formatValence(high),
        from: formatValence(baseline.low),
        to: formatValence(baseline.high),
      },
    ),
  };
}

/** Whether the last stretch differs from the first beyond both their intervals. */
export function changeOf(stretches: readonly TogetherStretch[]): 'more' | 'less' | 'same' {
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (!first || !last) return 'same';
  return last.low > first.high ? 'more' : last.high < first.low ? 'less' : 'same';
}

function findingOf(stretches: readonly TogetherStretch[], { r, evidence }: TellableTogether): string {
  const change = changeOf(stretches);
  const follows = r > 0 && evidence.strength !== 'chance';
  if (stretches.length < 2 || (change === 'same' && !follows))
    return r > 0
      ? msg('Your face and your words tend to go the same way.')
      : msg('Your face and your words tend to go different ways.');
  const words = {
    more: msg('Your face follows your words more closely than it used to.'),
    less: msg('Your face follows your words less closely than it used to.'),
    same: msg('Your face has followed your words about as closely all along.'),
  };
  return words[change];
}

export function stretchWords({ from, to, r, low, high, n }: TogetherStretch): string {
  const when = msg(str`${dayName(from)} to ${dayName(to)}`);
  return labelled(
    when,
    plural(
      msg(
        '{n, plural, one {correlation {r} in one recall ({low} to {high})} other {correlation {r} in {n} recalls ({low} to {high})}}',
      ),
      {
        n,
        r: formatValence(r),
        low: formatValence(low),
        high: formatValence(high),
      },
    ),
  );
}

export const togetherTable = ({ stretches }: Together): TableData => ({
  caption: msg(
    'Correlation of rating and face: 1 is together, 0 is no connection, −1 is opposite ways. With its 95% interval.',
  ),
  columns: [msg('from'), msg('to'), msg('correlation'), msg('95% interval'), msg('recalls')],
  rows: stretches.map(({ from, to, r, low, high, n }) => ({
    cells: [
      dayName(from),
      dayName(to),
      formatValence(r),
      msg(str`${formatValence(low)} to ${formatValence(high)}`),
      formatCount(n),
    ],
  })),
});
