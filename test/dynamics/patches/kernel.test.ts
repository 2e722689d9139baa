import { expect } from 'chai';
import { projectionKernel } from '../../../app/dynamics/patches/kernel';

/** Two orthonormal columns of four numbers each. */
const PLANE = [1, 0, 0, 0, 0, 1, 0, 0];
const turned = (angle: number): number[] => [1, 0, 0, 0, 0, Math.cos(angle), Math.sin(angle), 0];

describe('projectionKernel', () => {
  it('is as large as there are columns where two subspaces are the same, however their bases are turned', () => {
    const half = Math.SQRT1_2;
    expect(projectionKernel(PLANE, PLANE, 4)).to.equal(2);
    expect(projectionKernel(PLANE, [half, half, 0, 0, -half, half, 0, 0], 4)).to.be.closeTo(2, 1e-12);
  });

  it('is nothing where they are at right angles', () => {
    expect(projectionKernel(PLANE, [0, 0, 1, 0, 0, 0, 0, 1], 4)).to.equal(0);
  });

  it('is the squared cosine of every angle between them, from either side', () => {
    expect(projectionKernel(PLANE, turned(0.5), 4)).to.be.closeTo(1 + Math.cos(0.5) ** 2, 1e-12);
    expect(projectionKernel(turned(0.5), PLANE, 4)).to.equal(projectionKernel(PLANE, turned(0.5), 4));
  });
});
