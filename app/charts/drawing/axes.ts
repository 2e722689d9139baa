import { msg } from '@lit/localize';
import { formatWhole } from '../../words/numbers';
import { line, type Shape, word } from './shapes';

/** A scale of valence across, -1 to 1, as fine lines with their numbers above, between `top` and `bottom`. */
export function valenceRule(
  x: (value: number) => number,
  [low, high]: readonly [number, number],
  top: number,
  bottom: number,
): Shape[] {
  const ticks = [low, 0, high].filter((tick, at, all) => all.indexOf(tick) === at);
  return ticks.flatMap((tick) => [
    line(
      [
        [x(tick), top],
        [x(tick), bottom],
      ],
      tick === 0 ? 'edge' : 'line',
      1,
    ),
    word(formatSigned(tick), x(tick), top - 9, 'middle', 'ink3'),
  ]);
}

const formatSigned = (value: number): string => (value > 0 ? `+${formatWhole(value)}` : formatWhole(value));

/** What the two ends of a change stand for. */
export const worseAndBetter = (): readonly [string, string] => [msg('less pleasant'), msg('more pleasant')];
