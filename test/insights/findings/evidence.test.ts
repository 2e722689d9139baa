import { expect } from 'chai';
import { HINT_P, LIKELY_P, STEADY_MONTHS, STEADY_P, strengthOf } from '../../../app/insights/findings/evidence';

describe('strengthOf', () => {
  it('has two sides to each of its lines', () => {
    expect(strengthOf(HINT_P + 1e-9, null)).to.equal('chance');
    expect(strengthOf(HINT_P, null)).to.equal('hint');
    expect(strengthOf(LIKELY_P + 1e-9, null)).to.equal('hint');
    expect(strengthOf(LIKELY_P, null)).to.equal('likely');
    expect(strengthOf(Number.NaN, null)).to.equal('chance');
  });

  it('is steady with enough months, most of them for it, and a p that is small', () => {
    const months = (seen: number, of: number) => strengthOf(STEADY_P, { seen, of });
    expect(months(4, STEADY_MONTHS)).to.equal('steady');
    expect(months(3, STEADY_MONTHS)).to.equal('likely');
    expect(months(5, STEADY_MONTHS - 1)).to.equal('likely');
    expect(strengthOf(STEADY_P + 1e-9, { seen: 9, of: 9 })).to.equal('likely');
    expect(strengthOf(STEADY_P, null)).to.equal('likely');
    expect(strengthOf(0.5, { seen: 9, of: 9 })).to.equal('chance');
  });
});
