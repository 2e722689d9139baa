import { expect } from 'chai';
import { dayOf, LAST_WALL_MS, momentAt } from '../../../app/domain/moment/moment';

const utc = (text: string): number => Date.parse(text);

describe('momentAt', () => {
  it('knows summer and winter time on both sides of the change', () => {
    expect(momentAt(utc('2026-10-25T00:59:59Z'), 'Europe/Berlin').offsetMinutes).to.equal(120);
    expect(momentAt(utc('2026-10-25T01:00:00Z'), 'Europe/Berlin').offsetMinutes).to.equal(60);
  });

  it('knows zones that are not whole hours, west of Greenwich, and UTC itself', () => {
    expect(momentAt(utc('2026-01-01T00:00:00Z'), 'Asia/Kathmandu').offsetMinutes).to.equal(345);
    expect(momentAt(utc('2026-01-01T00:00:00Z'), 'America/St_Johns').offsetMinutes).to.equal(-210);
    expect(momentAt(utc('2026-01-01T00:00:00Z'), 'UTC').offsetMinutes).to.equal(0);
  });

  it('refuses an unknown zone', () => {
    expect(() => momentAt(0, 'Atlantis/Capital')).to.throw(RangeError);
  });
});

describe('dayOf', () => {
  it('is the day the person lived, not the day in Greenwich', () => {
    expect(dayOf(momentAt(utc('2026-11-22T23:30:00Z'), 'Europe/Berlin'))).to.equal('2026-11-23');
    expect(dayOf(momentAt(utc('2026-11-23T02:30:00Z'), 'America/New_York'))).to.equal('2026-11-22');
  });

  it('is the last there is for any moment after it', () => {
    for (const [epochMs, offsetMinutes] of [
      [8.64e15, 0],
      [8.64e15, 840],
      [LAST_WALL_MS, 1],
      [LAST_WALL_MS, 0],
    ] as const)
      expect(dayOf({ epochMs, offsetMinutes, zone: 'UTC' })).to.equal('9999-12-31');
    expect(dayOf({ epochMs: 0, offsetMinutes: -840, zone: 'UTC' })).to.equal('1969-12-31');
  });
});
