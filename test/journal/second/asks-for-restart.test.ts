import { expect } from 'chai';
import { asksForRestart } from '../../../app/journal/second/asks-for-restart';

const doubt = { isPrecaution: false, isStale: false, pushedOut: true, wholeMs: [] };

describe('whether the person should close the browser completely', () => {
  it('is asked until a second start, long after the first, found the store whole', () => {
    expect(asksForRestart(null)).to.equal(false);
    expect(asksForRestart(doubt)).to.equal(true);
    // A page that was only loaded again is a first start as well.
    expect(asksForRestart({ ...doubt, wholeMs: [1] })).to.equal(true);
    expect(asksForRestart({ ...doubt, wholeMs: [1, 2] })).to.equal(false);
  });

  it('is not asked while an import takes precautions', () => {
    expect(asksForRestart({ ...doubt, isPrecaution: true })).to.equal(false);
  });
});
