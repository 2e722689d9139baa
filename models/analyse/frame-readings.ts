import { FACE_MEASURES } from '../../app/domain/face/face-measures';
import { type HeadPose, isUsable } from '../../app/domain/face/face-reading';
import type { UnitReading } from '../../app/dynamics/units/unit-reading';
import type { FrameResult } from './frame-result';

/** The frames of a file as the app's units are told from. */
export const readingsOf = (frames: readonly FrameResult[]): UnitReading[] =>
  frames.map(({ tMs, presence, doubt, poseDeg, measures }) => ({
    tMs,
    yaw: radians(poseDeg?.yaw),
    pitch: radians(poseDeg?.pitch),
    usable: poseDeg !== null && isUsable({ presence, doubt, pose: poseOf(poseDeg) }),
    measures: measures ? Float32Array.from(FACE_MEASURES, ({ name }) => measures[name]!) : null,
  }));

const radians = (degrees = Number.NaN): number => (degrees * Math.PI) / 180;

/** Its distance does not matter here. */
const poseOf = ({ yaw, pitch, roll }: NonNullable<FrameResult['poseDeg']>): HeadPose => ({
  yaw: radians(yaw),
  pitch: radians(pitch),
  roll: radians(roll),
  distanceCm: Number.NaN,
});
