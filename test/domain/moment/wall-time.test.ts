import { expect } from 'chai';
import fc from 'fast-check';
import { MINUTE_MS } from '../../../app/base/time';
import { momentAt } from '../../../app/domain/moment/moment';
import { fieldOfMoment, momentOfField } from '../../../app/domain/moment/wall-time';

const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia'];

describe('a field for a day and a time', () => {
  it('says the moment it was given, in five zones, to the minute', () => {
    const minute = fc.integer({ min: 0, max: Date.UTC(2040, 0) / MINUTE_MS });
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), minute, (zone, minutes) => {
        const moment = momentAt(minutes * MINUTE_MS, zone);
        const again = momentOfField(fieldOfMoment(moment), zone)!;
        expect(fieldOfMoment(again)).to.equal(fieldOfMoment(moment));
        // An hour that clocks show twice is taken as its first.
        expect(moment.epochMs - again.epochMs).to.be.oneOf([0, 30 * MINUTE_MS, 60 * MINUTE_MS]);
      }),
    );
  });

  it('takes an hour that clocks skipped as much later, and keeps the zone', () => {
    const moment = momentOfField('2026-03-29T02:30', 'Europe/Berlin')!;
    expect(fieldOfMoment(moment)).to.equal('2026-03-29T03:30');
    expect(moment).to.include({ zone: 'Europe/Berlin', offsetMinutes: 120 });
    expect(momentOfField('2026-10-25T02:30', 'Europe/Berlin')!.offsetMinutes).to.equal(120);
  });

  it('is no moment while it is empty or half filled', () => {
    for (const text of ['', '2026-03-29', 'yesterday']) expect(momentOfField(text, 'UTC')).to.equal(null);
  });
});
