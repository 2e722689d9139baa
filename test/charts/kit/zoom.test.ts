import { expect } from 'chai';
import { assert, double, integer, property, tuple } from 'fast-check';
import { moved, type Stretch, zoomed } from '../../../app/charts/kit/zoom';

const WHOLE: Stretch = { from: 0, to: 1_000 };
const part = tuple(integer({ min: 0, max: 990 }), integer({ min: 5, max: 1_000 })).map(
  ([from, length]): Stretch => ({ from, to: Math.min(1_000, from + length) }),
);

describe('a stretch of an axis', () => {
  it('stays within all there is, and is never shorter than what is worth a look', () => {
    assert(
      property(
        part,
        double({ min: 0.01, max: 100, noNaN: true }),
        integer({ min: 0, max: 1_000 }),
        (seen, by, around) => {
          for (const next of [zoomed(seen, WHOLE, by, around, 4), moved(seen, WHOLE, by)]) {
            expect(next.from).to.be.at.least(0);
            expect(next.to).to.be.at.most(1_000);
            expect(next.to - next.from).to.be.at.least(Math.min(4, seen.to - seen.from) - 1e-9);
          }
        },
      ),
    );
  });

  it('keeps what is under the fingers where it is', () => {
    const next = zoomed({ from: 200, to: 600 }, WHOLE, 0.5, 300, 1);
    expect(next).to.deep.equal({ from: 250, to: 450 });
    expect((300 - next.from) / (next.to - next.from)).to.equal((300 - 200) / 400);
  });

  it('is moved by a share of its own length, and keeps it at the ends', () => {
    expect(moved({ from: 100, to: 300 }, WHOLE, -0.25)).to.deep.equal({ from: 50, to: 250 });
    expect(moved({ from: 900, to: 990 }, WHOLE, 1)).to.deep.equal({ from: 910, to: 1_000 });
  });
});
