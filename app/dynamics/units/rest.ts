import { median } from '../../statistics/median';
import { medianAbsoluteDeviation } from '../../statistics/median-absolute-deviation';
import { MIN_BASELINE_READINGS } from '../summary/baseline';
import { CHANNELS, type Channel, type ChannelColumns, type ChannelSide, channelValue } from './channels';
import type { HeadTurn, UnitReading } from './unit-reading';

/** What the person's own face measures while nothing moves: each channel's centre and spread, in centimetres. */
export interface Rest {
  readonly channels: Readonly<Record<Channel, RestOfChannel>>;
  /** How many readings it was taken from. */
  readonly readings: number;
  /** Where the head was turned to; null where that is not known. */
  readonly turn: HeadTurn | null;
  /** How far it is from there now, in radians, as far as that tells in the measures; absent for not at all. */
  readonly away?: HeadTurn;
}

export interface RestOfChannel {
  readonly of: ChannelColumns;
  readonly centreCm: Readonly<Record<ChannelSide, number>>;
  /** 1.4826 MAD, but never less than the channel's noise. */
  readonly spreadCm: number;
}

/** In the unit of the values: of a normal distribution its standard deviation. */
export const spreadOf = (values: readonly number[]): number => 1.4826 * medianAbsoluteDeviation(values);

const SIDES: readonly ChannelSide[] = ['both', 'left', 'right'];

/**
 * The rest of readings that are all of a face at rest, row by row as `FACE_MEASURES` orders them; null where they are fewer than
 * `least`. Median and MAD, because a yawn or a word in the middle of it is not what the face is like.
 * @param turns of the same readings
 */
export function restOf(
  measures: readonly Float32Array[],
  least = MIN_BASELINE_READINGS,
  turns: readonly HeadTurn[] = [],
): Rest | null {
  if (measures.length < least) return null;
  const channels = CHANNELS.map((of) => {
    const values = (side: ChannelSide): number[] => measures.map((row) => channelValue(row, of, side));
    const centres = SIDES.map((side) => [side, median(values(side))] as const);
    const found: RestOfChannel = {
      of,
      centreCm: Object.fromEntries(centres) as Record<ChannelSide, number>,
      spreadCm: Math.max(of.noiseCm, spreadOf(values('both'))),
    };
    return [of.channel, found] as const;
  });
  return {
    channels: Object.fromEntries(channels) as Record<Channel, RestOfChannel>,
    readings: measures.length,
    turn:
      turns.length > 0
        ? { yaw: median(turns.map(({ yaw }) => yaw)), pitch: median(turns.map(({ pitch }) => pitch)) }
        : null,
  };
}

/** The rest of the readings that count. */
export function restOfReadings(readings: readonly UnitReading[], least = MIN_BASELINE_READINGS): Rest | null {
  const counted = readings.filter(({ usable, measures }) => usable && measures);
  return restOf(
    counted.map(({ measures }) => measures!),
    least,
    counted,
  );
}

/** A turn of less than this, in radians, is within the noise of a pose: a smile alone makes one of a tenth. */
export const STEADY_TURN = 0.06;
/** Points of the mesh follow a moving head each at their own pace; after this long, in milliseconds, all of them have. */
export const LAG_MS = 500;
/** A face is taken to change by so many times the root mean square of what a turn makes of it. */
export const TURN_SLACK = 1.25;

/**
 * The same rest for a head that is turned, or moves: of every channel's change, what a turn alone makes of the measure counts for nothing.
 * @param moving how far it turns in `LAG_MS`
 */
export function restAtTurn(rest: Rest, { yaw, pitch }: HeadTurn, moving: HeadTurn = { yaw: 0, pitch: 0 }): Rest {
  const { turn } = rest;
  if (!turn) return rest;
  const away = (by: number, going: number): number =>
    TURN_SLACK * Math.max(0, Math.abs(by) - STEADY_TURN, Math.abs(going) - STEADY_TURN);
  const [aside, nodded] = [away(yaw - turn.yaw, moving.yaw), away(pitch - turn.pitch, moving.pitch)];
  if (aside === 0 && nodded === 0) return rest;
  return { ...rest, away: { yaw: aside, pitch: nodded } };
}

/** So much of a channel's change counts for nothing, in centimetres. */
export const slackOf = ({ away }: Rest, { yawCm, pitchCm }: ChannelColumns): number =>
  away ? Math.sqrt((yawCm * away.yaw) ** 2 + (pitchCm * away.pitch) ** 2) : 0;
