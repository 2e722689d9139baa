import { expect } from 'chai';
import fc from 'fast-check';
import { rigidFit } from '../../../app/vision/geometry/rigid-fit';

const angle = fc.double({ min: -3, max: 3, noNaN: true });
const POINTS = Float64Array.of(0, 0, 0, 3, 0, 1, 0, 2, -1, 1, 1, 4, -2, 3, 1);
const WEIGHTS = Float64Array.of(1, 2, 1, 0.5, 1);

describe('rigidFit', () => {
  it('recovers a known rotation, scale and translation', () => {
    fc.assert(
      fc.property(angle, angle, fc.double({ min: 0.2, max: 5, noNaN: true }), (a, b, scale) => {
        const r = product(aboutZ(a), aboutX(b));
        const target = POINTS.map((_, i) => scale * apply(r, POINTS, i) + [7, -2, 5][i % 3]!);
        const fit = rigidFit(POINTS, target, WEIGHTS);
        expect(fit.scale).to.be.closeTo(scale, 1e-6);
        for (let k = 0; k < 9; k++) expect(fit.rotation[k]).to.be.closeTo(r[k]!, 1e-6);
        for (let k = 0; k < 3; k++) expect(fit.translation[k]).to.be.closeTo([7, -2, 5][k]!, 1e-6);
      }),
    );
  });

  it('never answers with a reflection', () => {
    const mirrored = POINTS.map((value, i) => (i % 3 === 0 ? -value : value));
    const [a, b, c, d, e, f, g, h, i] = rigidFit(POINTS, mirrored, WEIGHTS).rotation as number[];
    const determinant = a! * (e! * i! - f! * h!) - b! * (d! * i! - f! * g!) + c! * (d! * h! - e! * g!);
    expect(determinant).to.be.closeTo(1, 1e-9);
  });

  it('ignores a point of no weight', () => {
    const target = POINTS.slice();
    target[0] = 1000;
    const fit = rigidFit(POINTS, target, Float64Array.of(0, 2, 1, 0.5, 1));
    expect(fit.scale).to.be.closeTo(1, 1e-9);
  });
});

const apply = (r: readonly number[], points: Float64Array, i: number): number => {
  const at = i - (i % 3);
  return [0, 1, 2].reduce((sum, k) => sum + r[3 * (i % 3) + k]! * points[at + k]!, 0);
};
const aboutZ = (t: number): number[] => [Math.cos(t), -Math.sin(t), 0, Math.sin(t), Math.cos(t), 0, 0, 0, 1];
const aboutX = (t: number): number[] => [1, 0, 0, 0, Math.cos(t), -Math.sin(t), 0, Math.sin(t), Math.cos(t)];
const product = (a: readonly number[], b: readonly number[]): number[] =>
  Array.from({ length: 9 }, (_, i) =>
    [0, 1, 2].reduce((sum, k) => sum + a[3 * Math.floor(i / 3) + k]! * b[3 * k + (i % 3)]!, 0),
  );
