import { msg, str } from '@lit/localize';
import { EXPRESSIONS } from '../../domain/face/expression';
import { mean } from '../../statistics/mean';
import { expressionLook, expressionWord } from '../../words/face/expression-words';
import { joined, sentences } from '../../words/lists';
import { formatShare, formatTenths, formatValence } from '../../words/numbers';
import { plural } from '../../words/plural';
import type { TableData } from '../kit/table-data';
import type { RecallReading } from './recall-readings';
import type { BandName, TraceSeries } from './trace-series';

/** Expressions with at least this mean share are named in the sentence, and of these at most three. */
const NAMED_SHARE = 0.05;
const NAMED_AT_MOST = 3;

/** Over this part of the recall at each end the line is averaged to say where it began and ended. */
const END_PART = 0.2;

/** One sentence on what the chart shows, with its numbers. */
export function traceSummary(series: TraceSeries): string {
  const named = EXPRESSIONS.filter((name) => series.meanShares[name] >= NAMED_SHARE)
    .sort((a, b) => series.meanShares[b] - series.meanShares[a])
    .slice(0, NAMED_AT_MOST)
    .map((name) => msg(str`${formatShare(series.meanShares[name])} ${expressionLook(name)}`));
  const [start, end] = endsOf(series);
  const looked = plural(
    msg(
      '{seconds, plural, one {Over one second your face looked on average {shares}; how pleasant it looked went from {start} to {end}.} other {Over {seconds} seconds your face looked on average {shares}; how pleasant it looked went from {start} to {end}.}}',
    ),
    {
      seconds: Math.round(series.durationS),
      shares: joined(named),
      start: formatValence(start),
      end: formatValence(end),
    },
  );
  const readable = plural(
    msg(
      '{n, plural, one {It was readable in {share} of one reading.} other {It was readable in {share} of {n} readings.}}',
    ),
    { n: series.n, share: formatShare(series.readableShare) },
  );
  return sentences([looked, readable]);
}

/** What a band is called, in the picture and in the legend. */
export const bandWord = (name: BandName): string =>
  name === 'rest' ? msg('the rest', { desc: 'expressions too small to be drawn one by one' }) : expressionWord(name);

/** Mean facial valence at the beginning and at the end of what was readable. */
export function endsOf({ valence }: TraceSeries): readonly [start: number, end: number] {
  const read = valence.filter((value) => !Number.isNaN(value));
  const part = Math.max(1, Math.round(read.length * END_PART));
  return [mean(read.slice(0, part)), mean(read.slice(-part))];
}

/** Every reading as it was, without the smoothing of the picture. */
export function traceTable(readings: readonly RecallReading[]): TableData {
  return {
    caption: plural(
      msg(
        '{n, plural, one {One reading. How pleasant the face looked runs from −1 (unpleasant) to 1 (pleasant); expressions are shares of 100%. A single reading can be far off.} other {{n} readings. How pleasant the face looked runs from −1 (unpleasant) to 1 (pleasant); expressions are shares of 100%. A single reading can be far off.}}',
      ),
      { n: readings.length },
    ),
    columns: [msg('seconds'), msg('readable'), msg('how pleasant it looked'), ...EXPRESSIONS.map(expressionWord)],
    rows: readings.map(({ tMs, readable, facialValence, expression }) => ({
      cells: [
        formatTenths(tMs / 1000),
        readable ? msg('yes') : msg('no'),
        numberOrDash(facialValence, formatValence),
        ...EXPRESSIONS.map((name) => numberOrDash(expression[name], formatShare)),
      ],
    })),
  };
}

const numberOrDash = (value: number, write: (value: number) => string): string =>
  Number.isNaN(value) ? '–' : write(value);
