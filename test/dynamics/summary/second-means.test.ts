import { expect } from 'chai';
import { EXPRESSIONS } from '../../../app/domain/face/expression';
import { type HeadSecond, MOVES_WIDTH, STILL_WIDTH } from '../../../app/dynamics/memory/seconds';
import { secondMeans } from '../../../app/dynamics/summary/second-means';

/** A second in which the first places are seen, each with these probabilities by the still model, and fused. */
function secondWith(rows: readonly { readonly still: number; readonly fused: number }[]): HeadSecond {
  const still = new Float32Array(10 * STILL_WIDTH);
  const logs = (happiness: number): number[] =>
    EXPRESSIONS.map((name) => Math.log(name === 'happiness' ? happiness : (1 - happiness) / 7));
  for (const [at, row] of rows.entries()) {
    still.set(logs(row.still), at * STILL_WIDTH);
    still.set(logs(row.fused), at * STILL_WIDTH + 2 * EXPRESSIONS.length);
  }
  const seen = Float32Array.from({ length: 10 }, (_, at) => (at < rows.length ? 1 : 0));
  return { seen, still, moves: new Float32Array(10 * MOVES_WIDTH) };
}

describe('secondMeans', () => {
  it('is nothing without a reading', () => {
    expect(secondMeans([])).to.equal(null);
    expect(secondMeans([secondWith([])])).to.equal(null);
  });

  it('is the mean of what was seen, of the still model and of the fused readings apart', () => {
    const means = secondMeans([secondWith([{ still: 0.2, fused: 0.9 }]), secondWith([{ still: 0.6, fused: 0.5 }])])!;
    expect(means.still.happiness).to.be.closeTo(0.4, 1e-6);
    expect(means.mean.happiness).to.be.closeTo(0.7, 1e-6);
    expect(means.still.fear).to.be.closeTo(0.6 / 7, 1e-6);
  });
});
