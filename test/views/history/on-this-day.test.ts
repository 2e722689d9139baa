import { expect } from 'chai';
import { DAY_MS } from '../../../app/base/time';
import { momentAt } from '../../../app/domain/moment/moment';
import { outlineOf } from '../../../app/journal/index/outline';
import { calendarDay, onThisDay } from '../../../app/views/history/on-this-day';
import { sampleRecall } from '../../support/sample-entries';

const day = (text: string): number => Date.parse(text) / DAY_MS;
const at = (time: string, zone = 'Europe/Berlin') =>
  outlineOf(sampleRecall({ id: time, startedAt: momentAt(Date.parse(time), zone) }));

describe('days of a calendar', () => {
  it('are those the person lived, over the date line and a change of clocks', () => {
    expect(calendarDay(at('2026-11-14T22:00-10:00', 'Pacific/Honolulu'))).to.equal(day('2026-11-14'));
    expect(calendarDay(at('2026-10-25T00:30+02:00'))).to.equal(day('2026-10-25'));
    expect(calendarDay(at('2026-10-25T23:30+01:00'))).to.equal(day('2026-10-25'));
    expect(calendarDay(at('1969-12-31T12:00Z', 'UTC'))).to.equal(-1);
  });

  it('come back each year, the 29th of February every four', () => {
    const all = ['2025-11-22', '2025-11-21', '2020-11-22', '2024-02-29', '2023-03-01', '2020-02-29'].map((one) =>
      at(`${one}T12:00Z`, 'UTC'),
    );
    const sorted = all.sort((a, b) => b.startedAt.epochMs - a.startedAt.epochMs);
    const on = (text: string) => onThisDay(sorted, day(text)).map(({ id }) => id.slice(0, 10));
    expect(on('2026-11-22')).to.deep.equal(['2025-11-22', '2020-11-22']);
    expect(on('2025-11-22'), 'not of the day itself').to.deep.equal(['2020-11-22']);
    expect(on('2028-02-29')).to.deep.equal(['2024-02-29', '2020-02-29']);
    expect(onThisDay([], day('2026-11-22'))).to.deep.equal([]);
  });
});
