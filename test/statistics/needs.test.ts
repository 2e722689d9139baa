import { expect } from 'chai';
import { isKnown, needsMore } from '../../app/statistics/needs';
import { presentOf, presentPairs } from '../../app/statistics/present';

describe('what is missing', () => {
  it('is said by how many more it takes', () => {
    expect(needsMore(7, 10)).to.deep.equal({ needs: 3 });
    expect(isKnown(needsMore(0, 1))).to.equal(false);
    expect(isKnown({ n: 3 })).to.equal(true);
  });

  it('is left out, never taken for 0', () => {
    expect([...presentOf([0, Number.NaN, 2])]).to.deep.equal([0, 2]);
    const { x, y } = presentPairs(Float64Array.of(0, 1, Number.NaN), [0, Number.NaN, 2]);
    expect([[...x], [...y]]).to.deep.equal([[0], [0]]);
  });
});
