import { expect } from 'chai';
import fc from 'fast-check';
import { mean } from '../../../app/statistics/mean';
import { randomFrom } from '../../../app/statistics/resampling/random';
import { inertia } from '../../../app/statistics/series/inertia';
import { lagCorrelation } from '../../../app/statistics/series/lag-correlation';
import { neighbours } from '../../../app/statistics/series/series';
import {
  LEAST_NEIGHBOURS,
  meanSquareSuccessiveDifference,
} from '../../../app/statistics/series/successive-differences';
import { known } from '../known';

const steps = (count: number) => Array.from({ length: count }, (_, at) => at);
const wave = (count: number) => ({ at: steps(count), values: steps(count).map((at) => at % 3) });

describe('neighbours', () => {
  it('do not reach over a gap or a missing value', () => {
    const { before, after } = neighbours({ at: [1, 2, 3, 5, 6], values: [1, 2, Number.NaN, 5, 6] });
    expect([[...before], [...after]]).to.deep.equal([
      [1, 5],
      [2, 6],
    ]);
  });

  it('of two columns are the earlier of one and the later of the other', () => {
    const { before, after } = neighbours({ at: [1, 3], values: [10, 30] }, { at: [2, 3, 5], values: [2, 3, 5] }, 2);
    expect([[...before], [...after]]).to.deep.equal([
      [10, 30],
      [3, 5],
    ]);
  });

  it('are as many as there are steps that have one before them', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(60), { maxLength: 40 }), (days) => {
        const at = days.toSorted((a, b) => a - b);
        expect(neighbours({ at, values: at }).after.length).to.equal(at.filter((day) => at.includes(day - 1)).length);
      }),
      { seed: 18 },
    );
  });
});

describe('series', () => {
  it('say how many pairs are missing below ten, and speak from ten on', () => {
    for (const of of [
      meanSquareSuccessiveDifference,
      inertia,
      (s: ReturnType<typeof wave>) => lagCorrelation(s, s, 1),
    ]) {
      expect(of(wave(LEAST_NEIGHBOURS))).to.deep.equal({ needs: 1 });
      expect(of(wave(LEAST_NEIGHBOURS + 1))).to.include({ n: LEAST_NEIGHBOURS });
      expect(of(wave(0))).to.deep.equal({ needs: LEAST_NEIGHBOURS });
    }
  });

  it('inertia without its bias comes out right on average where there are twenty values, and without it does not', () => {
    const random = randomFrom(5);
    const runs = Array.from({ length: 3_000 }, () => {
      let level = random.normal();
      const values = steps(20).map(() => {
        level = 0.4 * level + Math.sqrt(1 - 0.16) * random.normal();
        return level;
      });
      return known(inertia({ at: steps(20), values }));
    });
    expect(mean(runs.map(({ corrected }) => corrected))).to.be.closeTo(0.4, 0.03);
    expect(mean(runs.map(({ r }) => r))).to.be.closeTo(0.4 - (1 + 3 * 0.4) / 20, 0.03);
  });
});
