import { expect } from 'chai';
import fc from 'fast-check';
import { median } from '../../app/statistics/median';
import { SlidingMedian } from '../../app/statistics/sliding-median';

describe('SlidingMedian', () => {
  it('is the median of what is in it, whatever comes and goes', () => {
    const values = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 9 }), (series, width) => {
        const window = new SlidingMedian();
        series.forEach((value, at) => {
          window.add(value);
          if (at >= width) window.remove(series[at - width]!);
          expect(window.median).to.equal(median(series.slice(Math.max(0, at - width + 1), at + 1)));
        });
      }),
      { seed: 8, numRuns: 200 },
    );
  });

  it('is NaN of nothing, and takes out only what is in it', () => {
    const window = new SlidingMedian();
    expect(window.median).to.be.NaN;
    window.remove(1);
    window.add(2);
    window.remove(1);
    expect(window.median).to.equal(2);
    window.remove(2);
    expect(window.median).to.be.NaN;
  });
});
