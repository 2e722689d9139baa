import { msg } from '@lit/localize';
import type { Slope } from '../../statistics/trend/robust-slope';
import { formatValence } from '../../words/numbers';
import { plural } from '../../words/plural';

/** "0.20 higher on average (95% interval 0.05 to 0.35), from 214 days." */
export function differenceWords({ slope, low, high, n }: Pick<Slope, 'slope' | 'low' | 'high' | 'n'>): string {
  const message =
    slope >= 0
      ? msg('{by} higher on average (95% interval {low} to {high}), from {n, plural, one {one} other {{n}}}.')
      : msg('{by} lower on average (95% interval {low} to {high}), from {n, plural, one {one} other {{n}}}.');
  // "0.20 lower" rather than "−0.20 lower"; the interval turns with it.
  const [by, from, to] = slope >= 0 ? [slope, low, high] : [-slope, -high, -low];
  return plural(message, { n, by: formatValence(by), low: formatValence(from), high: formatValence(to) });
}
