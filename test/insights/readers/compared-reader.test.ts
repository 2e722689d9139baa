import { expect } from 'chai';
import { comparedReader } from '../../../app/insights/readers/compared-reader';
import { MIN_PAIRS } from '../../../app/insights/statistics/min-pairs';
import { pointsRead, type ReadFaces } from '../read-faces';

const chosen = (...groups: readonly ReadFaces[]) => comparedReader(pointsRead(...groups));

describe('comparedReader', () => {
  it('is the older one until the newer has enough pairs, and the newer from then on', () => {
    const older = { count: 40, by: 'one' };
    expect(chosen(older, { count: MIN_PAIRS - 1, by: 'two' })).to.equal('one');
    expect(chosen(older, { count: MIN_PAIRS, by: 'two' })).to.equal('two');
  });

  it('is the newer one where neither has enough: what comes next is added to it', () => {
    expect(chosen({ count: MIN_PAIRS - 1, by: 'one' }, { count: 1, by: 'two' })).to.equal('two');
    expect(chosen({ count: MIN_PAIRS, by: 'one' }, { count: 1, by: 'two' })).to.equal('one');
  });

  it('counts pairs, not faces without a rating', () => {
    const older = { count: MIN_PAIRS, by: 'one' };
    expect(chosen(older, { count: MIN_PAIRS, by: 'two', rated: false })).to.equal('one');
  });

  it('is the one that read last where both have enough, in whatever order they began', () => {
    const [one, two] = [
      { count: MIN_PAIRS, by: 'one' },
      { count: MIN_PAIRS, by: 'two' },
    ];
    expect(chosen(one, two)).to.equal('two');
    expect(chosen(one, two, { count: 1, by: 'one' })).to.equal('one');
  });

  it('is never one that is not known, however many faces it read', () => {
    expect(chosen({ count: 30, by: null })).to.equal(null);
    expect(chosen({ count: 1, by: 'one' }, { count: 30, by: null })).to.equal('one');
    expect(chosen()).to.equal(null);
  });
});
