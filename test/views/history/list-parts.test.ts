import { expect } from 'chai';
import { momentAt } from '../../../app/domain/moment/moment';
import { outlineOf } from '../../../app/journal/index/outline';
import { groupByDay, groupByMonth, stretchesOf } from '../../../app/views/history/list-parts';
import { sampleCheckIn, sampleEntries, sampleRecall } from '../../support/sample-entries';
import { journeyEast } from './journey-east';

describe('groupByDay', () => {
  it('uses the calendar day the person lived, not that of the phone now', () => {
    // 23:30 in New York on the 14th, and half an hour earlier in Tokyo, where it was already the 15th.
    const newYork = sampleRecall({ id: 'a', startedAt: momentAt(Date.UTC(2026, 10, 15, 4, 30), 'America/New_York') });
    const tokyo = sampleRecall({ id: 'b', startedAt: momentAt(Date.UTC(2026, 10, 15, 4, 0), 'Asia/Tokyo') });
    const days = groupByDay([newYork, tokyo].map(outlineOf));
    expect(days.map(({ day }) => day)).to.deep.equal(['2026-11-14', '2026-11-15']);
  });

  it('has a day once that was lived twice, over the date line', () => {
    expect(
      groupByDay(journeyEast().map(outlineOf)).map(({ day, outlines }) => [day, outlines.map(({ id }) => id)]),
    ).to.deep.equal([
      ['2026-11-15', ['honolulu', 'tokyo']],
      ['2026-11-14', ['landed']],
    ]);
  });

  it('begins a day with the word for all of it, whenever that was kept', () => {
    const at = (id: string, hour: number, change: object = {}) =>
      outlineOf({ ...sampleCheckIn({ id, startedAt: momentAt(Date.UTC(2026, 10, 15, hour), 'UTC') }), ...change });
    const [today] = groupByDay([at('late', 20), at('word', 19, { ofDay: true }), at('early', 8)]);
    expect(today!.outlines.map(({ id }) => id)).to.deep.equal(['word', 'late', 'early']);
  });

  it('puts days under their months, newest first', () => {
    const months = groupByMonth(sampleEntries(34).map(outlineOf));
    expect(months.map(({ key }) => key)).to.deep.equal(['2026-11', '2026-10']);
  });
});

describe('stretchesOf', () => {
  const day = (name: string, rows: number) => ({
    day: name,
    outlines: sampleEntries(rows).map(outlineOf),
  });
  const told = (days: Parameters<typeof stretchesOf>[0]) =>
    stretchesOf(days, 10).map((stretch) => stretch.map((part) => [part.day, part.outlines.length, part.goesOn]));

  it('puts days together until there are enough rows', () => {
    expect(told([day('a', 4), day('b', 6), day('c', 9), day('d', 2), day('e', 1)])).to.deep.equal([
      [
        ['a', 4, false],
        ['b', 6, false],
      ],
      [
        ['c', 9, false],
        ['d', 2, false],
      ],
      [['e', 1, false]],
    ]);
  });

  it('spreads a day of many rows over several, and none is lost', () => {
    expect(told([day('a', 25), day('b', 1)])).to.deep.equal([
      [['a', 10, false]],
      [['a', 10, true]],
      [
        ['a', 5, true],
        ['b', 1, false],
      ],
    ]);
  });
});
