import { expect } from 'chai';
import fc from 'fast-check';
import { OneEuroFilter } from '../../../app/vision/steps/one-euro';

const one = (value: number): Float32Array => Float32Array.of(value);
const STEP = 33;

describe('OneEuroFilter', () => {
  it('passes the first values, and again after reset', () => {
    const filter = new OneEuroFilter(1);
    expect(filter.filter(one(5), 0, 100)[0]).to.equal(5);
    filter.filter(one(5), STEP, 100);
    filter.reset();
    expect(filter.filter(one(90), 2 * STEP, 100)[0]).to.equal(90);
  });

  it('never leaves the range of what it was given', () => {
    const values = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(values, (inputs) => {
        const filter = new OneEuroFilter(1);
        const out = inputs.map((value, i) => filter.filter(one(value), i * STEP, 100)[0]!);
        expect(Math.min(...out)).to.be.at.least(Math.min(...inputs) - 1e-3);
        expect(Math.max(...out)).to.be.at.most(Math.max(...inputs) + 1e-3);
      }),
    );
  });

  it('steadies a trembling point', () => {
    const filter = new OneEuroFilter(1);
    const out = Array.from({ length: 60 }, (_, i) => filter.filter(one(100 + (i % 2 ? 0.1 : -0.1)), i * STEP, 100)[0]!);
    const late = out.slice(30);
    expect(Math.max(...late) - Math.min(...late)).to.be.below(0.05);
  });

  it('hardly delays a quick one', () => {
    const filter = new OneEuroFilter(1);
    let last = 0;
    for (let i = 0; i <= 30; i++) last = filter.filter(one(i * 5), i * STEP, 100)[0]!;
    expect(150 - last).to.be.below(1);
  });

  it('smooths the same movement alike near and far', () => {
    const [near, far] = [new OneEuroFilter(1), new OneEuroFilter(1)];
    for (let i = 0; i < 20; i++) {
      const value = Math.sin(i / 3);
      const a = near.filter(one(value * 200), i * STEP, 400)[0]!;
      const b = far.filter(one(value * 50), i * STEP, 100)[0]!;
      expect(a / 4).to.be.closeTo(b, 1e-3);
    }
  });

  it('leaves values as they are when time does not advance, and does not change its input', () => {
    const filter = new OneEuroFilter(1);
    filter.filter(one(1), 50, 100);
    const input = one(9);
    expect(filter.filter(input, 50, 100)[0]).to.equal(9);
    filter.filter(input, 60, 100);
    expect(input[0]).to.equal(9);
  });
});
