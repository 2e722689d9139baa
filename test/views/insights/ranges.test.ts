import { expect } from 'chai';
import { momentAt } from '../../../app/domain/moment/moment';
import { RANGES, type Range, rangeWord, spanBefore, spanOf } from '../../../app/views/insights/ranges';
import { NOW_MS, ZONE } from '../../support/sample-entries';

const DAY_MS = 86_400_000;
const now = momentAt(NOW_MS, ZONE);

describe('the ranges of Insights', () => {
  it('end with today, as the clock on the wall has it, and begin as many days ago', () => {
    const { fromMs, toMs } = spanOf('week', now);
    expect(new Date(fromMs!).toISOString()).to.equal('2026-11-16T00:00:00.000Z');
    expect(toMs).to.equal(null);
    expect(spanOf('all', now)).to.deep.equal({ fromMs: null, toMs: null });
  });

  it('have a time before that ends where they begin, but for all there is', () => {
    for (const range of ['week', 'month', 'quarter', 'year'] as const) {
      const { fromMs, toMs } = spanBefore(range, now)!;
      expect(toMs).to.equal(spanOf(range, now).fromMs);
      expect(toMs! - fromMs!).to.equal(RANGES[range]! * DAY_MS);
    }
    expect(spanBefore('all', now)).to.equal(null);
  });

  it('each have a word', () => {
    const words = (Object.keys(RANGES) as Range[]).map(rangeWord);
    expect(new Set(words).size).to.equal(5);
  });
});
