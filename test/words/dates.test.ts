import { expect } from 'chai';
import { dayOf, momentAt, wallMs } from '../../app/domain/moment/moment';
import { daysBefore, dayWords, longDay, monthOf, timeOf, whenWords } from '../../app/words/dates';
import { agoWords, markWithTime, spanWords } from '../../app/words/day-words';

const berlin = (text: string) => momentAt(Date.parse(text), 'Europe/Berlin');
const now = berlin('2026-11-22T09:41+01:00');

describe('dates', () => {
  it('counts calendar days, not spans of 24 hours', () => {
    expect(daysBefore(berlin('2026-11-21T23:59+01:00'), now)).to.equal(1);
    expect(daysBefore(berlin('2026-11-22T00:01+01:00'), now)).to.equal(0);
  });

  it('counts over a change of summer time', () => {
    expect(daysBefore(berlin('2026-10-24T12:00+02:00'), berlin('2026-10-25T12:00+01:00'))).to.equal(1);
  });

  it('names near days by name and far ones by date', () => {
    expect(dayWords(berlin('2026-11-22T07:00+01:00'), now)).to.equal('Today');
    expect(dayWords(berlin('2026-11-21T07:00+01:00'), now)).to.equal('Yesterday');
    expect(dayWords(berlin('2026-11-18T07:00+01:00'), now)).to.equal('Wednesday');
    expect(dayWords(berlin('2026-11-01T07:00+01:00'), now))
      .to.contain('November')
      .and.not.to.contain('2026');
    expect(dayWords(berlin('2025-11-01T07:00+01:00'), now)).to.contain('2025');
  });

  it('tells the time that was on the clock there', () => {
    const tokyo = momentAt(Date.parse('2026-11-22T09:05+09:00'), 'Asia/Tokyo');
    expect(timeOf(tokyo)).to.match(/^0?9:05/);
    expect(longDay(tokyo)).to.contain('November').and.to.contain('22');
    expect(monthOf(tokyo)).to.equal('November 2026');
    expect(whenWords(tokyo, now)).to.match(/^Today, 0?9:05/);
  });

  it('writes a time the same by itself and beside its date', () => {
    for (const at of ['2026-11-22T05:41+01:00', '2026-11-22T17:05+01:00', '2026-11-22T00:00+01:00']) {
      const moment = berlin(at);
      expect(markWithTime(wallMs(moment)).endsWith(timeOf(moment)), at).to.equal(true);
    }
  });

  it('says by calendar days how long ago a day was, whatever the time of day and the zone', () => {
    for (const [zone, midnight] of [
      ['Pacific/Honolulu', '2026-11-22T00:00-10:00'],
      ['Pacific/Kiritimati', '2026-11-22T00:00+14:00'],
    ] as const) {
      const day = (minutes: number) => dayOf(momentAt(Date.parse(midnight) + minutes * 60_000, zone));
      expect(agoWords(day(1), day(24 * 60 - 1)), zone).to.equal('today');
      expect(agoWords(day(-1), day(1)), zone).to.equal('yesterday');
      expect(agoWords(day(-24 * 60), day(24 * 60 - 1)), zone).to.equal('yesterday');
      expect(agoWords(day(-24 * 60 - 1), day(1)), zone).to.equal('2 days ago');
    }
  });

  it('counts further back in weeks, months and years, and takes a day that has not come for today', () => {
    const before = (days: number) =>
      agoWords(new Date(Date.UTC(2026, 10, 22 - days)).toISOString().slice(0, 10), '2026-11-22');
    expect([13, 14, 59, 60, 729, 730].map(before)).to.deep.equal([
      '13 days ago',
      '2 weeks ago',
      '8 weeks ago',
      '2 months ago',
      '24 months ago',
      '2 years ago',
    ]);
    expect(before(-1)).to.equal('today');
  });

  it('gives a span of days the name a person would give it', () => {
    expect(spanWords({ from: '2026-11-01', to: '2026-11-30' })).to.equal('November 2026');
    expect(spanWords({ from: '2026-01-01', to: '2026-12-31' })).to.equal('2026');
    expect(spanWords({ from: '2026-11-03', to: '2026-11-05' })).to.match(/3.*5.*2026/);
    expect(spanWords({ from: '2025-01-01', to: '2026-12-31' })).to.match(/2025.*2026/);
  });

  it('writes every date by one calendar, whatever the phone’s region counts by', () => {
    const before = Object.getOwnPropertyDescriptor(navigator, 'languages');
    try {
      for (const tag of ['en-TH', 'en-u-ca-persian', 'en-SA-u-ca-islamic-umalqura']) {
        Object.defineProperty(navigator, 'languages', { value: [tag], configurable: true });
        expect(monthOf(now), tag).to.equal('November 2026');
        expect(longDay(now), tag).to.contain('22').and.to.contain('November');
        expect(spanWords({ from: '2026-11-01', to: '2026-11-30' }), tag).to.equal('November 2026');
      }
    } finally {
      if (before) Object.defineProperty(navigator, 'languages', before);
      else delete (navigator as { languages?: unknown }).languages;
    }
  });
});
