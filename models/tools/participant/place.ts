/** Where a head is and how it is turned, in the signs of `HeadPose`, but against the camera's own axis. */
export interface Place {
  readonly yaw: number;
  readonly pitch: number;
  readonly roll: number;
  /** Centimetres from the camera's axis, to the image's right and down, and away from it. */
  readonly xCm: number;
  readonly yCm: number;
  readonly distanceCm: number;
}

export type Vector = readonly [x: number, y: number, z: number];

/** Clockwise roll, then pitch up, then yaw to the image's right; y points up, z towards the camera. */
export function turned([x, y, z]: Vector, { yaw, pitch, roll }: Pick<Place, 'yaw' | 'pitch' | 'roll'>): Vector {
  const [x1, y1] = [x * Math.cos(roll) + y * Math.sin(roll), y * Math.cos(roll) - x * Math.sin(roll)];
  const [y2, z2] = [y1 * Math.cos(pitch) + z * Math.sin(pitch), z * Math.cos(pitch) - y1 * Math.sin(pitch)];
  return [x1 * Math.cos(yaw) + z2 * Math.sin(yaw), y2, z2 * Math.cos(yaw) - x1 * Math.sin(yaw)];
}

/** The point of a head that is in this place, in centimetres before the camera, z negative. */
export function placedAt(point: Vector, place: Place): Vector {
  const [x, y, z] = turned(point, place);
  return [x + place.xCm, y - place.yCm, z - place.distanceCm];
}
