import { expect } from 'chai';
import { isMemoryDate } from '../../../app/domain/memory/memory-date';
import { precisionOf, whenOf } from '../../../app/domain/memory/memory-when';

describe('the date of a memory', () => {
  it('is a day, a month or a year that there is', () => {
    for (const date of ['2019', '2019-07', '2019-07-14', '1000', '9999-12-31', '2024-02-29', '1987-01'])
      expect(isMemoryDate(date), date).to.equal(true);
    for (const text of [
      '',
      '0999',
      '999',
      '20190',
      '2019-13',
      '2019-00',
      '2019-7',
      '2023-02-29',
      '2019-04-31',
      '2019-07-00',
    ])
      expect(isMemoryDate(text), text).to.equal(false);
    for (const text of ['2019-07-14T10:00', ' 2019', '2019-', '-2019', '٢٠١٩'])
      expect(isMemoryDate(text), text).to.equal(false);
    expect(['2019', '2019-07', '2019-07-14'].map(precisionOf)).to.deep.equal(['year', 'month', 'day']);
  });

  it('says how long ago it was, with the bins’ two sides', () => {
    const today = '2026-11-22';
    for (const [date, when] of [
      ['2026-11-23', null],
      ['2026-11-22', 'today'],
      ['2026-11-21', 'this-week'],
      ['2026-11-16', 'this-week'],
      ['2026-11-15', 'this-month'],
      ['2026-10-23', 'this-month'],
      ['2026-10-22', 'this-year'],
      ['2025-11-22', 'this-year'],
      ['2025-11-21', 'years'],
      ['2026-12', null],
      ['2026-11', 'this-month'],
      ['2026-10', 'this-year'],
      ['2025-12', 'this-year'],
      // Its first days are more than a year ago.
      ['2025-11', 'years'],
      ['2027', null],
      ['2026', 'this-year'],
      ['2025', 'years'],
    ] as const)
      expect(whenOf(date, today), date).to.equal(when);
  });
});
