import { expect } from 'chai';
import fc from 'fast-check';
import { swings } from '../../app/statistics/swings';

const series = (values: readonly number[]) => values.map((value, tMs) => ({ tMs, value }));
const heights = (values: readonly number[], least = 2) => swings(series(values), least, 10).map(({ by }) => by);

describe('swings', () => {
  it('are the rises and falls from turn to turn', () => {
    expect(heights([0, 3, 1, 4])).to.deep.equal([3, -2, 3]);
    expect(swings(series([0, 3, 1, 4]), 2, 10)[1]).to.deep.equal({ fromMs: 1, toMs: 2, by: -2 });
  });

  it('leave out what is smaller, without losing where the larger one turned', () => {
    expect(heights([0, 2, 1, 4, 3, 5, 0])).to.deep.equal([5, -5]);
    expect(heights([0, 1, 0, 1, 0])).to.deep.equal([]);
  });

  it('begin when a value is left, not when it was reached', () => {
    expect(swings(series([0, 0, 0, 0, 3, 3, 3, 0]), 2, 10)).to.deep.equal([
      { fromMs: 3, toMs: 4, by: 3 },
      { fromMs: 6, toMs: 7, by: -3 },
    ]);
  });

  it('are found around the value that the series begins with', () => {
    expect(heights([0, 1.5, -1.5, 1.5, 0])).to.deep.equal([-3, 3]);
  });

  it('are not drawn across a gap; what is missing is passed over', () => {
    const gap = [...series([0, 5]), { tMs: 50, value: 0 }];
    expect(swings(gap, 2, 10).map(({ by }) => by)).to.deep.equal([5]);
    expect(heights([0, Number.NaN, 5, Number.NaN, 0])).to.deep.equal([5, -5]);
    expect(swings([], 2, 10)).to.deep.equal([]);
  });

  it('go up and down in turn, none smaller than asked for', () => {
    const values = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { maxLength: 60 });
    fc.assert(
      fc.property(values, (list) => {
        const found = heights(list, 1.5);
        for (const [at, by] of found.entries()) {
          expect(Math.abs(by)).to.be.at.least(1.5);
          if (at > 0) expect(Math.sign(by)).to.equal(-Math.sign(found[at - 1]!));
        }
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
