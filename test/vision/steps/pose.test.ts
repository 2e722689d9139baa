import { expect } from 'chai';
import fc from 'fast-check';
import { fitHead } from '../../../app/vision/geometry/head-fit';
import { alongSight, sightOf } from '../../../app/vision/geometry/line-of-sight';
import { headPose } from '../../../app/vision/steps/pose';
import { turned } from '../../../models/tools/participant/place';
import type { Pose } from '../support/synthetic-face';
import { FRAME, projectFace } from '../support/synthetic-face';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const pose = (known: Partial<Pose>): Pose => ({
  ...{ yaw: 0, pitch: 0, roll: 0, xCm: 0, yCm: 0, distanceCm: 50 },
  ...known,
});
const read = (known: Partial<Pose>) => headPose(fitHead(projectFace(pose(known)), FRAME.width, FRAME.height));
/** How far the middle of the fitted points lies before the head's origin. */
const FACE_DEPTH_CM = 4;
const DEGREE = Math.PI / 180;

/** The same head, seen along the line from the camera to its middle: how it is turned against that line, and how long the line is. */
function fromTheCamera(known: Pose): Pose {
  const middle = turned([0, 0, FACE_DEPTH_CM], known);
  const [x, y, z] = [middle[0] + known.xCm, middle[1] - known.yCm, middle[2] - known.distanceCm];
  const sight = sightOf(x, y, -z);
  const seen = (x: number, y: number, z: number) => alongSight(turned([x, y, z], known), sight);
  const [right, up, forward] = [seen(1, 0, 0), seen(0, 1, 0), seen(0, 0, 1)];
  return {
    ...known,
    yaw: Math.atan2(forward[0], forward[2]),
    pitch: Math.asin(forward[1]),
    roll: -Math.atan2(right[1], up[1]),
    distanceCm: Math.hypot(known.xCm, known.yCm, known.distanceCm),
  };
}

describe('headPose', () => {
  it('reads a level face in the middle', () => {
    const { yaw, pitch, roll, distanceCm } = read({});
    for (const angle of [yaw, pitch, roll]) expect(angle).to.be.closeTo(0, DEGREE / 2);
    expect(distanceCm).to.be.closeTo(50, 0.5);
  });

  it('has positive yaw to the image right, positive pitch up, positive roll clockwise', () => {
    for (const [angle, turn] of [
      ['yaw', 0.4],
      ['pitch', 0.3],
      ['roll', 0.3],
    ] as const) {
      const seen = fromTheCamera(pose({ [angle]: turn }))[angle];
      // The face goes aside when the head turns about its own middle, so that the camera sees it a little further round.
      expect(seen).to.be.closeTo(turn, 0.04);
      expect(read({ [angle]: turn })[angle]).to.be.closeTo(seen, 0.02);
    }
  });

  it('reads a face that looks into the camera as turned by nothing, wherever in the frame it is', () => {
    // At (9, -7) and 40 cm the camera is that far to its side and below it.
    const found = read({
      xCm: 9,
      yCm: -7,
      distanceCm: 40,
      yaw: -Math.atan2(9, 40),
      pitch: -Math.atan2(7, Math.hypot(9, 40)),
    });
    expect(found.yaw).to.be.closeTo(0, 2 * DEGREE);
    expect(found.pitch).to.be.closeTo(0, 2 * DEGREE);
    expect(found.distanceCm).to.be.closeTo(Math.hypot(9, 7, 40), 1);
  });

  it('recovers any turn, place and distance a session can have', () => {
    const poses = fc.record({
      ...{ yaw: between(-0.6, 0.6), pitch: between(-0.5, 0.5), roll: between(-0.6, 0.6) },
      ...{ xCm: between(-8, 8), yCm: between(-6, 6), distanceCm: between(30, 90) },
    });
    fc.assert(
      fc.property(poses, (known) => {
        const found = read(known);
        const seen = fromTheCamera(known);
        expect(found.yaw).to.be.closeTo(seen.yaw, 3 * DEGREE);
        expect(found.pitch).to.be.closeTo(seen.pitch, 3 * DEGREE);
        expect(found.roll).to.be.closeTo(seen.roll, 3 * DEGREE);
        expect(found.distanceCm / seen.distanceCm).to.be.closeTo(1, 0.03);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
