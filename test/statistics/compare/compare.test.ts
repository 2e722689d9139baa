import { expect } from 'chai';
import fc from 'fast-check';
import { benjaminiHochberg } from '../../../app/statistics/compare/benjamini-hochberg';
import { blandAltman, LEAST_FOR_LIMITS } from '../../../app/statistics/compare/bland-altman';
import { calibrationCurve, LEAST_IN_BIN } from '../../../app/statistics/compare/calibration-curve';
import { wilsonInterval } from '../../../app/statistics/compare/wilson-interval';
import { known } from '../known';

const steps = (count: number) => Array.from({ length: count }, (_, at) => at);

describe('benjaminiHochberg', () => {
  it('never makes a p smaller or passes 1, keeps their order, and asks little of one alone', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 }), (ps) => {
        const adjusted = benjaminiHochberg(ps);
        for (const [at, p] of ps.entries()) {
          expect(adjusted[at]).to.be.within(p, 1);
          for (const [other, its] of ps.entries()) if (its < p) expect(adjusted[other]).to.be.at.most(adjusted[at]!);
        }
      }),
      { seed: 18 },
    );
    expect([...benjaminiHochberg([0.04])]).to.deep.equal([0.04]);
    expect([...benjaminiHochberg([])]).to.deep.equal([]);
  });
});

describe('blandAltman and calibrationCurve', () => {
  it('say how many pairs are missing, and speak from there on', () => {
    expect(blandAltman(steps(LEAST_FOR_LIMITS - 1), steps(LEAST_FOR_LIMITS - 1))).to.deep.equal({ needs: 1 });
    expect(blandAltman(steps(LEAST_FOR_LIMITS), steps(LEAST_FOR_LIMITS))).to.include({ mean: 0, lowerLimit: 0 });
    const enough = 3 * LEAST_IN_BIN;
    expect(calibrationCurve(steps(enough - 1), steps(enough - 1), 3)).to.deep.equal({ needs: 1 });
    expect(known(calibrationCurve(steps(enough), steps(enough), 3)).map(({ n }) => n)).to.deep.equal([5, 5, 5]);
  });

  it('put each row into one bin, also where many have the same value', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 20, maxLength: 60 }), (x) => {
        const bins = known(calibrationCurve(x, x, 4));
        expect(bins.reduce((sum, { n }) => sum + n, 0)).to.equal(x.length);
        for (const { meanX, meanY, from, to } of bins) {
          expect(meanX).to.be.closeTo(meanY, 1e-12);
          expect(meanX).to.be.within(from, to);
        }
      }),
      { seed: 18 },
    );
  });
});

describe('wilsonInterval', () => {
  it('holds the share, keeps within 0 and 1, and is wide even at their ends', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.integer({ min: 1, max: 50 }), (count, more) => {
        const { share, low, high } = wilsonInterval(count, count + more);
        expect(low).to.be.within(0, share + 1e-12);
        expect(high).to.be.within(share - 1e-12, 1);
        expect(high - low).to.be.above(0);
      }),
      { seed: 18 },
    );
  });
});
