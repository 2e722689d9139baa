import { expect } from 'chai';
import { marksOf } from '../../../app/charts/motion/drawn-lanes';

describe('the axis below the lanes', () => {
  for (const [seconds, marks] of [
    [0, []],
    [4, []],
    [15, [5, 10]],
    [20, [5, 10, 15]],
    [21, [10]],
    [30, [10, 20]],
    [45, [15, 30]],
    [60, [15, 30, 45]],
    [90, [30, 60]],
    [180, [60, 120]],
    [241, [120]],
    [1_000, [300, 600]],
    [8.64e12, [2_160_000_000_000, 4_320_000_000_000, 6_480_000_000_000]],
  ] as const)
    it(`of ${seconds} s is marked at ${marks.join(', ') || 'its ends alone'}`, () => {
      expect(marksOf(seconds * 1000).map((ms) => ms / 1000)).to.deep.equal(marks);
    });

  it('never has a mark that would touch the word at its end', () => {
    for (let ms = 1000; ms <= 200_000; ms += 700) {
      const last = marksOf(ms).at(-1) ?? 0;
      expect(last / ms, `${ms} ms`).to.be.below(0.86);
    }
  });
});
