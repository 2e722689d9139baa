/** Where a camera at the origin, which looks along -z, sees something: a direction of length 1. x to the image's right, y up. */
export type Sight = readonly [x: number, y: number, z: number];

/** The direction of a point `right` and `up` of the middle of the image, in the unit of the `focal` length. */
export function sightOf(right: number, up: number, focal: number): Sight {
  const length = Math.hypot(right, up, focal);
  return [right / length, up / length, -focal / length];
}

/**
 * A direction as a camera would see it that looks along `sight`: turned by the shortest way from `sight` to -z, so that nothing rolls.
 *
 * [Note: Along the line of sight] The mesh model sees a crop, and cannot know where in the frame it was. A face at the edge is seen a little
 * from the side, and its mesh is turned by as much, depth included. So the mesh is looked at along the line from the camera to the face, as
 * if the camera pointed at it: there its depth is true. Along the camera's own axis it would be sheared, and a head that only moves up
 * in the frame would seem to change its face (the drawn participant, 8 cm up at 42 cm: the root of the nose by 3.6 mm, along the line of
 * sight by 0.4). That the frame's field of view is a guess then no longer matters for the face's shape.
 * Source: Rodrigues' rotation formula.
 */
export function alongSight([x, y, z]: readonly [number, number, number], sight: Sight): [number, number, number] {
  const [a, b, cosine] = [sight[0], sight[1], -sight[2]];
  const [qx, qy, qz] = [-a * z, -b * z, a * x + b * y];
  const share = 1 / (1 + cosine);
  return [x - qx - a * qz * share, y - qy - b * qz * share, z - qz + (b * qy + a * qx) * share];
}
