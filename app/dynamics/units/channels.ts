import { FACE_MEASURES } from '../../domain/face/face-measures';

/**
 * How far each measure wanders although the face does nothing, in centimetres.
 * - At rest: 1.4826 x the median absolute difference between two neutral pictures of one person (CK+, 148 pairs of 40 people). Nothing
 *   smaller is taken for a movement.
 * - For each radian that the head is turned to the side or nods away from where it was: root mean square of a drawn face that only turns, up to
 *   29 and 20 degrees, or goes to the edges of the frame (`models/tools/participant`). The mesh guesses what it does not see.
 */
const WANDERS = {
  brow_inner: [0.052, 0.34, 0.32],
  brow_outer: [0.05, 0.2, 0.23],
  brow_gap: [0.05, 0.21, 0.43],
  lid_upper: [0.028, 0.05, 0.36],
  lid_lower: [0.025, 0.09, 0.35],
  cheek: [0.017, 0.13, 0.14],
  fold: [0.041, 0.17, 0.26],
  nose_root: [0.028, 0.17, 0.22],
  nose_wing: [0.043, 0.16, 0.24],
  nose_width: [0.044, 0.23, 0.26],
  lip_upper: [0.047, 0.2, 0.24],
  lip_gap: [0.048, 0.26, 0.25],
  lip_upper_thickness: [0.022, 0.07, 0.09],
  lip_lower_thickness: [0.032, 0.12, 0.25],
  lip_lower: [0.095, 0.27, 0.58],
  corner_up: [0.081, 0.19, 0.2],
  corner_out: [0.079, 0.22, 0.18],
  corner_forward: [0.073, 0.37, 0.24],
  mouth_width: [0.159, 0.45, 0.37],
  mouth_curve: [0.045, 0.07, 0.25],
  lip_forward: [0.039, 0.4, 0.2],
  chin_boss: [0.071, 0.35, 0.64],
  lip_chin: [0.047, 0.2, 0.23],
  jaw: [0.122, 0.57, 0.94],
} as const;

export type Channel = keyof typeof WANDERS;

/** A face measure with both of its sides as one number, their mean, or one that has no sides. */
export interface ChannelColumns {
  readonly channel: Channel;
  readonly noiseCm: number;
  /** Centimetres for each radian of a turn; see `WANDERS`. */
  readonly yawCm: number;
  readonly pitchCm: number;
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
export const CHANNELS: readonly ChannelColumns[] = (Object.keys(WANDERS) as Channel[]).map((channel) => {
  const middle = columnOf(channel);
  const [left, right] = middle === null ? [columnOf(`${channel}_left`), columnOf(`${channel}_right`)] : [null, null];
  const both = [middle, left, right].filter((column) => column !== null);
  if (both.length === 0) throw new Error(`There is no face measure ${channel}`);
  const [noiseCm, yawCm, pitchCm] = WANDERS[channel];
  return { channel, noiseCm, yawCm, pitchCm, both, left, right };
});

/** Which number of a reading a channel is: of both sides or of one. */
export type ChannelSide = 'both' | 'left' | 'right';

/** A channel's number in centimetres. A side that a channel has not is the whole. */
export function channelValue(measures: Float32Array, { both, left, right }: ChannelColumns, side: ChannelSide): number {
  const one = side === 'left' ? left : side === 'right' ? right : null;
  if (one !== null) return measures[one]!;
  let sum = 0;
  for (const column of both) sum += measures[column]!;
  return sum / both.length;
}
