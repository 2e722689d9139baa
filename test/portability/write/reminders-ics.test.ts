import { expect } from 'chai';
import ICAL from 'ical.js';
import { momentOfField } from '../../../app/domain/moment/wall-time';
import { remindersIcs } from '../../../app/portability/write/reminders-ics';

const NOW = momentOfField('2026-11-29T17:30', 'Europe/Berlin')!;
const LONG = 'Süße Erinnerungen; ein Moment, eine Zeile \\ und noch eine\nund zwei 🌅 '.repeat(4).trim();

const written = (change: Partial<Parameters<typeof remindersIcs>[0]> = {}): string =>
  remindersIcs({ times: [9 * 60, 20 * 60 + 5], now: NOW, title: 'A minute', note: 'Note', ...change });

describe('the times as a calendar file', () => {
  it('reads as one daily event a time, with an alarm at its minute, in no zone', () => {
    const calendar = new ICAL.Component(ICAL.parse(written()));
    expect(calendar.getFirstPropertyValue('version')).to.equal('2.0');
    const events = calendar.getAllSubcomponents('vevent');
    expect(events.map((event) => String(event.getFirstPropertyValue('dtstart')))).to.deep.equal([
      '2026-11-29T09:00:00',
      '2026-11-29T20:05:00',
    ]);
    for (const event of events) {
      const start = event.getFirstPropertyValue('dtstart') as InstanceType<typeof ICAL.Time>;
      expect(start.zone).to.equal(ICAL.Timezone.localTimezone);
      expect(String(event.getFirstPropertyValue('rrule'))).to.equal('FREQ=DAILY');
      expect(String(event.getFirstPropertyValue('dtstamp'))).to.equal('2026-11-29T16:30:00Z');
      const alarm = event.getFirstSubcomponent('valarm')!;
      expect(alarm.getFirstPropertyValue('action')).to.equal('DISPLAY');
      expect((alarm.getFirstPropertyValue('trigger') as InstanceType<typeof ICAL.Duration>).toSeconds()).to.equal(0);
    }
    expect(new Set(events.map((event) => event.getFirstPropertyValue('uid'))).size).to.equal(2);
  });

  it('comes again on each day, over a daylight change, at the same time of day', () => {
    const [event] = new ICAL.Component(ICAL.parse(written())).getAllSubcomponents('vevent');
    const days = new ICAL.Event(event!).iterator();
    const times = Array.from({ length: 150 }, () => String(days.next()));
    expect(times[149]).to.equal('2027-04-27T09:00:00');
    expect(times.every((time) => time.endsWith('T09:00:00'))).to.equal(true);
  });

  it('keeps its words as they are, in lines that every calendar takes', () => {
    const text = written({ title: LONG, note: 'a\r\nb' });
    const [event] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
    expect(event!.getFirstPropertyValue('summary')).to.equal(LONG);
    expect(event!.getFirstPropertyValue('description')).to.equal('a\nb');
    const lines = text.split('\r\n');
    expect(lines.pop()).to.equal('');
    for (const line of lines) {
      expect(new TextEncoder().encode(line).length).to.be.at.most(75);
      expect(line).to.not.match(/[\r\n\uFFFD]/);
    }
  });

  it('names an event by its time, so that a second file replaces the first', () => {
    const uids = (text: string) => text.match(/UID:.*/g);
    expect(uids(written())).to.deep.equal(uids(written({ title: 'Other' })));
  });
});
