import { expect } from 'chai';
import { randomFrom } from '../../../app/statistics/resampling/random';
import { dot, ridge } from '../../../app/statistics/trend/ridge';

const random = randomFrom(3);
const TRUE = [0.4, -1.2, 2];
const ROWS = Array.from({ length: 25 }, () => [1, random.normal(), random.normal()]);
const WANTED = ROWS.map((row) => dot(row, TRUE) + 0.3 * random.normal());
const WEAK = [1e-9, 1e-9, 1e-9];

describe('ridge', () => {
  it('is the least squares where hardly anything pulls: what is left goes with no column', () => {
    const { weights } = ridge(ROWS, WANTED, WEAK);
    const left = ROWS.map((row, at) => WANTED[at]! - dot(row, weights));
    for (let column = 0; column < TRUE.length; column++) {
      expect(weights[column]).to.be.closeTo(TRUE[column]!, 0.2);
      expect(
        dot(
          left,
          ROWS.map((row) => row[column]!),
        ),
      ).to.be.closeTo(0, 1e-6);
    }
  });

  it('pulls each column by its own penalty, to nothing where that is endless', () => {
    const { weights } = ridge(ROWS, WANTED, [1e-9, 1e12, 10]);
    expect(weights[1]).to.be.closeTo(0, 1e-6);
    expect(weights[2]).to.be.within(0.5, 1.9);
  });

  it('says of each row what a fit to all the others says', () => {
    const penalties = [0.5, 2, 8];
    const { leftOut } = ridge(ROWS, WANTED, penalties);
    for (const [at, row] of ROWS.entries()) {
      const others = <T>(all: readonly T[]): readonly T[] => all.filter((_, other) => other !== at);
      const { weights } = ridge(others(ROWS), others(WANTED), penalties);
      expect(leftOut[at]).to.be.closeTo(dot(row, weights), 1e-9);
    }
  });

  it('knows nothing where there is nothing', () => {
    expect(ridge([], [], [1, 1])).to.deep.equal({ weights: [0, 0], leftOut: [] });
  });
});
