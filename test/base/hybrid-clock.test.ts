import { expect } from 'chai';
import {
  afterSeeing,
  ClockAhead,
  compareStamps,
  isAhead,
  MAX_AHEAD_MS,
  nextStamp,
  type Stamp,
  stampName,
} from '../../app/base/hybrid-clock';

const at = (ms: number, counter = 0, node = 'a'): Stamp => ({ ms, counter, node });

describe('hybrid clock', () => {
  it('tells the time, and counts within a millisecond', () => {
    expect(nextStamp(at(5, 3), 6)).to.deep.equal(at(6));
    expect(nextStamp(at(6), 6)).to.deep.equal(at(6, 1));
  });

  it('goes on where the clock was put back', () => {
    expect(nextStamp(at(6, 1), 2)).to.deep.equal(at(6, 2));
  });

  it('is later than all it has seen', () => {
    expect(afterSeeing(at(5, 9), at(7, 2, 'b'), 6)).to.deep.equal(at(7, 2));
    expect(afterSeeing(at(7, 1), at(7, 2, 'b'), 6)).to.deep.equal(at(7, 2));
    expect(afterSeeing(at(7, 3), at(7, 2, 'b'), 6)).to.deep.equal(at(7, 3));
    expect(compareStamps(nextStamp(afterSeeing(at(5), at(7, 2, 'z'), 6), 6), at(7, 2, 'z'))).to.be.above(0);
  });

  it('does not follow a clock that is too far ahead', () => {
    expect(isAhead(at(MAX_AHEAD_MS), 0)).to.equal(false);
    expect(afterSeeing(at(0), at(MAX_AHEAD_MS, 0, 'b'), 0)).to.deep.equal(at(MAX_AHEAD_MS));
    expect(() => afterSeeing(at(0), at(MAX_AHEAD_MS + 1, 0, 'b'), 0)).to.throw(ClockAhead);
  });

  it('orders by time, count and device, and names each stamp', () => {
    const ordered = [at(1, 0, 'b'), at(1, 1, 'a'), at(1, 1, 'b'), at(2, 0, 'a')];
    expect([...ordered].reverse().sort(compareStamps)).to.deep.equal(ordered);
    expect(compareStamps(at(1), at(1))).to.equal(0);
    expect(new Set(ordered.map(stampName)).size).to.equal(4);
  });
});
