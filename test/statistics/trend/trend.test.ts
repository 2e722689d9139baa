import { expect } from 'chai';
import fc from 'fast-check';
import { randomFrom } from '../../../app/statistics/resampling/random';
import { LEAST_FOR_TREND, loess } from '../../../app/statistics/trend/loess';
import { LEAST_FOR_SLOPE, robustSlope, usualLag } from '../../../app/statistics/trend/robust-slope';
import { rollingMean } from '../../../app/statistics/trend/rolling-mean';
import { known } from '../known';

const steps = (count: number) => Array.from({ length: count }, (_, at) => at);

describe('rollingMean', () => {
  it('counts both edges of its window in, and nothing behind them', () => {
    const column = { times: [0, 5, 10], values: [1, 2, 6] };
    expect([...rollingMean([5], column, { width: 10, least: 1 }).mean]).to.deep.equal([3]);
    expect([...rollingMean([5], column, { width: 9.9, least: 1 }).mean]).to.deep.equal([2]);
  });

  it('says nothing where too few are in it, and passes over what is missing', () => {
    const column = { times: [0, 1, 2], values: [1, Number.NaN, 3] };
    expect([...rollingMean([1], column, { width: 4, least: 2 }).mean]).to.deep.equal([2]);
    expect([...rollingMean([1], column, { width: 4, least: 3 }).mean]).to.deep.equal([Number.NaN]);
  });
});

describe('loess', () => {
  it('says how many are missing below ten, and speaks from ten on', () => {
    const first = (count: number) => loess([1], { times: steps(count), values: steps(count) }, 0.75);
    expect(first(LEAST_FOR_TREND - 1)).to.deep.equal({ needs: 1 });
    expect(first(LEAST_FOR_TREND)).to.include({ n: LEAST_FOR_TREND });
  });

  it('leaves a straight line as it is, wherever its days lie', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(300), { minLength: 12, maxLength: 60 }), (days) => {
        const times = days.toSorted((a, b) => a - b);
        const { fit } = known(loess(times, { times, values: times.map((day) => 2 * day - 5) }, 0.5));
        for (const [at, day] of times.entries()) expect(fit[at]).to.be.closeTo(2 * day - 5, 1e-6);
      }),
      { seed: 18, numRuns: 40 },
    );
  });

  it('stands at their mean where many entries have one time', () => {
    const { fit } = known(loess([3], { times: new Array(12).fill(3), values: steps(12) }, 0.5));
    expect(fit[0]).to.be.closeTo(5.5, 1e-9);
  });
});

describe('robustSlope', () => {
  it('says how many are missing below ten, and speaks from ten on', () => {
    const first = (count: number) => robustSlope(steps(count), steps(count));
    expect(first(LEAST_FOR_SLOPE - 1)).to.deep.equal({ needs: 1 });
    expect(first(LEAST_FOR_SLOPE)).to.include({ n: LEAST_FOR_SLOPE, slope: 1 });
  });

  it('is not a number where x is all the same: nothing is claimed', () => {
    expect(known(robustSlope(new Array(12).fill(1), steps(12))).slope).to.be.NaN;
  });

  it('covers the truth about as often as it says, though rows resemble their neighbours; without lags it would not', () => {
    const random = randomFrom(3);
    const covered = { usual: 0, none: 0 };
    const runs = 600;
    for (let run = 0; run < runs; run++) {
      let [cause, level] = [0, 0];
      const rows = steps(400).map(() => {
        cause = 0.6 * cause + random.normal();
        level = 0.6 * level + random.normal();
        return [cause, 0.3 * cause + level] as const;
      });
      const [x, y] = [rows.map(([value]) => value), rows.map(([, value]) => value)];
      for (const [name, lag] of [
        ['usual', usualLag(400)],
        ['none', 0],
      ] as const) {
        const { low, high } = known(robustSlope(x, y, lag));
        if (low <= 0.3 && 0.3 <= high) covered[name] += 1;
      }
    }
    expect(covered.usual / runs).to.be.within(0.92, 0.97);
    expect(covered.none / runs).to.be.below(0.87);
  });
});
