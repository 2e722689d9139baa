import { expect } from 'chai';
import { DAY_MS } from '../../../app/base/time';
import { momentAt } from '../../../app/domain/moment/moment';
import { outlineOf } from '../../../app/journal/index/outline';
import { dayMoods, daysOfMonth, levelOf, monthOfDay } from '../../../app/views/history/day-moods';
import { onThisDay } from '../../../app/views/history/on-this-day';
import { sampleCheckIn, sampleRecall, sampleReport } from '../../support/sample-entries';

const day = (text: string): number => Date.parse(text) / DAY_MS;
const at = (time: string, zone = 'Europe/Berlin', valence: number | null = 0.5) =>
  outlineOf(sampleRecall({ id: time, startedAt: momentAt(Date.parse(time), zone), report: sampleReport(valence) }));

describe('the days of a calendar', () => {
  it('are as pleasant as their rated entries are on average', () => {
    const moods = dayMoods([
      at('2026-11-14T20:00Z', 'UTC', 0.8),
      at('2026-11-14T10:00Z', 'UTC', -0.2),
      at('2026-11-14T09:00Z', 'UTC', null),
      at('2026-11-13T09:00Z', 'UTC', null),
    ]);
    expect(moods.get(day('2026-11-14'))!.valence).to.be.closeTo(0.3, 1e-9);
    expect(moods.get(day('2026-11-14'))!.outlines).to.have.length(3);
    expect(moods.get(day('2026-11-13'))!.valence).to.equal(null);
    expect(moods.size).to.equal(2);
  });

  it('are as pleasant as the person says of the day as a whole, which comes first', () => {
    const word = (valence: number | null) => {
      const report = sampleReport(valence, { note: 'slow', feelings: [] });
      return outlineOf({ ...sampleCheckIn({ startedAt: moment, report }), ofDay: true });
    };
    const moment = momentAt(Date.parse('2026-11-14T09:00Z'), 'UTC');
    const moments = [at('2026-11-14T20:00Z', 'UTC', 0.8), at('2026-11-14T10:00Z', 'UTC', -0.2)];
    const rated = dayMoods([...moments, word(-0.6)]).get(day('2026-11-14'))!;
    expect([rated.valence, rated.outlines[0]!.title]).to.deep.equal([-0.6, 'slow']);
    expect(dayMoods([...moments, word(null)]).get(day('2026-11-14'))!.valence).to.be.closeTo(0.3, 1e-9);
  });

  it('have five equal steps', () => {
    expect([-1, -0.61, -0.59, -0.21, -0.19, 0.19, 0.21, 0.59, 0.61, 1].map(levelOf)).to.deep.equal([
      ...[1, 1, 2, 2, 3, 3, 4, 4, 5, 5],
    ]);
    expect(levelOf(null)).to.equal(null);
  });

  it('make months of any year', () => {
    for (const [first, length] of [
      ['2024-02-01', 29],
      ['1969-12-01', 31],
      ['2026-11-01', 30],
    ] as const)
      expect(daysOfMonth(monthOfDay(day(first) + 5))).to.deep.equal({ first: day(first), length });
  });

  it('are made of a hundred thousand entries in a moment', () => {
    const base = at('2026-11-14T10:00Z', 'UTC', 0.3);
    const many = Array.from({ length: 100_000 }, (_, index) => ({
      ...base,
      startedAt: { ...base.startedAt, epochMs: base.startedAt.epochMs - index * (DAY_MS / 20) },
    }));
    const startedMs = performance.now();
    expect(dayMoods(many).size).to.be.within(5_000, 5_001);
    expect(onThisDay(many, day('2026-11-22')).length).to.be.greaterThan(200);
    expect(performance.now() - startedMs).to.be.below(1_000);
  });
});
