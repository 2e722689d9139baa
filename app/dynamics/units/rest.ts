import { median } from '../../statistics/median';
import { medianAbsoluteDeviation } from '../../statistics/median-absolute-deviation';
import { MIN_BASELINE_READINGS } from '../summary/baseline';
import { CHANNELS, type Channel, type ChannelColumns, type ChannelSide, channelValue } from './channels';

/** What the person's own face measures while nothing moves: each channel's centre and spread, in centimetres. */
export interface Rest {
  readonly channels: Readonly<Record<Channel, RestOfChannel>>;
  /** How many readings it was taken from. */
  readonly readings: number;
}

export interface RestOfChannel {
  readonly of: ChannelColumns;
  readonly centreCm: Readonly<Record<ChannelSide, number>>;
  /** 1.4826 MAD, but never less than the channel's noise. */
  readonly spreadCm: number;
}

const SIDES: readonly ChannelSide[] = ['both', 'left', 'right'];

/**
 * The rest of readings that are all of a face at rest, row by row as `FACE_MEASURES` orders them; null where they are fewer than
 * `least`. Median and MAD, because a yawn or a word in the middle of it is not what the face is like.
 */
export function restOf(measures: readonly Float32Array[], least = MIN_BASELINE_READINGS): Rest | null {
  if (measures.length < least) return null;
  const channels = CHANNELS.map((of) => {
    const values = (side: ChannelSide): number[] => measures.map((row) => channelValue(row, of, side));
    const centres = SIDES.map((side) => [side, median(values(side))] as const);
    const found: RestOfChannel = {
      of,
      centreCm: Object.fromEntries(centres) as Record<ChannelSide, number>,
      spreadCm: Math.max(of.noiseCm, 1.4826 * medianAbsoluteDeviation(values('both'))),
    };
    return [of.channel, found] as const;
  });
  return { channels: Object.fromEntries(channels) as Record<Channel, RestOfChannel>, readings: measures.length };
}
