import { NEUTRAL_CM } from '../../domain/face/neutral-face';
import { CHANNELS } from './channels';
import type { Rest } from './rest';

/**
 * Stands in where there is no baseline of the person: a clip, a still. How people differ is in its spreads, so that it sees less; a
 * recall never uses it.
 */
export const averageRest = (): Rest => {
  const channels = CHANNELS.map((of) => {
    const [centre, spread] = NEUTRAL_CM[of.channel];
    const centreCm = { both: centre, left: centre, right: centre };
    return [of.channel, { of, centreCm, spreadCm: Math.max(of.noiseCm, spread) }] as const;
  });
  return { channels: Object.fromEntries(channels) as Rest['channels'], readings: 0, turn: { yaw: 0, pitch: 0 } };
};
