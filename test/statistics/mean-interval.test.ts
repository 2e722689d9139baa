import { expect } from 'chai';
import { meanHalfWidth, studentT975 } from '../../app/statistics/mean-interval';
import { repeat, seeded } from '../dynamics/summary/readings';

describe('studentT975', () => {
  it('agrees with the tables', () => {
    const table = { 3: 3.1824, 4: 2.7764, 5: 2.5706, 7: 2.3646, 10: 2.2281, 30: 2.0423, 100: 1.984 };
    for (const [df, t] of Object.entries(table)) expect(studentT975(Number(df)), df).to.be.closeTo(t, 0.01);
  });
});

describe('meanHalfWidth', () => {
  it('gives its worked example', () => {
    expect(meanHalfWidth([1, -1, 1, -1, 1, -1, 1, -1])).to.be.closeTo(0.894, 0.001);
  });

  it('is 0 for a face that did not move, and null for too short a series', () => {
    expect(meanHalfWidth(repeat(200, 0.1 + 0.2))).to.equal(0);
    expect(meanHalfWidth([0, 1, 0])).to.equal(null);
  });

  it('is null for a face that turned once: two levels have no common mean', () => {
    expect(meanHalfWidth([...repeat(100, -0.5), ...repeat(100, 0.5)])).to.equal(null);
  });

  it('widens with autocorrelation as theory says: sqrt(19) for an AR(1) of .9', () => {
    const random = seeded(7);
    const noise = Array.from({ length: 1_800 }, () => random() + random() + random() - 1.5);
    let last = 0;
    const smooth = noise.map((value) => {
      last = 0.9 * last + Math.sqrt(1 - 0.81) * value;
      return last;
    });
    const ratio = meanHalfWidth(smooth)! / meanHalfWidth(noise)!;
    expect(ratio).to.be.within(Math.sqrt(19) * 0.7, Math.sqrt(19) * 1.3);
  });

  it('covers the true mean about as often as it says', () => {
    const random = seeded(11);
    let covered = 0;
    const runs = 200;
    for (let run = 0; run < runs; run++) {
      let level = 0;
      const series = Array.from({ length: 450 }, () => {
        level = 0.8 * level + 0.1 * (random() + random() + random() - 1.5);
        return level;
      });
      const mean = series.reduce((sum, value) => sum + value, 0) / series.length;
      if (Math.abs(mean) <= meanHalfWidth(series)!) covered++;
    }
    expect(covered / runs).to.be.within(0.88, 0.99);
  });
});
