import { expect } from 'chai';
import { systemClock, usableZone } from '../../app/base/clock';
import { momentAt } from '../../app/domain/moment/moment';

describe('usableZone', () => {
  it('is the zone the browser reports wherever it takes that name', () => {
    expect(usableZone('Asia/Kathmandu', -345)).to.equal('Asia/Kathmandu');
    expect(usableZone('UTC', 0)).to.equal('UTC');
  });

  it('is one with the present offset where it does not', () => {
    for (const hours of [-14, -9, -1, 1, 8, 12]) {
      const zone = usableZone('Etc/Unknown', 60 * hours);
      expect(zone).to.equal(`Etc/GMT${hours > 0 ? '+' : ''}${hours}`);
      expect(momentAt(0, zone).offsetMinutes).to.equal(-60 * hours);
    }
    expect(usableZone('Etc/Unknown', 0)).to.equal('UTC');
  });

  it('is the nearest whole hour where the offset is none', () => {
    expect(momentAt(0, usableZone('Etc/Unknown', -345)).offsetMinutes).to.equal(360);
    expect(momentAt(0, usableZone('Etc/Unknown', 210)).offsetMinutes).to.equal(-240);
    expect(usableZone('Etc/Unknown', -29)).to.equal('UTC');
  });
});

describe('systemClock', () => {
  const { getTimezoneOffset } = Date.prototype;
  const { resolvedOptions } = Intl.DateTimeFormat.prototype;

  afterEach(() => {
    Date.prototype.getTimezoneOffset = getTimezoneOffset;
    Intl.DateTimeFormat.prototype.resolvedOptions = resolvedOptions;
  });

  it('gives a zone that has a moment also where the browser knows none', () => {
    Intl.DateTimeFormat.prototype.resolvedOptions = function () {
      return { ...resolvedOptions.call(this), timeZone: 'Etc/Unknown' };
    };
    for (const offset of [300, 0, -120]) {
      Date.prototype.getTimezoneOffset = () => offset;
      expect(momentAt(systemClock.epochMs(), systemClock.zone()).offsetMinutes + offset).to.equal(0);
    }
  });
});
