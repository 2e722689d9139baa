import { expect } from 'chai';
import fc from 'fast-check';
import { OUTER_LEFT, OUTER_RIGHT } from '../../../app/domain/face/mesh';
import {
  isInside,
  REGION_SCALE,
  regionFromDetection,
  regionFromLandmarks,
  wholeFrame,
} from '../../../app/vision/steps/region';

/** A box of 80 x 100 with level eyes, turned by `angle` about (300, 200). */
function mesh(angle: number): Float32Array {
  const points = new Float32Array(468 * 3);
  const put = (i: number, x: number, y: number): void => {
    points[3 * i] = 300 + x * Math.cos(angle) - y * Math.sin(angle);
    points[3 * i + 1] = 200 + x * Math.sin(angle) + y * Math.cos(angle);
  };
  for (let i = 0; i < 468; i++) put(i, 0, 0);
  [-40, 40].forEach((x, i) => {
    put(10 + i, x, -50);
    put(20 + i, x, 50);
  });
  put(OUTER_RIGHT, -30, -10);
  put(OUTER_LEFT, 30, -10);
  return points;
}

describe('regionFromLandmarks', () => {
  it('follows the tilt of the eyes and keeps its size', () => {
    fc.assert(
      fc.property(fc.double({ min: -1.5, max: 1.5, noNaN: true }), (angle) => {
        const region = regionFromLandmarks(mesh(angle));
        expect(region.angle).to.be.closeTo(angle, 1e-4);
        expect(region.size).to.be.closeTo(100 * REGION_SCALE, 1e-2);
        expect(region.cx).to.be.closeTo(300, 1e-2);
        expect(region.cy).to.be.closeTo(200, 1e-2);
      }),
    );
  });
});

describe('regionFromDetection', () => {
  it('is turned so that the eyes are level', () => {
    const keypoints = [
      [10, 10],
      [20, 20],
    ] as const;
    const region = regionFromDetection({ x: 0, y: 0, width: 40, height: 60, keypoints });
    expect(region).to.deep.equal({ cx: 20, cy: 30, size: 90, angle: Math.PI / 4 });
  });
});

describe('wholeFrame', () => {
  it('is never stretched', () => {
    expect(wholeFrame(640, 360)).to.deep.equal({ cx: 320, cy: 180, size: 640, angle: 0 });
  });
});

describe('isInside', () => {
  it('lets a region go whose middle has left the frame', () => {
    expect(isInside({ cx: 0, cy: 10, size: 5, angle: 0 }, 100, 100)).to.equal(true);
    expect(isInside({ cx: -1, cy: 10, size: 5, angle: 0 }, 100, 100)).to.equal(false);
  });
});
