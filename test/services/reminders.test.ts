import { expect } from 'chai';
import { momentOfField } from '../../app/domain/moment/wall-time';
import { MARK_ADDRESS, REMINDER_CACHE, type ReminderMark } from '../../app/domain/reminders/mark';
import type { ReminderChoices } from '../../app/domain/reminders/reminder-choices';
import { NO_REMINDERS } from '../../app/domain/reminders/reminder-choices';
import { ASIDE_MS, type Outside, open, type Reminders } from '../../app/services/reminders';
import { leaveMark, removeMark } from '../../app/shell/outside-reminders';
import { FakeJournal } from '../support/fake-journal';
import { until } from '../support/mount';
import { sampleCheckIn, ZONE } from '../support/sample-entries';

const EVENING = 20 * 60;
const ms = (field: string): number => momentOfField(field, ZONE)!.epochMs;

describe('reminders', () => {
  let nowMs: number;
  let journal: FakeJournal;
  let badges: boolean[];
  let ticks: (() => void)[];
  const { setInterval } = globalThis;

  beforeEach(() => {
    nowMs = ms('2026-11-29T20:10');
    badges = [];
    ticks = [];
    globalThis.setInterval = ((work: () => void) => ticks.push(work)) as never;
  });
  afterEach(async () => {
    globalThis.setInterval = setInterval;
    await removeMark();
  });

  async function opened(
    change: Partial<ReminderChoices> = {},
    ports: Partial<Outside> = {},
    inSample = false,
  ): Promise<Reminders> {
    journal = new FakeJournal([], { reminders: { ...NO_REMINDERS, times: [EVENING], ...change } });
    const clock = { epochMs: () => nowMs, monotonicMs: () => 0, zone: () => ZONE };
    const badge = (isDue: boolean) => void badges.push(isDue);
    const reminders = open({ journal, clock, inSample }, { badge, mayNotify: () => false, ...ports });
    await reminders.ready;
    return reminders;
  }

  const keepNow = () => journal.save({ ...sampleCheckIn(), startedAt: momentOfField('2026-11-29T20:11', ZONE)! }, null);

  const mark = async (): Promise<ReminderMark | null> =>
    (await caches.has(REMINDER_CACHE)) ? (await caches.match(MARK_ADDRESS))!.json() : null;

  it('are due from their time on, done once something is kept, and due again on the next day', async () => {
    nowMs = ms('2026-11-29T19:59');
    const reminders = await opened();
    let told = 0;
    reminders.subscribe(() => told++);
    expect(reminders.state.is).to.equal('waiting');
    nowMs = ms('2026-11-29T20:00');
    for (const tick of ticks) tick();
    expect([reminders.state.is, told]).to.deep.equal(['due', 1]);
    await keepNow();
    await until(() => reminders.state.is === 'done', 'that it is done');
    nowMs = ms('2026-11-30T20:00');
    for (const tick of ticks) tick();
    expect(reminders.state.is).to.equal('due');
    expect(badges).to.deep.equal([false, true, false, true]);
  });

  it('rest for an hour, or until tomorrow, if they are put aside', async () => {
    const reminders = await opened();
    await reminders.later();
    await until(() => reminders.state.is === 'aside', 'the rest');
    nowMs += ASIDE_MS;
    expect(reminders.state.is).to.equal('due');
    await reminders.notToday();
    await until(() => reminders.state.is === 'aside', 'the rest');
    nowMs = ms('2026-11-30T20:00');
    expect(reminders.state.is).to.equal('due');
  });

  it('leave nothing outside the journal until notifications are wanted and allowed', async () => {
    await opened({ notify: true });
    expect(await mark()).to.equal(null);
    await opened({ notify: false }, { mayNotify: () => true });
    expect(await mark()).to.equal(null);
  });

  it('leave a mark that says when, and whether something was kept today, and nothing else', async () => {
    let left = 0;
    const leave = async (given: ReminderMark) => {
      await leaveMark(given);
      left += 1;
    };
    const reminders = await opened({ notify: true }, { mayNotify: () => true, leaveMark: leave });
    await until(() => left === 1, 'the mark');
    const words = { title: 'A minute for yourself?', body: 'You asked to be reminded around now.' };
    const said = { times: [EVENING], quiet: { from: 1320, to: 480 }, asideUntilMs: null, ...words };
    expect(await mark()).to.deep.equal({ ...said, doneDay: null });
    await keepNow();
    await until(() => left === 2, 'the mark again');
    expect(await mark()).to.deep.equal({ ...said, doneDay: '2026-11-29' });
    await reminders.change({ notify: false });
    await until(async () => !(await caches.has(REMINDER_CACHE)), 'the mark to go');
  });

  it('of the sample journal are never due, tell nothing outside the page, and take nothing away there', async () => {
    await leaveMark({ times: [], quiet: null, asideUntilMs: null, doneDay: null, title: '', body: '' });
    let sent = 0;
    const ports = { mayNotify: () => true, remindNow: () => void sent++ };
    const reminders = await opened({ notify: true }, ports, true);
    for (const tick of ticks) tick();
    await reminders.later();
    expect([reminders.state.is, badges, (await mark())?.times, sent]).to.deep.equal(['off', [], [], 0]);
  });

  it('are agreed to with the first time, and taken back with the last: then nothing is put aside or notified', async () => {
    const reminders = await opened({ times: [], notify: true });
    await reminders.change({ times: [EVENING] });
    await reminders.change({ times: [EVENING - 60, EVENING], notify: true });
    await reminders.later();
    await reminders.change({ times: [] });
    const { consents, reminders: kept } = await journal.settings();
    const about = { part: 'reminders', textVersion: 1, atMs: nowMs };
    expect(consents).to.deep.equal([
      { ...about, given: true },
      { ...about, given: false },
    ]);
    expect(kept).to.deep.include({ times: [], notify: false, asideUntilMs: null });
  });

  it('give a file with the same times', async () => {
    const file = (await opened()).calendar();
    expect([file.name, file.type]).to.deep.equal(['reverie.ics', 'text/calendar']);
    expect(await file.text()).to.contain('DTSTART:20261129T200000\r\n');
  });

  it('stay as they were where the journal cannot be read', async () => {
    const reminders = await opened();
    journal.settings = () => Promise.reject(new Error('broken'));
    await journal.save(sampleCheckIn(), null);
    expect(reminders.choices.times).to.deep.equal([EVENING]);
  });
});
