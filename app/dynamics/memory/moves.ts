import { clamp } from '../../base/clamp';
import { CHANNELS, channelValue } from '../units/channels';
import { type Rest, slackOf } from '../units/rest';

/** No change counts for more than this many spreads of rest. */
export const MOST_MOVED = 12;

/** Channels that have two sides, of which one may move alone. */
const SIDED = CHANNELS.filter(({ left, right }) => left !== null && right !== null);

/** What each number of `movesOf` is the change of, in their order. */
export const MOVES: readonly string[] = [
  ...CHANNELS.map(({ channel }) => channel),
  ...SIDED.map(({ channel }) => `${channel}_left`),
];

/**
 * How far a face is from its rest: the change of every channel, then how much more its left side changed than its right, in the order of
 * `MOVES` and in spreads of rest, within +-`MOST_MOVED`. What a turn of the head makes of it counts for nothing.
 */
export function movesOf(measures: Float32Array, rest: Rest): Float32Array {
  const spreads = (changeCm: number, slackCm: number, spreadCm: number): number =>
    clamp((Math.sign(changeCm) * Math.max(0, Math.abs(changeCm) - slackCm)) / spreadCm, -MOST_MOVED, MOST_MOVED);
  const whole = CHANNELS.map((of) => {
    const { centreCm, spreadCm } = rest.channels[of.channel];
    return spreads(channelValue(measures, of, 'both') - centreCm.both, slackOf(rest, of), spreadCm);
  });
  const sides = SIDED.map((of) => {
    const { centreCm, spreadCm } = rest.channels[of.channel];
    const left = channelValue(measures, of, 'left') - centreCm.left;
    const right = channelValue(measures, of, 'right') - centreCm.right;
    return spreads(left - right, slackOf(rest, of), spreadCm);
  });
  return Float32Array.from([...whole, ...sides]);
}
