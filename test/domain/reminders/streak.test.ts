import { expect } from 'chai';
import fc from 'fast-check';
import { DAY_MS } from '../../../app/base/time';
import { DAYS_OFF, streakOf } from '../../../app/domain/reminders/streak';

const TODAY = '2026-11-29';
const ago = (days: number): string => new Date(Date.parse(TODAY) - days * DAY_MS).toISOString().slice(0, 10);
const streak = (...days: number[]): number => streakOf(days.map(ago), TODAY);

describe('the days in a row', () => {
  it('are counted by day, not by entry, and today need not be one yet', () => {
    expect(streak()).to.equal(0);
    expect(streak(0, 0, 1, 1, 2)).to.equal(3);
    expect(streak(1, 2)).to.equal(2);
  });

  it('forgive two days off in a row, also before today, and end with three', () => {
    expect(streak(0, 3, 4)).to.equal(3);
    expect(streak(0, 4)).to.equal(1);
    expect(streak(3, 6)).to.equal(2);
    expect(streak(4)).to.equal(0);
  });

  it('count an entry that is dated ahead as today’s', () => {
    expect(streak(-5, -1, 0, 1)).to.equal(2);
  });

  it('never shrink by keeping something today, and by a day off only to nothing', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 60 })).map((some) => some.sort((a, b) => a - b));
    fc.assert(
      fc.property(days, (some) => {
        const before = streak(...some);
        const after = streak(0, ...some);
        expect(after).to.equal((some[0] ?? Infinity) <= DAYS_OFF + 1 ? before + 1 : 1);
        const tomorrow = streakOf(some.map(ago), ago(-1));
        expect(tomorrow).to.be.oneOf([before, 0]);
      }),
    );
  });
});
