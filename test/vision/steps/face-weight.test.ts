import { expect } from 'chai';
import { faceWeight } from '../../../app/vision/steps/face-weight';

const face = (x: number, size: number) => ({ x, y: 100 - size / 2, width: size, height: size });

const weight = (box: ReturnType<typeof face>): number => faceWeight(box, 200, 200);

describe('faceWeight', () => {
  it('is higher for the larger of two that are equally far from the middle', () => {
    expect(weight(face(150, 50))).to.be.above(weight(face(0, 40)));
  });

  it('is higher for the one in the middle of two of the same size', () => {
    expect(weight(face(75, 50))).to.be.above(weight(face(0, 50)));
  });

  it('is higher for a much larger one even aside', () => {
    expect(weight(face(0, 90))).to.be.above(weight(face(85, 30)));
  });

  it('is the area in the middle, and never nothing', () => {
    expect(weight(face(75, 50))).to.equal(2500);
    expect(faceWeight({ x: 500, y: 500, width: 10, height: 10 }, 200, 200)).to.equal(50);
  });
});
