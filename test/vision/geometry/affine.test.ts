import { expect } from 'chai';
import fc from 'fast-check';
import { cropToFrame, mapX, mapY, scaleOf } from '../../../app/vision/geometry/affine';

describe('cropToFrame', () => {
  it('puts the middle of the crop on the middle of the region', () => {
    fc.assert(
      fc.property(fc.double({ min: -3, max: 3, noNaN: true }), fc.boolean(), (angle, mirrored) => {
        const map = cropToFrame({ cx: 300, cy: 200, size: 50, angle }, 64, mirrored);
        expect(mapX(map, 32, 32)).to.be.closeTo(300, 1e-9);
        expect(mapY(map, 32, 32)).to.be.closeTo(200, 1e-9);
        expect(scaleOf(map)).to.be.closeTo(50 / 64, 1e-9);
      }),
    );
  });

  it('turns clockwise', () => {
    const map = cropToFrame({ cx: 0, cy: 0, size: 64, angle: Math.PI / 2 }, 64);
    expect([mapX(map, 64, 32), mapY(map, 64, 32)].map(Math.round)).to.deep.equal([0, 32]);
  });

  it('exchanges left and right where it is mirrored', () => {
    const region = { cx: 10, cy: 20, size: 30, angle: 0.5 };
    const [plain, mirrored] = [cropToFrame(region, 64), cropToFrame(region, 64, true)];
    expect(mapX(mirrored, 10, 40)).to.be.closeTo(mapX(plain, 54, 40), 1e-9);
    expect(mapY(mirrored, 10, 40)).to.be.closeTo(mapY(plain, 54, 40), 1e-9);
  });
});
