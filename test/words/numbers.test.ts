import { expect } from 'chai';
import { formatBytes, formatCountdown, formatDuration } from '../../app/words/measures';
import { formatShare, formatValence, formatWhole } from '../../app/words/numbers';

describe('format', () => {
  it('writes valence with two digits and a real minus', () => {
    expect([0.4, 0, -0.305].map(formatValence)).to.deep.equal(['0.40', '0.00', '−0.31']);
  });
  it('does not write a minus before nothing', () => {
    expect(formatValence(-0.001)).to.equal('0.00');
  });
  it('writes shares as whole per cent', () => {
    expect(formatShare(0.943)).to.equal('94%');
  });
  it('chooses the unit a person would', () => {
    expect([0, 840_000, 11_360_000, 2.5e9].map(formatBytes)).to.deep.equal(['0 kB', '840 kB', '11.4 MB', '2.5 GB']);
  });
  it('counts down to nothing, so that the last second is still shown', () => {
    expect([45_000, 32_100, 60_000, 61_000, 1, 0, -5].map(formatCountdown)).to.deep.equal([
      '0:45',
      '0:33',
      '1:00',
      '1:01',
      '0:01',
      '0:00',
      '0:00',
    ]);
  });
  it('writes a length in minutes where there are no seconds beside them', () => {
    expect([45_000, 60_000, 90_000].map(formatDuration)).to.deep.equal(['45 sec', '1 min', '1.5 min']);
  });
  it('writes whole numbers with separators and a real minus', () => {
    expect([12_400, -1].map(formatWhole)).to.deep.equal(['12,400', '−1']);
  });
});
