import { expect } from 'chai';
import { correlation } from '../../../app/statistics/correlation';
import { mean } from '../../../app/statistics/mean';
import { blockBootstrap, blockLength } from '../../../app/statistics/resampling/block-bootstrap';
import { randomFrom } from '../../../app/statistics/resampling/random';
import { shuffledBaseline } from '../../../app/statistics/resampling/shuffled-baseline';
import { sampleDeviation } from '../../../app/statistics/standard-deviation';

const steps = (count: number) => Array.from({ length: count }, (_, at) => at);

/** Each value is `phi` of the one before and the rest chance; of variance 1. */
function carriedOver(count: number, phi: number, seed: number): number[] {
  const random = randomFrom(seed);
  let level = random.normal();
  return steps(count).map(() => {
    level = phi * level + Math.sqrt(1 - phi * phi) * random.normal();
    return level;
  });
}

describe('randomFrom', () => {
  it('gives the same numbers for the same seed, and others for another', () => {
    const ten = (seed: number) => Array.from({ length: 10 }, randomFrom(seed).uniform);
    expect(ten(1)).to.deep.equal(ten(1));
    expect(ten(1)).to.not.deep.equal(ten(2));
  });

  it('spreads evenly, and normally', () => {
    const random = randomFrom(1);
    const [even, normal] = [steps(20_000).map(random.uniform), steps(20_000).map(random.normal)];
    expect(mean(even)).to.be.closeTo(0.5, 0.01);
    expect(even.every((value) => value >= 0 && value < 1)).to.equal(true);
    expect(mean(normal)).to.be.closeTo(0, 0.03);
    expect(sampleDeviation(normal)).to.be.closeTo(1, 0.03);
    expect(normal.filter((value) => Math.abs(value) < 1.96).length / 20_000).to.be.closeTo(0.95, 0.01);
    expect(new Set(steps(200).map(() => random.below(3)))).to.deep.equal(new Set([0, 1, 2]));
  });
});

describe('blockBootstrap', () => {
  it('draws rows of the column alone, in blocks that go on at the beginning', () => {
    blockBootstrap(5, 3, 50, randomFrom(2), (rows) => {
      expect([...rows].every((row) => row >= 0 && row < 5)).to.equal(true);
      for (const at of [1, 2, 4]) expect(rows[at]).to.equal((rows[at - 1]! + 1) % 5);
      return 0;
    });
    expect(blockLength(1)).to.equal(1);
    expect(blockLength(1000)).to.equal(10);
  });

  it('gives a mean of alike neighbours the error it has; rows one by one would give half of it', () => {
    // By theory sqrt((1 + .6) / (1 - .6)) = 2 times that of independent values.
    const values = carriedOver(2_000, 0.6, 4);
    const error = (length: number) =>
      sampleDeviation(
        blockBootstrap(2_000, length, 400, randomFrom(1), (rows) =>
          mean(Float64Array.from(rows, (row) => values[row]!)),
        ),
      );
    const independent = 1 / Math.sqrt(2_000);
    expect(error(1) / independent).to.be.within(0.85, 1.15);
    expect(error(blockLength(2_000)) / independent).to.be.within(1.6, 2.2);
  });
});

describe('shuffledBaseline', () => {
  it('calls a real relation rare, and of unrelated ones as many as it should', () => {
    const x = carriedOver(200, 0.5, 1);
    const noise = carriedOver(200, 0.5, 2);
    const y = x.map((value, at) => value + noise[at]!);
    const real = shuffledBaseline(x, y, 199, randomFrom(1), correlation);
    expect(real.p).to.equal(1 / 200);
    expect(real.low).to.be.below(0);
    expect(real.high).to.be.above(0).and.below(correlation(x, y));
    const rare = steps(200).filter((seed) => {
      const [one, other] = [carriedOver(100, 0.5, 1000 + seed), carriedOver(100, 0.5, 5000 + seed)];
      return shuffledBaseline(one, other, 99, randomFrom(seed), correlation).p <= 0.05;
    });
    expect(rare.length / 200).to.be.within(0.01, 0.09);
  });
});
