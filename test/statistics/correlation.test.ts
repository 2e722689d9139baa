import { expect } from 'chai';
import { correlation, fisherInterval } from '../../app/statistics/correlation';

describe('correlation', () => {
  it('is 1, -1 and 0 where it must be, in lists and in typed arrays', () => {
    expect(correlation([1, 2, 3], [10, 20, 30])).to.be.closeTo(1, 1e-12);
    expect(correlation(Float32Array.of(1, 2, 3), Float64Array.of(3, 2, 1))).to.be.closeTo(-1, 1e-12);
    expect(correlation([1, 2, 3, 4], [1, -1, -1, 1])).to.be.closeTo(0, 1e-12);
  });

  it('is NaN where there is nothing to tell', () => {
    expect(correlation([1], [1])).to.be.NaN;
    expect(correlation([1, 2], [5, 5])).to.be.NaN;
  });
});

describe('fisherInterval', () => {
  it('is the worked examples', () => {
    const { low, high } = fisherInterval(0.58, 30);
    expect([low, high].map((bound) => bound.toFixed(3))).to.deep.equal(['0.278', '0.778']);
    const small = fisherInterval(0.8, 10);
    expect([small.low, small.high].map((bound) => bound.toFixed(3))).to.deep.equal(['0.343', '0.951']);
  });
});
