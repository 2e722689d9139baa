import { expect } from 'chai';
import { LEFT_EYE, RIGHT_EYE } from '../../../app/domain/face/mesh';
import { cropToFrame } from '../../../app/vision/geometry/affine';
import { EYE_POINTS, EYE_REGION_SCALE, eyeOpenness, eyeRegion, withEyes } from '../../../app/vision/steps/eyes';
import { gazeOf } from '../../../app/vision/steps/gaze';

/** A mesh with nothing but two level eyes of 60 pixels, `opening` high. */
function eyes(opening: number): Float32Array {
  const mesh = new Float32Array(478 * 3);
  const put = (i: number, x: number, y: number): void => mesh.set([x, y, -1], 3 * i);
  for (const [eye, x] of [
    [RIGHT_EYE, 100],
    [LEFT_EYE, 200],
  ] as const) {
    const [p1, p2, p3, p4, p5, p6] = eye.aspect;
    put(p1, x, 100);
    put(p4, x + 60, 100);
    put(p2, x + 20, 100 - opening / 2);
    put(p3, x + 40, 100 - opening / 2);
    put(p5, x + 40, 100 + opening / 2);
    put(p6, x + 20, 100 + opening / 2);
    put(eye.iris, x + 30, 100);
  }
  return mesh;
}

describe('eyeOpenness', () => {
  it('is height over width, alike for both eyes', () => {
    expect(eyeOpenness(eyes(18), RIGHT_EYE)).to.be.closeTo(0.3, 1e-6);
    expect(eyeOpenness(eyes(18), LEFT_EYE)).to.be.closeTo(0.3, 1e-6);
  });

  it('is 0 for a closed eye and for one without width', () => {
    expect(eyeOpenness(eyes(0), RIGHT_EYE)).to.equal(0);
    expect(eyeOpenness(new Float32Array(478 * 3), RIGHT_EYE)).to.equal(0);
  });
});

describe('eyeRegion', () => {
  it('is centred between the corners and level with them', () => {
    const { cx, cy, size, angle } = eyeRegion(eyes(18), LEFT_EYE);
    expect([cx, cy, angle]).to.deep.equal([230, 100, 0]);
    expect(size).to.be.closeTo(60 * EYE_REGION_SCALE, 1e-6);
  });
});

describe('withEyes', () => {
  it('places lids and irises through each crop’s own map', () => {
    const points = new Float32Array(2 * EYE_POINTS * 3);
    points.set([10, 20, 0], 0);
    points.set([32, 32, 0], 3 * 71);
    points.set([10, 20, 0], 3 * (EYE_POINTS + 71));
    const mesh = eyes(18).subarray(0, 468 * 3);
    const crops = [
      cropToFrame(eyeRegion(mesh, RIGHT_EYE), 64),
      cropToFrame({ cx: 50, cy: 50, size: 64, angle: 0 }, 64, true),
    ];
    const all = withEyes(mesh, points, crops);
    expect(all).to.have.length(478 * 3);
    expect(all[3 * RIGHT_EYE.iris]).to.be.closeTo(130, 1e-4);
    expect(all[3 * RIGHT_EYE.iris + 1]).to.be.closeTo(100, 1e-4);
    // Mirrored: 10 from the crop's left is 54 from the left of the region, which begins at 18.
    expect(all[3 * LEFT_EYE.iris]).to.be.closeTo(72, 1e-4);
    expect(all[3 * RIGHT_EYE.lids[0]!]).to.be.closeTo(130 - (22 * 138) / 64, 1e-3);
  });
});

describe('gazeOf', () => {
  const ahead = { yaw: 0, pitch: 0, roll: 0, distanceCm: 50 };

  it('is on the screen when eyes and head point ahead', () => {
    expect(gazeOf(eyes(18), ahead)).to.equal('on-screen');
  });

  it('is averted when the head turns far, unless the eyes turn back', () => {
    const turned = { ...ahead, yaw: 0.6 };
    expect(gazeOf(eyes(18), turned)).to.equal('averted');
    const back = eyes(18);
    for (const { iris } of [RIGHT_EYE, LEFT_EYE]) back[3 * iris] = back[3 * iris]! - 10;
    expect(gazeOf(back, turned)).to.equal('on-screen');
  });

  it('is down when the irises sink', () => {
    const low = eyes(18);
    for (const { iris } of [RIGHT_EYE, LEFT_EYE]) low[3 * iris + 1] = 114;
    expect(gazeOf(low, ahead)).to.equal('down');
  });
});
