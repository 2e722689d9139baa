import { expect } from 'chai';
import { spreadRatio } from '../../../app/insights/statistics/spread-ratio';

describe('spreadRatio', () => {
  it('is the worked example', () => {
    expect(spreadRatio({ self: [-0.5, 0.5], face: [-0.2, 0.2] })).to.be.closeTo(0.4, 1e-12);
  });

  it('is null with one pair, or where the rating never moved', () => {
    expect(spreadRatio({ self: [0.5], face: [0.1] })).to.equal(null);
    expect(spreadRatio({ self: [0.5, 0.5], face: [0.1, 0.3] })).to.equal(null);
  });
});
