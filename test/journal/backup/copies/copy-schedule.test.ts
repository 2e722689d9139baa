import { expect } from 'chai';
import fc from 'fast-check';
import {
  BEFORE,
  copiesAmong,
  DAILY,
  dayCopy,
  expired,
  WEEKLY,
} from '../../../../app/journal/backup/copies/copy-schedule';

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

describe('which copies stay', () => {
  it('a copy a day for a week, and a copy a week for four weeks before it', () => {
    let names: string[] = [];
    for (let day = 0; day < 100; day++) {
      const made = dayCopy(dayAfter('2026-01-01', day));
      names.push(made);
      const gone = new Set(expired(names, made));
      names = names.filter((name) => !gone.has(name));
    }
    // 10 April 2026 is a Friday: the days since Saturday, then the Sundays... of the weeks before.
    expect(copiesAmong(names).map(({ day }) => day)).to.deep.equal([
      '2026-04-10',
      '2026-04-09',
      '2026-04-08',
      '2026-04-07',
      '2026-04-06',
      '2026-04-05',
      '2026-04-04',
      '2026-04-03',
      '2026-03-29',
      '2026-03-22',
      '2026-03-15',
    ]);
  });

  it('never more than there is room for, never the newest, never the one just made, whatever the clock did', () => {
    const days = fc.array(fc.integer({ min: 0, max: 4_000 }), { minLength: 1, maxLength: 60 });
    const property = fc.property(days, (found) => {
      const names = [...new Set(found.map((day) => dayCopy(dayAfter('2020-01-01', day))))];
      const made = names[0]!;
      const gone = expired(names, made);
      const kept = names.filter((name) => !gone.includes(name));
      expect(kept).to.include(made);
      expect(kept).to.include([...names].sort().at(-1));
      expect(kept.length).to.be.at.most(DAILY + WEEKLY + 1);
      expect(kept.length).to.be.at.least(Math.min(names.length, DAILY));
    });
    fc.assert(property, { seed: 20_261_124 });
  });

  it('the newest two that were kept before a replacement, apart from the others', () => {
    const names = ['1', '2', '3'].map((ms) => `before-2026-11-22-${ms}.reverie`);
    expect(expired([...names, dayCopy('2026-11-22'), 'code.txt', 'notes.reverie'])).to.deep.equal([names[0]]);
    expect(BEFORE).to.equal(2);
  });
});
