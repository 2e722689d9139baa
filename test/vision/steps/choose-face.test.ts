import { expect } from 'chai';
import { chooseFace } from '../../../app/vision/steps/choose-face';

const face = (x: number, size: number) => ({ x, y: 100 - size / 2, width: size, height: size });

describe('chooseFace', () => {
  it('takes the larger of two that are equally far from the middle', () => {
    const [small, large] = [face(0, 40), face(150, 50)];
    expect(chooseFace([small, large], 200, 200)).to.equal(large);
  });

  it('takes the one in the middle of two of the same size', () => {
    const [aside, middle] = [face(0, 50), face(75, 50)];
    expect(chooseFace([aside, middle], 200, 200)).to.equal(middle);
  });

  it('takes a much larger one even aside', () => {
    const [aside, middle] = [face(0, 90), face(85, 30)];
    expect(chooseFace([middle, aside], 200, 200)).to.equal(aside);
  });

  it('has nothing to choose without faces', () => {
    expect(chooseFace([], 200, 200)).to.equal(undefined);
  });
});
