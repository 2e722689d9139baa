import { expect } from 'chai';
import fc from 'fast-check';
import { changePoints } from '../../../app/statistics/series/change-points';

/** Every cut, by looking at all starts of the last stretch. */
function slowly(values: readonly number[], penalty: number, least: number): { cost: number; cuts: number[] } {
  const cost = (from: number, to: number) => {
    const own = values.slice(from, to);
    const centre = own.reduce((sum, value) => sum + value, 0) / own.length;
    return own.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  };
  const best: { cost: number; cuts: number[] }[] = [{ cost: -penalty, cuts: [] }];
  for (let end = 1; end <= values.length; end++) {
    best[end] = { cost: Number.POSITIVE_INFINITY, cuts: [] };
    for (let start = 0; start <= end - least; start++) {
      const total = best[start]!.cost + cost(start, end) + penalty;
      if (total < best[end]!.cost) best[end] = { cost: total, cuts: start === 0 ? [] : [...best[start]!.cuts, start] };
    }
  }
  return best[values.length]!;
}

const costOfCuts = (values: readonly number[], cuts: readonly number[], penalty: number): number =>
  [0, ...cuts].reduce((sum, from, at) => {
    const own = values.slice(from, cuts[at] ?? values.length);
    const centre = own.reduce((total, value) => total + value, 0) / own.length;
    return sum + own.reduce((total, value) => total + (value - centre) ** 2, 0) + (at > 0 ? penalty : 0);
  }, 0);

describe('changePoints', () => {
  it('prunes nothing that a look at every cut would choose', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 6 }),
        (values, penalty, least) => {
          fc.pre(values.length >= least);
          const cuts = changePoints(values, { penalty, least });
          const edges = [0, ...cuts, values.length];
          for (const [at, edge] of edges.slice(1).entries()) expect(edge - edges[at]!).to.be.at.least(least);
          expect(costOfCuts(values, cuts, penalty)).to.be.closeTo(slowly(values, penalty, least).cost, 1e-6);
        },
      ),
      { seed: 18, numRuns: 400 },
    );
  });

  it('cuts where that saves more than the penalty, and not where it saves less', () => {
    // Two levels 2 apart, four values each: cutting saves 8.
    const values = [0, 0, 0, 0, 2, 2, 2, 2];
    expect(changePoints(values, { penalty: 7.9, least: 2 })).to.deep.equal([4]);
    expect(changePoints(values, { penalty: 8.1, least: 2 })).to.deep.equal([]);
  });

  it('is the same for values far from 0, and none where there are too few to cut', () => {
    const far = [0, 0.1, 0, 0.1, 1, 1.1, 1, 1.1].map((value) => value + 1e6);
    expect(changePoints(far, { penalty: 0.5, least: 2 })).to.deep.equal([4]);
    expect(changePoints([], { penalty: 1, least: 2 })).to.deep.equal([]);
    expect(changePoints([1, 9, 1], { penalty: 0, least: 2 })).to.deep.equal([]);
  });

  it('goes through ten thousand days at once', () => {
    const values = Array.from({ length: 10_000 }, (_, at) => Math.sin(at) + (Math.floor(at / 500) % 2));
    expect(changePoints(values, { penalty: 10, least: 14 })).to.have.length(19);
  });
});
