import { expect } from 'chai';
import { formatBytes, formatShare, formatValence } from '../../app/words/numbers';

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
});
