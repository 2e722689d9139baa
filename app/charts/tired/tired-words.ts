import { msg, str } from '@lit/localize';
import type { EyesSeen, Tired } from '../../insights/chapters/tired';
import type { Slope } from '../../statistics/trend/robust-slope';
import { markWithTime } from '../../words/day-words';
import { sentences } from '../../words/lists';
import { formatShare, formatTenths } from '../../words/numbers';
import { plural } from '../../words/plural';
import { type ChapterWords, labelled, needsWords } from '../drawing/drawn-chapter';
import { evidenceWords } from '../kit/evidence-words';
import type { TableData } from '../kit/table-data';

export function tiredWords({ blinks, closed, still, n, tired }: Tired): ChapterWords {
  if ('needs' in blinks)
    return { finding: msg('Your eyes, beside the word “tired”'), evidence: needsWords(blinks.needs), numbers: '' };
  const counted = plural(
    msg('{n, plural, one {From one recall.} other {From {n} recalls, {tired} of them with the word.}}'),
    { n, tired },
  );
  return {
    finding:
      blinks.evidence.strength === 'chance'
        ? msg('Whether you said “tired” or not, you blinked about as often.')
        : blinks.slope > 0
          ? msg('When you said “tired”, you blinked more often.')
          : msg('When you said “tired”, you blinked less often.'),
    evidence: sentences([evidenceWords(blinks.evidence), counted]),
    numbers: sentences([
      labelled(msg('blinks a minute'), rateWords(blinks)),
      'needs' in closed ? '' : labelled(msg('eyes closed'), shareWords(closed)),
      'needs' in still ? '' : labelled(msg('face quiet'), shareWords(still)),
    ]),
  };
}

const rateWords = ({ slope, low, high }: Slope): string =>
  msg(str`with the word minus without it ${tenths(slope)} (95% interval ${tenths(low)} to ${tenths(high)}).`);

const shareWords = ({ slope, low, high }: Slope): string =>
  msg(str`with the word minus without it ${share(slope)} of the time (95% interval ${share(low)} to ${share(high)}).`);

/** With a real minus sign, because a difference may be below 0. */
const tenths = (value: number): string => formatTenths(value).replace('-', '−');

/** Likewise. */
const share = (value: number): string => formatShare(value).replace('-', '−');

const wordOf = (isTired: boolean): string => (isTired ? msg('“tired”') : msg('other feelings'));

export function seenWords({ wallMs, isTired, blinksPerMinute, closedShare }: EyesSeen): string {
  const word = wordOf(isTired);
  const rate = rateOf(blinksPerMinute);
  const words =
    closedShare === null
      ? msg(str`${word}, ${rate} blinks a minute`)
      : msg(str`${word}, ${rate} blinks a minute, eyes closed ${formatShare(closedShare)}`);
  return labelled(markWithTime(wallMs), words);
}

const rateOf = (blinksPerMinute: number | null): string =>
  blinksPerMinute === null ? '–' : formatTenths(blinksPerMinute);

export const tiredTable = ({ recalls, n }: Tired): TableData => ({
  caption: plural(
    msg(
      '{n, plural, one {One recall in which the eyes could be read and feelings were given.} other {{n} recalls in which the eyes could be read and feelings were given, newest first.}}',
    ),
    { n },
  ),
  columns: [msg('recall'), msg('said'), msg('blinks a minute'), msg('eyes closed'), msg('face quiet')],
  rows: recalls.toReversed().map(({ entryId, wallMs, isTired, blinksPerMinute, closedShare, stillShare }) => ({
    entryId,
    cells: [
      markWithTime(wallMs),
      wordOf(isTired),
      rateOf(blinksPerMinute),
      closedShare === null ? '–' : formatShare(closedShare),
      stillShare === null ? '–' : formatShare(stillShare),
    ],
  })),
});

export const lanes = (): readonly [string, string] => [wordOf(true), wordOf(false)];
