import { FEWEST_RESTS, MOST_RESTS } from '../../domain/face/learnt';
import { median } from '../../statistics/median';
import { quantile } from '../../statistics/quantile';
import { CHANNELS, type Channel, type ChannelSide } from '../units/channels';
import { type Rest, spreadOf } from '../units/rest';

/*
 * [Note: Their own neutral]
 *
 * Each recall begins with the face at rest. Somebody who has done this before need not do it for so long: what their face measured
 * at rest in the last recalls is known, and how far that differs from day to day. So the baseline is shortened once it is known, and
 * what it measures is put together with what is known, each by how certain it is. A face that looks different today, with other glasses
 * or a new beard, is noticed before the short baseline ends: then it takes its usual time, and counts alone.
 *
 * Nothing of it is stored. It is read from the traces of the last recalls that were kept with their curve, while the camera
 * opens, so it goes with them, and begins again when the person has everything forgotten that was learnt of them.
 */

/** A face at rest, as the last recalls knew it. */
export interface OwnNeutral {
  /** How many recalls it was taken from. */
  readonly recalls: number;
  readonly channels: Readonly<Record<Channel, KnownChannel>>;
}

interface KnownChannel {
  readonly centreCm: Readonly<Record<ChannelSide, number>>;
  /** How far it differs from one recall to another: 1.4826 MAD, but never less than the channel's noise. */
  readonly betweenCm: number;
}

/** Named with what read a face that was measured against today's rest and what was known: raise it when that changes. */
export const OWN_REST = 'own 1';
/** A face looks different where a quarter of its channels are further than so many spreads from what is known. Ours. */
export const UNLIKE_Z = 3;
const UNLIKE_SHARE = 0.25;
/** So many readings on end tell as much as one that stands alone: a second of them, because a face moves no faster. Ours. */
const READINGS_ALIKE = 10;

const SIDES: readonly ChannelSide[] = ['both', 'left', 'right'];

const byChannel = <T>(of: (channel: Channel, noiseCm: number) => T): Readonly<Record<Channel, T>> =>
  Object.fromEntries(CHANNELS.map(({ channel, noiseCm }) => [channel, of(channel, noiseCm)])) as Record<Channel, T>;

/** What is known from the rests of the last recalls, newest first; null while there are fewer than `FEWEST_RESTS`. */
export function ownNeutral(all: readonly Rest[]): OwnNeutral | null {
  const rests = all.slice(0, MOST_RESTS);
  if (rests.length < FEWEST_RESTS) return null;
  const channels = byChannel((channel, noiseCm) => {
    const centres = (side: ChannelSide): number[] => rests.map((rest) => rest.channels[channel].centreCm[side]);
    const centreCm = Object.fromEntries(SIDES.map((side) => [side, median(centres(side))]));
    return {
      centreCm: centreCm as Record<ChannelSide, number>,
      betweenCm: Math.max(noiseCm, spreadOf(centres('both'))),
    };
  });
  return { recalls: rests.length, channels };
}

/** How uncertain the centre of a rest is, in centimetres. */
const errorCm = ({ channels, readings }: Rest, channel: Channel): number =>
  channels[channel].spreadCm / Math.sqrt(Math.max(1, readings / READINGS_ALIKE));

/** Whether this is not how the face usually looks at rest. */
export function looksDifferent(today: Rest, own: OwnNeutral): boolean {
  const distances = CHANNELS.map(({ channel }) => {
    const { centreCm, betweenCm } = own.channels[channel];
    const away = today.channels[channel].centreCm.both - centreCm.both;
    return Math.abs(away) / Math.hypot(betweenCm, errorCm(today, channel));
  });
  return quantile(distances, 1 - UNLIKE_SHARE) > UNLIKE_Z;
}

/**
 * Today's rest with what is known put to it: each centre is the mean of the two, weighted by how certain they are. A face that looks
 * different is measured against today alone.
 */
export function withOwn(today: Rest, own: OwnNeutral | null): Rest {
  if (!own || looksDifferent(today, own)) return today;
  const channels = byChannel((channel) => {
    const { centreCm, betweenCm } = own.channels[channel];
    const its = today.channels[channel];
    const weight = betweenCm ** 2 / (betweenCm ** 2 + errorCm(today, channel) ** 2);
    const centres = SIDES.map((side) => [side, weight * its.centreCm[side] + (1 - weight) * centreCm[side]]);
    return { ...its, centreCm: Object.fromEntries(centres) as Record<ChannelSide, number> };
  });
  return { ...today, channels };
}
