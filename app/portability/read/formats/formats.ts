import { BEARABLE } from './bearable';
import { DAY_ONE } from './day-one';
import { DAYLIO } from './daylio';
import { DAYLIO_BACKUP } from './daylio-backup';
import { EMOODS } from './emoods';
import type { Format } from './format';
import { HOW_WE_FEEL } from './how-we-feel';
import { IMOODJOURNAL } from './imoodjournal';
import { JOURNEY } from './journey';
import { PIXELS } from './pixels';
import { PLAIN_TABLE } from './plain-table';
import { STATE_OF_MIND } from './state-of-mind';

/** The files of other apps that can be brought in, in the order they are tried and shown: any table comes last. */
export const FORMATS: readonly Format[] = [
  DAYLIO,
  DAYLIO_BACKUP,
  HOW_WE_FEEL,
  STATE_OF_MIND,
  BEARABLE,
  IMOODJOURNAL,
  EMOODS,
  PIXELS,
  DAY_ONE,
  JOURNEY,
  PLAIN_TABLE,
];
