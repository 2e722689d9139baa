import { EXPRESSIONS } from '../../../app/domain/face/expression';
import { READINGS, type Reading, type SetFigures } from './set-figures';

const NAMES = Object.keys(READINGS) as Reading[];
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const between = ([low, high]: readonly [number, number]): string => `${percent(low)} to ${percent(high)}`;

/** As it is printed: a table in Markdown, so that the card can hold it. */
export function setReport(set: string, { posed, agreed, valence, faceless }: SetFigures): string {
  const row = (what: string, n: number, of: (reading: Reading) => string): string =>
    `| ${[what, n, ...NAMES.map(of)].join(' | ')} |`;
  const { perClass, n } = posed.still;
  const shown = EXPRESSIONS.filter((name) => perClass[name]);
  return [
    `| ${set} | n | ${Object.values(READINGS).join(' | ')} |`,
    '|---|---|---|---|',
    row(
      'top expression is the posed one',
      n,
      (by) => `${percent(posed[by].accuracy)} (${between(posed[by].accuracyCi95)})`,
    ),
    row('unweighted recall', n, (by) => percent(posed[by].unweightedRecall)),
    row('calibration error', n, (by) => posed[by].ece.toFixed(3)),
    ...shown.map((name) => row(name, perClass[name]!.n, (by) => percent(posed[by].perClass[name]!.recall))),
    ...agreed.still.map(({ least, n: many }, at) =>
      row(`what ${percent(least)} of the raters saw`, many, (by) => {
        const { accuracy, interval } = agreed[by][at]!;
        return `${percent(accuracy)} (${between(interval)})`;
      }),
    ),
    ...(valence
      ? [
          '',
          `Facial valence and ratings: r = ${valence.r.toFixed(3)} (${valence.interval.map((r) => r.toFixed(3)).join(' to ')}), n = ${valence.n}`,
        ]
      : []),
    ...(faceless > 0 ? ['', `Without a face: ${faceless}`] : []),
  ].join('\n');
}
