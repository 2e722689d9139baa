import { CHANNELS, type Channel } from './channels';
import type { Rest } from './rest';

/**
 * The neutral face of nobody in particular: median and 1.4826 MAD between people, in centimetres, of the 51 neutral faces of the Face
 * Research Lab London Set (DeBruine & Jones 2017, CC BY 4.0).
 */
const NEUTRAL_CM: Readonly<Record<Channel, readonly [centre: number, spread: number]>> = {
  brow_inner: [1.818, 0.309],
  brow_outer: [1.78, 0.279],
  brow_gap: [3.52, 0.159],
  lid_upper: [0.55, 0.069],
  lid_lower: [-0.372, 0.04],
  cheek: [0.074, 0.037],
  fold: [-2.274, 0.064],
  nose_root: [2.352, 0.086],
  nose_wing: [-1.135, 0.087],
  nose_width: [3.413, 0.083],
  lip_upper: [-3.07, 0.12],
  lip_gap: [0.148, 0.083],
  lip_upper_thickness: [0.71, 0.05],
  lip_lower_thickness: [0.873, 0.064],
  lip_lower: [-4.827, 0.219],
  corner_up: [-4.118, 0.154],
  corner_out: [2.388, 0.091],
  corner_forward: [4.119, 0.126],
  mouth_width: [4.776, 0.182],
  mouth_curve: [-0.247, 0.05],
  lip_forward: [5.617, 0.125],
  chin_boss: [-6.383, 0.209],
  lip_chin: [1.976, 0.087],
  jaw: [6.848, 0.206],
};

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
