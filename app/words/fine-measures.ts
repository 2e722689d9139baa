import { numbers } from './numbers';

/* What only the tests of a device measure. Apart from the other measures, because those come with the start. */

const shareFormat = numbers({ style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 });
const millisecondsFormat = numbers({
  style: 'unit',
  unit: 'millisecond',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** `12.3 ms`. */
export const formatMilliseconds = (ms: number): string => millisecondsFormat().format(ms);

/** A small share 0..1 as per cent with two digits: `0.04%`. */
export const formatFineShare = (share: number): string => shareFormat().format(share);
