import { expect } from 'chai';
import fc from 'fast-check';
import { mapX, mapY } from '../../../app/vision/geometry/affine';
import { align, DEFAULT_TEMPLATE } from '../../../app/vision/steps/align';

/** Landmarks that lie where the template says, in a crop turned by `angle`, `scale` frame pixels wide, moved to (x, y). */
function placed(angle: number, scale: number, x: number, y: number): Float32Array {
  const landmarks = new Float32Array(468 * 3);
  for (const place of DEFAULT_TEMPLATE)
    for (const i of place.landmarks) {
      landmarks[3 * i] = x + scale * (place.x * Math.cos(angle) - place.y * Math.sin(angle));
      landmarks[3 * i + 1] = y + scale * (place.x * Math.sin(angle) + place.y * Math.cos(angle));
    }
  return landmarks;
}

describe('align', () => {
  it('recovers any similarity', () => {
    const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(finite(-3, 3), finite(20, 900), finite(-200, 900), (angle, scale, x) => {
        const map = align(placed(angle, scale, x, 50), DEFAULT_TEMPLATE, 64);
        expect(mapX(map, 0, 0)).to.be.closeTo(x, 0.01);
        expect(mapY(map, 0, 0)).to.be.closeTo(50, 0.01);
        expect(mapX(map, 64, 0)).to.be.closeTo(x + scale * Math.cos(angle), 0.01);
        expect(mapY(map, 64, 0)).to.be.closeTo(50 + scale * Math.sin(angle), 0.01);
      }),
    );
  });

  it('neither shears nor mirrors when the face does not fit', () => {
    const landmarks = placed(0.2, 200, 0, 0);
    landmarks[3 * 61] = landmarks[3 * 61]! - 40;
    const [a, b, c, d] = align(landmarks, DEFAULT_TEMPLATE, 64);
    expect(c).to.equal(-b);
    expect(d).to.equal(a);
  });
});
