import { expect } from 'chai';
import fc from 'fast-check';
import { mean } from '../../app/statistics/mean';
import { median } from '../../app/statistics/median';
import { medianAbsoluteDeviation } from '../../app/statistics/median-absolute-deviation';
import { quantile } from '../../app/statistics/quantile';
import { sampleDeviation, standardDeviation } from '../../app/statistics/standard-deviation';

describe('centre and spread', () => {
  it('are the worked examples, in lists and in typed arrays', () => {
    expect(mean([1, 2, 6])).to.equal(3);
    expect(median([3, 1, 2, 10])).to.equal(2.5);
    expect(median([3, 1, 2])).to.equal(2);
    expect(medianAbsoluteDeviation([1, 1, 2, 2, 4, 6, 9])).to.equal(1);
    expect(medianAbsoluteDeviation(Float32Array.of(1, 1, 2, 2, 4, 6, 9))).to.equal(1);
    expect([0, 0.25, 0.5, 1].map((share) => quantile([4, 2, 3, 1], share))).to.deep.equal([1, 1.75, 2.5, 4]);
    expect(sampleDeviation([1, 3])).to.be.closeTo(Math.SQRT2, 1e-12);
    expect(standardDeviation(Float64Array.of(1, 3))).to.equal(1);
  });

  it('lose nothing to rounding in a long sum of small numbers', () => {
    expect(mean(new Float64Array(1_000_000).fill(0.1))).to.equal(0.1);
  });

  it('are NaN of nothing', () => {
    for (const of of [mean, median, medianAbsoluteDeviation, standardDeviation, sampleDeviation])
      expect(of([]), of.name).to.be.NaN;
    expect(quantile([], 0.9)).to.be.NaN;
    expect(sampleDeviation([1])).to.be.NaN;
  });

  it('leave what they are given as it is', () => {
    fc.assert(
      fc.property(fc.float64Array({ minLength: 1, noNaN: true, min: -1e6, max: 1e6 }), (values) => {
        const before = values.slice();
        for (const of of [mean, median, medianAbsoluteDeviation, standardDeviation]) of(values);
        expect(values).to.deep.equal(before);
        expect(median(values)).to.be.within(Math.min(...values), Math.max(...values));
      }),
    );
  });
});
