import { expect } from 'chai';
import { stretches } from '../../app/statistics/stretches';

const LIMITS = { onset: 1, offset: 0.5, onsetCount: 2, longestGapMs: 300 };
const at = (values: readonly number[], stepMs = 100) => values.map((value, i) => ({ tMs: i * stepMs, value }));
const found = (values: readonly number[], stepMs = 100) =>
  stretches(at(values, stepMs), ({ value }) => value, LIMITS).map((run) => run.map(({ value }) => value));

describe('stretches', () => {
  it('begin above the onset, and only after enough values on end', () => {
    expect(found([0, 1.1, 0, 0])).to.deep.equal([]);
    expect(found([0, 1.1, 1.1, 0])).to.deep.equal([[1.1, 1.1, 0]]);
    expect(found([0, 1, 1, 0])).to.deep.equal([], 'the onset itself is not above it');
  });

  it('go on down to the offset, which is the last of them', () => {
    expect(found([2, 2, 0.5, 2, 0.49, 2])).to.deep.equal([[2, 2, 0.5, 2, 0.49]]);
  });

  it('end at a gap that is too long, and at a value that is none', () => {
    expect(found([2, 2, 2], 300)).to.deep.equal([[2, 2, 2]]);
    expect(found([2, 2, 2], 301)).to.deep.equal([]);
    expect(found([2, 2, Number.NaN, 2, 2])).to.deep.equal([
      [2, 2, Number.NaN],
      [2, 2],
    ]);
  });
});
