import { expect } from 'chai';
import { agreement } from '../../../app/insights/statistics/agreement';
import { MIN_PAIRS } from '../../../app/insights/statistics/min-pairs';

/** Anscombe's first set (1973, Am Stat 27:17), brought to -1..1: r = 0.81642 whatever the scale. */
const X = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5].map((x) => x / 20);
const Y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68].map((y) => y / 20);

describe('agreement', () => {
  it('is the published correlation, with its Fisher interval', () => {
    const result = agreement({ self: X, face: Y });
    if (result.kind !== 'known') throw new Error(result.kind);
    expect(result.n).to.equal(11);
    expect(result.r).to.be.closeTo(0.81642, 1e-5);
    // As R gives it, cor.test(anscombe$x1, anscombe$y1): 0.4243912 to 0.9506933.
    expect(result.low).to.be.closeTo(0.4243912, 1e-6);
    expect(result.high).to.be.closeTo(0.9506933, 1e-6);
  });

  it('says how many pairs are missing below ten, and speaks from ten on', () => {
    const first = (n: number) => agreement({ self: X.slice(0, n), face: Y.slice(0, n) });
    expect(first(MIN_PAIRS - 1)).to.deep.equal({ kind: 'too-few', n: 9, missing: 1 });
    expect(first(0)).to.deep.equal({ kind: 'too-few', n: 0, missing: 10 });
    expect(first(MIN_PAIRS).kind).to.equal('known');
  });

  it('says which side never moved instead of dividing by nothing', () => {
    const flat = X.map(() => 0.3);
    expect(agreement({ self: flat, face: Y })).to.deep.equal({ kind: 'no-spread', n: 11, which: 'self' });
    expect(agreement({ self: X, face: flat })).to.deep.equal({ kind: 'no-spread', n: 11, which: 'face' });
  });

  it('stays within -1..1 when the two are the same or opposite', () => {
    for (const [face, r] of [
      [X, 1],
      [X.map((x) => -x), -1],
    ] as const) {
      const result = agreement({ self: X, face });
      if (result.kind !== 'known') throw new Error(result.kind);
      expect(result.r).to.be.closeTo(r, 1e-12);
      expect([result.low, result.high].every((bound) => bound >= -1 && bound <= 1)).to.equal(true);
    }
  });
});
