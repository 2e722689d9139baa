import { msg, str } from '@lit/localize';
import { DAY_MS } from '../../base/time';
import { wallMs } from '../../domain/moment/moment';
import type { ValencePoint } from '../../insights/statistics/valence-point';
import { markOf, markWithTime } from '../../words/day-words';
import { sentences } from '../../words/lists';
import { markWord } from '../../words/mark-words';
import { formatCount, formatValence } from '../../words/numbers';
import { plural } from '../../words/plural';
import { valenceWord } from '../../words/report/rating-words';
import type { TableData } from '../kit/table-data';
import type { Mark, Trend, ValenceSeries } from './valence-series';

/** One sentence on what the chart shows, with its n. */
export function valenceSummary(series: ValenceSeries): string {
  if (series.n === 0) return msg('Nothing to draw yet: your first entry with a rating will be the first point.');
  if (series.n === 1) return singleSummary(series);
  const entries = plural(msg('{n, plural, one {One entry, {when}.} other {{n} entries, {when}.}}'), {
    n: series.n,
    when: period(series),
  });
  return sentences([entries, ...ratingsAndFaces(series)]);
}

/**
 * How many were rated and how many faces read, and what they come to. Two means stand side by side only if they are of the same
 * entries: that of all ratings beside that of the faces of some would compare different moments.
 */
function ratingsAndFaces({ rated, faces, both }: ValenceSeries): readonly string[] {
  const isMixed = rated.n > 0 && faces.compared > 0;
  return [
    isMixed ? ratedCount(rated.n) : ratedWords(rated),
    isMixed ? facesCount(faces) : facesWords(faces),
    isMixed && both.n > 0 ? bothWords(both) : '',
  ];
}

const ratedCount = (rated: number): string =>
  plural(msg('{rated, plural, one {You rated one.} other {You rated {rated}.}}'), { rated });

/** With their mean; empty without any. */
function ratedWords({ n, mean }: ValenceSeries['rated']): string {
  if (n === 0) return '';
  const message = msg('{rated, plural, one {You rated one: {mean}.} other {You rated {rated}, on average {mean}.}}');
  return plural(message, { rated: n, mean: meanWords(mean) });
}

/** How many faces were read, and how many of them are compared; empty without any. */
function facesCount({ compared, apart }: ValenceSeries['faces']): string {
  const read = compared + apart;
  if (read === 0) return '';
  const message =
    compared === 0 || apart === 0
      ? msg('{read, plural, one {Your face was read in one.} other {Your face was read in {read}.}}')
      : msg(
          '{read, plural, one {Your face was read in one.} other {Your face was read in {read}, and compared in {compared}.}}',
        );
  return plural(message, { read, compared });
}

/** The same with their mean, where all of them are compared. */
function facesWords(faces: ValenceSeries['faces']): string {
  if (faces.compared === 0 || faces.apart > 0) return facesCount(faces);
  return plural(
    msg(
      '{read, plural, one {Your face was read in one: {mean}.} other {Your face was read in {read}, on average {mean}.}}',
    ),
    { read: faces.compared, mean: meanWords(faces.mean) },
  );
}

const bothWords = ({ n, said, shown }: ValenceSeries['both']): string =>
  plural(
    msg(
      '{n, plural, one {In the one with both, you said {said} and your face looked {shown}.} other {In the {n} with both, you said {said} on average and your face looked {shown}.}}',
    ),
    { n, said: meanWords(said), shown: meanWords(shown) },
  );

function singleSummary(series: ValenceSeries): string {
  const when = period(series);
  // Of one entry nothing is compared with another one's.
  const faces = [...series.face, ...series.apart];
  if (faces.length === 0) return msg(str`One entry, ${when}: you rated it ${mean(series.self)}.`);
  if (series.self.length === 0) return msg(str`One entry, ${when}: your face looked ${mean(faces)}.`);
  return msg(str`One entry, ${when}: you rated it ${mean(series.self)}; your face looked ${mean(faces)}.`);
}

/** Their mean in words, and the number behind it: "a little pleasant (0.34)". */
const mean = ([only]: readonly Mark[]): string => meanWords(only!.y);

function meanWords(value: number): string {
  return msg(str`${valenceWord(value)} (${formatValence(value)})`);
}

/** "12 Oct to 22 Nov", with the years where there are two, or one day. */
export function period({ fromMs, toMs }: Pick<ValenceSeries, 'fromMs' | 'toMs'>): string {
  const [first, last] = axisDays(fromMs, toMs);
  return first === last ? first : msg(str`${first} to ${last}`);
}

/** The first and the last day; the year stands with them only where they differ in it. */
export function axisDays(fromMs: number, toMs: number): readonly [first: string, last: string] {
  const withYear = new Date(fromMs).getUTCFullYear() !== new Date(toMs).getUTCFullYear();
  return [markOf(fromMs, withYear), markOf(toMs, withYear)];
}

/** The trend of the chart, newest first. */
export const stretchTable = ({ stretches, by, rated }: Trend): TableData => ({
  caption: plural(
    by === 'week'
      ? msg(
          '{n, plural, one {One rated entry, week by week. The mean of its days runs from −1 (unpleasant) to 1 (pleasant).} other {{n} rated entries, week by week, newest first. The mean of the days runs from −1 (unpleasant) to 1 (pleasant).}}',
        )
      : msg(
          '{n, plural, one {One rated entry, month by month. The mean of its days runs from −1 (unpleasant) to 1 (pleasant).} other {{n} rated entries, month by month, newest first. The mean of the days runs from −1 (unpleasant) to 1 (pleasant).}}',
        ),
    { n: rated.n },
  ),
  columns: [by === 'week' ? msg('week') : msg('month'), msg('mean'), msg('95% interval'), msg('days')],
  rows: stretches.toReversed().map(({ from, to, mean, halfWidth, n }) => ({
    cells: [
      period({ fromMs: from * DAY_MS, toMs: to * DAY_MS }),
      formatValence(mean),
      halfWidth === null ? '–' : msg(str`${formatValence(mean - halfWidth)} to ${formatValence(mean + halfWidth)}`),
      formatCount(n),
    ],
  })),
});

/** Every entry of the chart, newest first. */
export function valenceTable(points: readonly ValencePoint[]): TableData {
  const n = points.length;
  return {
    caption: plural(
      msg(
        '{n, plural, one {One entry. Both numbers run from −1 (unpleasant) to 1 (pleasant); ± is the 95% interval of the face’s mean.} other {{n} entries, newest first. Both numbers run from −1 (unpleasant) to 1 (pleasant); ± is the 95% interval of the face’s mean.}}',
      ),
      { n },
    ),
    columns: [msg('entry'), markWord('you'), markWord('face')],
    rows: points.toReversed().map((point) => ({
      entryId: point.entryId,
      cells: [markWithTime(wallMs(point)), point.self === null ? '–' : formatValence(point.self), faceWords(point)],
    })),
  };
}

function faceWords({ face, faceHalfWidth, faceApart }: ValencePoint): string {
  if (face === null) return '–';
  const number =
    faceHalfWidth === null ? formatValence(face) : `${formatValence(face)} ± ${formatValence(faceHalfWidth)}`;
  return faceApart ? msg(str`${number} (not compared)`) : number;
}
