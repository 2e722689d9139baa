import { expect } from 'chai';
import fc from 'fast-check';
import { fitHead } from '../../../app/vision/geometry/head-fit';
import { headPose } from '../../../app/vision/steps/pose';
import type { Pose } from '../support/synthetic-face';
import { FRAME, projectFace } from '../support/synthetic-face';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const pose = (known: Partial<Pose>): Pose => ({
  ...{ yaw: 0, pitch: 0, roll: 0, xCm: 0, yCm: 0, distanceCm: 50 },
  ...known,
});
const read = (known: Partial<Pose>) => headPose(fitHead(projectFace(pose(known)), FRAME.width, FRAME.height));
const DEGREE = Math.PI / 180;

describe('headPose', () => {
  it('reads a level face in the middle', () => {
    const { yaw, pitch, roll, distanceCm } = read({});
    for (const angle of [yaw, pitch, roll]) expect(angle).to.be.closeTo(0, DEGREE / 2);
    expect(distanceCm).to.be.closeTo(50, 0.5);
  });

  it('has positive yaw to the image right, positive pitch up, positive roll clockwise', () => {
    expect(read({ yaw: 0.4 }).yaw).to.be.closeTo(0.4, 0.02);
    expect(read({ pitch: 0.3 }).pitch).to.be.closeTo(0.3, 0.02);
    expect(read({ roll: 0.3 }).roll).to.be.closeTo(0.3, 0.02);
  });

  it('recovers any turn, place and distance a session can have', () => {
    const poses = fc.record({
      ...{ yaw: between(-0.6, 0.6), pitch: between(-0.5, 0.5), roll: between(-0.6, 0.6) },
      ...{ xCm: between(-8, 8), yCm: between(-6, 6), distanceCm: between(30, 90) },
    });
    fc.assert(
      fc.property(poses, (known) => {
        const found = read(known);
        expect(found.yaw).to.be.closeTo(known.yaw, 3 * DEGREE);
        expect(found.pitch).to.be.closeTo(known.pitch, 3 * DEGREE);
        expect(found.roll).to.be.closeTo(known.roll, 3 * DEGREE);
        expect(found.distanceCm / known.distanceCm).to.be.closeTo(1, 0.03);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
