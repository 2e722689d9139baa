import { expect } from 'chai';
import { clamp } from '../../app/base/clamp';

describe('clamp', () => {
  it('keeps a value inside its bounds, bounds included', () => {
    expect(clamp(0.5, 0, 1)).to.equal(0.5);
    expect(clamp(0, 0, 1)).to.equal(0);
    expect(clamp(1, 0, 1)).to.equal(1);
  });

  it('moves a value outside to the nearer bound', () => {
    expect(clamp(-2, -1, 1)).to.equal(-1);
    expect(clamp(2, -1, 1)).to.equal(1);
  });

  it('leaves NaN alone', () => {
    expect(clamp(Number.NaN, 0, 1)).to.be.NaN;
  });
});
