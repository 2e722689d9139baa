import { expect } from 'chai';
import { monthOfDay, monthsOf, neighbourOf, reviewPeriod, yearBefore } from '../../../app/domain/moment/review-period';

const day = (date: string): number => Date.parse(date) / 86_400_000;

describe('reviewPeriod', () => {
  it('is a month or a year, from its first day to the first after it', () => {
    expect(reviewPeriod('2024-02')).to.deep.equal({
      name: '2024-02',
      kind: 'month',
      from: day('2024-02-01'),
      to: day('2024-03-01'),
    });
    expect(reviewPeriod('2026')).to.include({ kind: 'year', from: day('2026-01-01'), to: day('2027-01-01') });
  });

  it('is nothing where an address names none', () => {
    for (const name of ['', '26', '2026-00', '2026-13', '2026-1', '2026-11-22', 'x', '0026', '1899'])
      expect(reviewPeriod(name), name).to.equal(null);
  });

  it('has neighbours, a year before, and months', () => {
    const january = reviewPeriod('2026-01')!;
    expect(neighbourOf(january, 'before').name).to.equal('2025-12');
    expect(neighbourOf(january, 'after').name).to.equal('2026-02');
    expect(yearBefore(january).name).to.equal('2025-01');
    expect(yearBefore(reviewPeriod('2026')!).name).to.equal('2025');
    expect(monthsOf(reviewPeriod('2026')!).map(({ name }) => name)).to.include.members(['2026-01', '2026-12']);
    expect(monthOfDay(day('2026-11-30')).name).to.equal('2026-11');
    expect(monthOfDay(day('2026-12-01')).name).to.equal('2026-12');
  });
});
