import { FACE_MEASURES } from '../../domain/face/face-measures';

/**
 * How far each measure wanders while a face is at rest, in centimetres: 1.4826 x the median absolute difference between two neutral
 * pictures of one person (CK+, 148 pairs of 40 people). Nothing smaller is taken for a movement.
 */
const NOISE_CM = {
  brow_inner: 0.052,
  brow_outer: 0.05,
  brow_gap: 0.05,
  lid_upper: 0.028,
  lid_lower: 0.025,
  cheek: 0.017,
  fold: 0.041,
  nose_root: 0.028,
  nose_wing: 0.043,
  nose_width: 0.044,
  lip_upper: 0.047,
  lip_gap: 0.048,
  lip_upper_thickness: 0.022,
  lip_lower_thickness: 0.032,
  lip_lower: 0.095,
  corner_up: 0.081,
  corner_out: 0.079,
  corner_forward: 0.073,
  mouth_width: 0.159,
  mouth_curve: 0.045,
  lip_forward: 0.039,
  chin_boss: 0.071,
  lip_chin: 0.047,
  jaw: 0.122,
} as const;

export type Channel = keyof typeof NOISE_CM;

/** A face measure with both of its sides as one number, their mean, or one that has no sides. */
export interface ChannelColumns {
  readonly channel: Channel;
  readonly noiseCm: number;
  /** Columns of a reading's measures. */
  readonly both: readonly number[];
  /** The one column of each side; null where there are no sides. */
  readonly left: number | null;
  readonly right: number | null;
}

const columnOf = (name: string): number | null => {
  const at = FACE_MEASURES.findIndex((measure) => measure.name === name);
  return at < 0 ? null : at;
};

/** Every channel. `lip_upper` has a middle beside its sides, and is read there. */
export const CHANNELS: readonly ChannelColumns[] = (Object.keys(NOISE_CM) as Channel[]).map((channel) => {
  const middle = columnOf(channel);
  const [left, right] = middle === null ? [columnOf(`${channel}_left`), columnOf(`${channel}_right`)] : [null, null];
  const both = [middle, left, right].filter((column) => column !== null);
  if (both.length === 0) throw new Error(`There is no face measure ${channel}`);
  return { channel, noiseCm: NOISE_CM[channel], both, left, right };
});

/** Which number of a reading a channel is: of both sides or of one. */
export type ChannelSide = 'both' | 'left' | 'right';

/** A channel's number in centimetres. A side that a channel has not is the whole. */
export function channelValue(measures: Float32Array, { both, left, right }: ChannelColumns, side: ChannelSide): number {
  const one = side === 'left' ? left : side === 'right' ? right : null;
  if (one !== null) return measures[one]!;
  return both.reduce((sum, column) => sum + measures[column]!, 0) / both.length;
}
