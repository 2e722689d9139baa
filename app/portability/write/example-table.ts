import { msg } from '@lit/localize';
import { BYTE_ORDER_MARK, csvLine } from '../csv';

/** A table of one's own, as it can be brought in: every column that is commonly wanted, three ways to fill it. */
export const exampleTable = (): string =>
  BYTE_ORDER_MARK +
  [
    csvLine(['date', 'time', 'valence', 'arousal', 'feelings', 'title', 'note']),
    csvLine([
      '2026-11-20',
      '20:39',
      0.6,
      -0.2,
      'calm:4; grateful:3',
      msg('Evening walk'),
      msg('Cold, clear, nobody else out.'),
    ]),
    csvLine(['2026-11-21', '07:15', -0.4, 0.5, 'anxious', null, null]),
    csvLine(['2026-11-22', null, null, null, null, null, msg('A note without a rating, and without a time of day.')]),
  ].join('');
