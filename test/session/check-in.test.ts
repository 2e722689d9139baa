import { expect } from 'chai';
import { Failure } from '../../app/domain/failure';
import { sliderRating } from '../../app/domain/rating';
import { emptyReport } from '../../app/domain/report';
import { checkIn } from '../../app/session/check-in';
import { FakeTime, MoodyJournal } from './harness';

const world = () => {
  const clock = new FakeTime();
  const journal = new MoodyJournal();
  return { clock, journal, ports: { clock, journal, newId: () => 'id', appVersion: '0.1.0' } };
};

describe('checkIn', () => {
  it('saves the report with when it began and when it was kept', async () => {
    const { clock, journal, ports } = world();
    const startedAtMs = clock.epochMs();
    await clock.pass(12_000);
    const report = { ...emptyReport(), valence: sliderRating(75) };
    expect(await checkIn(ports, report, startedAtMs)).to.equal('id');
    const entry = await journal.entry('id');
    expect(entry).to.deep.equal({
      version: 1,
      kind: 'check-in',
      id: 'id',
      report,
      startedAt: { epochMs: startedAtMs, zone: 'Europe/Berlin', offsetMinutes: 60 },
      savedAt: { epochMs: startedAtMs + 12_000, zone: 'Europe/Berlin', offsetMinutes: 60 },
      appVersion: '0.1.0',
    });
  });

  it('rejects where it could not be saved', async () => {
    const { clock, journal, ports } = world();
    journal.saveFailures.push('journal-full');
    const outcome = await checkIn(ports, emptyReport(), clock.epochMs()).catch((error: unknown) => error);
    expect(outcome).to.be.instanceOf(Failure);
    expect((await journal.list()).entries).to.deep.equal([]);
  });
});
