import { msg } from '@lit/localize';
import { plural } from '../plural';

/** "One entry", "312 entries". */
export const countEntries = (n: number): string =>
  plural(msg('{n, plural, one {One entry} other {{n} entries}}'), { n });
