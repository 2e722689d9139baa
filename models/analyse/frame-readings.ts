import { FACE_MEASURES } from '../../app/domain/face/face-measures';
import { type HeadPose, isUsable } from '../../app/domain/face/face-reading';
import type { UnitReading } from '../../app/dynamics/units/unit-events';
import type { FrameResult } from './frame-result';

/** The frames of a file as the app's units are told from. */
export const readingsOf = (frames: readonly FrameResult[]): UnitReading[] =>
  frames.map(({ tMs, presence, doubt, poseDeg, measures }) => ({
    tMs,
    usable: poseDeg !== null && isUsable({ presence, doubt, pose: poseOf(poseDeg) }),
    measures: measures ? Float32Array.from(FACE_MEASURES, ({ name }) => measures[name]!) : null,
  }));

/** Its distance does not matter here. */
const poseOf = ({ yaw, pitch, roll }: NonNullable<FrameResult['poseDeg']>): HeadPose => {
  const [yawRad, pitchRad, rollRad] = [yaw, pitch, roll].map((degrees) => (degrees * Math.PI) / 180);
  return { yaw: yawRad!, pitch: pitchRad!, roll: rollRad!, distanceCm: Number.NaN };
};
