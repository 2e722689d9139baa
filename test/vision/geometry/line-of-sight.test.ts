import { expect } from 'chai';
import { alongSight, sightOf } from '../../../app/vision/geometry/line-of-sight';

describe('the line of sight', () => {
  it('is what a camera that looks along it sees in its middle', () => {
    for (const [right, up] of [
      [0, 0],
      [120, -80],
      [-300, 200],
    ] as const) {
      const sight = sightOf(right, up, 400);
      const [x, y, z] = alongSight(sight, sight);
      expect(Math.hypot(x, y, z + 1)).to.be.below(1e-12);
    }
  });

  it('keeps lengths and angles, and rolls nothing', () => {
    const sight = sightOf(150, 90, 400);
    const [right, up] = [alongSight([1, 0, 0], sight), alongSight([0, 1, 0], sight)];
    expect(Math.hypot(...right)).to.be.closeTo(1, 1e-12);
    expect(right[0] * up[0] + right[1] * up[1] + right[2] * up[2]).to.be.closeTo(0, 1e-12);
    // What lies between sight and axis stays in their plane: turned across it is nothing.
    const across = alongSight([sight[1], -sight[0], 0], sight);
    expect(Math.hypot(across[0] - sight[1], across[1] + sight[0], across[2])).to.be.below(1e-12);
  });

  it('is the axis in the middle of the frame', () => {
    expect(alongSight([3, -4, 5], sightOf(0, 0, 400))).to.deep.equal([3, -4, 5]);
  });
});
