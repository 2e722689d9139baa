import { expect } from 'chai';
import fc from 'fast-check';
import { DAY_MS, MINUTE_MS } from '../../../app/base/time';
import { dayOf, momentAt } from '../../../app/domain/moment/moment';
import { fieldOfMoment, momentOfField } from '../../../app/domain/moment/wall-time';
import { type DueFacts, dueAt, toNotify } from '../../../app/domain/reminders/due';
import {
  fieldOfMinute,
  isQuiet,
  MOST_TIMES,
  minuteInDayMs,
  minuteOf,
  minuteOfField,
  nextDayMs,
  withTime,
} from '../../../app/domain/reminders/minutes';

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Cairo',
];
const EVENING = 20 * 60;
const at = (field: string, zone = 'Europe/Berlin') => momentOfField(field, zone)!;
const facts = (change: Partial<DueFacts> = {}): DueFacts => ({
  times: [9 * 60, EVENING],
  asideUntilMs: null,
  doneDay: null,
  ...change,
});

const zone = fc.constantFrom(...ZONES);
/** Every minute of ten years: clocks go forward and back twenty times in them. */
const minuteOfTenYears = fc.integer({ min: Date.UTC(2026, 0) / MINUTE_MS, max: Date.UTC(2036, 0) / MINUTE_MS });
const times = fc
  .uniqueArray(fc.integer({ min: 0, max: 1439 }), { maxLength: MOST_TIMES })
  .map((some) => some.sort((a, b) => a - b));

describe('a reminder', () => {
  it('is off without times, waits before the first, and is due from its minute on', () => {
    expect(dueAt(facts({ times: [] }), at('2026-11-29T12:00'))).to.deep.equal({ is: 'off' });
    expect(dueAt(facts(), at('2026-11-29T08:59'))).to.deep.equal({ is: 'waiting' });
    expect(dueAt(facts(), at('2026-11-29T09:00'))).to.deep.equal({ is: 'due', since: 9 * 60 });
    expect(dueAt(facts(), at('2026-11-29T23:59'))).to.deep.equal({ is: 'due', since: EVENING });
  });

  it('is done for the day once something was kept, and comes again on the next', () => {
    const done = facts({ doneDay: '2026-11-29' });
    expect(dueAt(done, at('2026-11-29T21:00')).is).to.equal('done');
    expect(dueAt(done, at('2026-11-30T08:00')).is).to.equal('waiting');
    expect(dueAt(done, at('2026-11-30T09:00')).is).to.equal('due');
  });

  it('rests until the moment it was put aside for, and not a minute longer', () => {
    const untilMs = at('2026-11-29T21:00').epochMs;
    const aside = facts({ asideUntilMs: untilMs });
    expect(dueAt(aside, at('2026-11-29T20:59'))).to.deep.equal({ is: 'aside', untilMs });
    expect(dueAt(aside, at('2026-11-29T21:00')).is).to.equal('due');
  });

  it('put aside for the day, is due again at the next day’s first time', () => {
    const aside = facts({ asideUntilMs: nextDayMs(at('2026-11-29T20:30')) });
    expect(dueAt(aside, at('2026-11-29T23:59')).is).to.equal('aside');
    expect(dueAt(aside, at('2026-11-30T00:00')).is).to.equal('waiting');
    expect(dueAt(aside, at('2026-11-30T09:00')).is).to.equal('due');
  });

  it('on a night whose clocks skip its minute comes with the hour after, once', () => {
    const night = facts({ times: [2 * 60 + 30] });
    expect(dueAt(night, at('2026-03-29T01:59')).is).to.equal('waiting');
    expect(dueAt(night, at('2026-03-29T03:30')).is).to.equal('due');
  });

  it('once due, stays due until midnight, in any zone and whatever clocks do', () => {
    fc.assert(
      fc.property(zone, minuteOfTenYears, fc.integer({ min: 0, max: 1439 }), times, (where, minutes, later, some) => {
        const now = momentAt(minutes * MINUTE_MS, where);
        const then = momentAt((minutes + later) * MINUTE_MS, where);
        fc.pre(dueAt(facts({ times: some }), now).is === 'due' && dayOf(now) === dayOf(then));
        expect(dueAt(facts({ times: some }), then).is).to.equal('due');
      }),
    );
  });

  it('comes once in every local day of ten years, at the minute the wall clock shows, or in the hour that was skipped', () => {
    fc.assert(
      fc.property(zone, minuteOfTenYears, fc.integer({ min: 0, max: 1439 }), (where, minutes, time) => {
        const day = momentAt(minutes * MINUTE_MS, where);
        const come = momentAt(minuteInDayMs(time, day), where);
        expect(dayOf(come)).to.equal(dayOf(day));
        expect(minuteOf(come) - time).to.be.within(0, 60);
        expect(dueAt(facts({ times: [time] }), come)).to.deep.equal({ is: 'due', since: time });
      }),
    );
  });

  it('a day ends where the next begins, in any zone', () => {
    fc.assert(
      fc.property(zone, minuteOfTenYears, (where, minutes) => {
        const now = momentAt(minutes * MINUTE_MS, where);
        const next = momentAt(nextDayMs(now), where);
        expect(next.epochMs - now.epochMs).to.be.within(1, DAY_MS + 60 * MINUTE_MS);
        expect(dayOf(next) > dayOf(now)).to.equal(true);
        expect(dayOf(momentAt(next.epochMs - 1, where)) < dayOf(next)).to.equal(true);
      }),
    );
  });
});

describe('a notification', () => {
  const quiet = { from: 22 * 60, to: 8 * 60 };

  it('has a name for each time of each day', () => {
    expect(toNotify({ ...facts(), quiet }, at('2026-11-29T09:10'))).to.equal('2026-11-29 540');
    expect(toNotify({ ...facts(), quiet }, at('2026-11-29T20:10'))).to.equal('2026-11-29 1200');
  });

  it('is not shown in quiet hours, nor while nothing is due', () => {
    expect(toNotify({ ...facts(), quiet }, at('2026-11-29T21:59'))).to.not.equal(null);
    expect(toNotify({ ...facts(), quiet }, at('2026-11-29T22:00'))).to.equal(null);
    expect(toNotify({ ...facts({ doneDay: '2026-11-29' }), quiet }, at('2026-11-29T20:10'))).to.equal(null);
    expect(toNotify({ ...facts(), quiet: null }, at('2026-11-29T23:00'))).to.not.equal(null);
  });
});

describe('minutes of the day', () => {
  it('are said as a field says them, and read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
        expect(minuteOfField(fieldOfMinute(minute))).to.equal(minute);
        expect(fieldOfMoment(at(`2026-07-01T${fieldOfMinute(minute)}`))).to.contain(fieldOfMinute(minute));
      }),
    );
    for (const text of ['', '24:00', '7:00', 'noon']) expect(minuteOfField(text)).to.equal(null);
  });

  it('are quiet from the first to before the last, over midnight too', () => {
    const night = { from: 22 * 60, to: 8 * 60 };
    expect([1319, 1320, 0, 479, 480].map((minute) => isQuiet(night, minute))).to.deep.equal([
      false,
      true,
      true,
      true,
      false,
    ]);
    const noon = { from: 12 * 60, to: 14 * 60 };
    expect([719, 720, 839, 840].map((minute) => isQuiet(noon, minute))).to.deep.equal([false, true, true, false]);
    expect(isQuiet(null, 0)).to.equal(false);
    expect(isQuiet({ from: 600, to: 600 }, 600)).to.equal(false);
  });

  it('stay in order, each once, and no more than are of use', () => {
    expect(withTime([540, 1200], 600)).to.deep.equal([540, 600, 1200]);
    expect(withTime([540, 1200], 540)).to.deep.equal([540, 1200]);
    const full = [1, 2, 3, 4, 5, 6];
    expect(withTime(full, 7)).to.equal(full);
  });
});
