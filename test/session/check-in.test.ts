import { expect } from 'chai';
import { DAY_MS } from '../../app/base/time';
import type { Failure } from '../../app/domain/failure/failure';
import { sliderRating } from '../../app/domain/report/rating';
import { emptyReport } from '../../app/domain/report/report';
import type { CheckInDraft } from '../../app/journal/journal';
import { CheckInSession } from '../../app/session/check-in';
import { DRAFT_DELAY_MS } from '../../app/session/keeping/entry-keeper';
import { FakeVisibility } from './support/fake-screen';
import { FakeTime, settle } from './support/fake-time';
import { MoodyJournal } from './support/moody-journal';

class World {
  readonly time = new FakeTime();
  readonly journal = new MoodyJournal();
  readonly visibility = new FakeVisibility();
  kept = 0;

  begin(draft: CheckInDraft | null = null): CheckInSession {
    const { time, journal, visibility } = this;
    const onKept = () => void this.kept++;
    return new CheckInSession(
      { journal, clock: time, timers: time, visibility, newId: () => 'id', appVersion: '0.1.0', onKept },
      draft,
    );
  }

  draft() {
    return this.journal.draft('check-in');
  }
}

const PLEASANT = { valence: sliderRating(75) };
const CALM = { feelings: [{ name: 'calm', intensity: 3 }] };

describe('a check-in', () => {
  let world: World;
  let session: CheckInSession;

  beforeEach(() => {
    world = new World();
    session = world.begin();
  });

  it('saves the answers with when it began and when it was kept, and leaves no draft', async () => {
    const startedAtMs = world.time.epochMs();
    session.answer(PLEASANT);
    await world.time.pass(12_000);
    expect(await session.keep()).to.equal('id');
    expect(await world.journal.entry('id')).to.deep.equal({
      version: 1,
      kind: 'check-in',
      id: 'id',
      report: { ...emptyReport(), ...PLEASANT },
      startedAt: { epochMs: startedAtMs, zone: 'Europe/Berlin', offsetMinutes: 60 },
      savedAt: { epochMs: startedAtMs + 12_000, zone: 'Europe/Berlin', offsetMinutes: 60 },
      appVersion: '0.1.0',
    });
    expect(await world.draft()).to.equal(null);
    expect(world.kept).to.equal(1);
    expect(session.ended).to.equal(true);
    expect([world.time.waiting, world.visibility.listeners.size]).to.deep.equal([0, 0]);
  });

  it('rejects where it could not be saved, with the answers in the draft, and can be kept again', async () => {
    session.answer(PLEASANT);
    world.journal.saveFailures.push('journal-full');
    const outcome = await session.keep().catch((error: unknown) => error);
    expect((outcome as Failure).code).to.equal('journal-full');
    expect((await world.journal.list()).entries).to.deep.equal([]);
    expect((await world.draft())?.report.valence).to.deep.equal(PLEASANT.valence);
    expect(await session.keep()).to.equal('id');
  });

  it('is in its draft soon after each answer, and at once when the page is hidden', async () => {
    session.answer(PLEASANT);
    await world.time.pass(DRAFT_DELAY_MS - 1);
    expect(await world.draft()).to.equal(null);
    await world.time.pass(1);
    expect((await world.draft())?.report).to.deep.equal({ ...emptyReport(), ...PLEASANT });
    session.answer(CALM);
    world.visibility.set(true);
    await settle();
    expect((await world.draft())?.report).to.deep.equal({ ...emptyReport(), ...PLEASANT, ...CALM });
  });

  it('settles before a lock: with everything answered, or saying that it could not', async () => {
    expect(await session.settle()).to.equal(true);
    expect(world.journal.draftsKept).to.equal(0);
    session.answer(CALM);
    expect(await session.settle()).to.equal(true);
    expect((await world.draft())?.report.feelings).to.deep.equal(CALM.feelings);
    const told: unknown[] = [];
    session.onDraft = (failure) => told.push(failure);
    world.journal.draftFailures.push('journal-full');
    session.answer(PLEASANT);
    expect(await session.settle()).to.equal(false);
    expect(told).to.deep.equal(['journal-full']);
  });

  it('goes on from a draft as the same entry', async () => {
    session.answer(CALM);
    await session.settle();
    const draft = (await world.draft())!;
    await world.time.pass(3_600_000);
    const again = world.begin(draft);
    expect(again.report).to.deep.equal(draft.report);
    again.answer(PLEASANT);
    const entry = await world.journal.entry(await again.keep());
    expect(entry).to.deep.include({ id: draft.entryId, startedAt: draft.startedAt });
    expect(await world.draft()).to.equal(null);
  });

  it('waits in its draft when it is left, and takes nothing more', async () => {
    session.answer(CALM);
    await session.leave();
    session.answer(PLEASANT);
    await world.time.pass(10_000);
    expect((await world.draft())?.report).to.deep.equal({ ...emptyReport(), ...CALM });
    expect(world.time.waiting).to.equal(0);
  });

  /** Both answers are given, and the draft of the first is being written until what it gives back is called. */
  async function answeredWhileWriting(): Promise<() => void> {
    let release = (): void => undefined;
    world.journal.slow = new Promise((resolve) => (release = resolve));
    session.answer(PLEASANT);
    await world.time.pass(DRAFT_DELAY_MS);
    session.answer(CALM);
    await world.time.pass(DRAFT_DELAY_MS);
    return release;
  }

  it('has the newest answer in its draft when it is left while an older one is still being written', async () => {
    const release = await answeredWhileWriting();
    const left = session.leave();
    await settle();
    expect(session.ended).to.equal(false);
    release();
    expect(await left).to.equal(true);
    expect((await world.draft())?.report).to.deep.equal({ ...emptyReport(), ...PLEASANT, ...CALM });
    expect([session.ended, world.time.waiting, world.visibility.listeners.size]).to.deep.equal([true, 0, 0]);
  });

  it('keeps an answer that is given while it is being left', async () => {
    const release = await answeredWhileWriting();
    const left = session.leave();
    session.answer({ feelings: [] });
    release();
    expect(await left).to.equal(true);
    expect((await world.draft())?.report).to.deep.equal({ ...emptyReport(), ...PLEASANT });
  });

  it('goes on for whoever comes back while it is being left', async () => {
    const release = await answeredWhileWriting();
    const left = session.leave();
    session.stay();
    release();
    expect(await left).to.equal(false);
    session.answer({ note: 'back again' });
    expect(await session.leave()).to.equal(true);
    expect((await world.draft())?.report.note).to.equal('back again');
  });

  it('does not end when it is left and cannot be kept, and is kept as soon as there is room', async () => {
    const told: unknown[] = [];
    session.onDraft = (failure) => told.push(failure);
    world.journal.draftFailures.push('journal-full', 'journal-full');
    session.answer(CALM);
    expect(await session.leave()).to.equal(false);
    expect(await session.leave()).to.equal(false);
    expect([session.ended, session.report.feelings]).to.deep.equal([false, CALM.feelings]);
    expect(await session.leave()).to.equal(true);
    expect(told).to.deep.equal(['journal-full', 'journal-full', null]);
    expect((await world.draft())?.report).to.deep.equal({ ...emptyReport(), ...CALM });
  });

  it('can be left once the answers are taken back that could not be kept', async () => {
    world.journal.draftFailures.push('journal-full');
    session.answer(CALM);
    expect(await session.leave()).to.equal(false);
    session.answer({ feelings: [] });
    expect(await session.leave()).to.equal(true);
    expect(await world.draft()).to.equal(null);
  });

  it('leaves no draft of answers that were all taken back', async () => {
    session.answer(CALM);
    await session.settle();
    session.answer({ feelings: [] });
    await session.leave();
    expect(await world.draft()).to.equal(null);
    await world.begin().leave();
    expect(await world.draft()).to.equal(null);
  });

  it('opened on one day and first answered on another is of the day it is answered', async () => {
    await world.time.pass(2 * DAY_MS);
    session.answer(CALM);
    const entry = await world.journal.entry(await session.keep());
    expect(entry).to.have.nested.property('startedAt.epochMs', world.time.epochMs());
  });

  it('that was moved, or has answers, stays where it is, whenever it goes on', async () => {
    const friday = session.startedAt;
    session.answer(CALM);
    await world.time.pass(2 * DAY_MS);
    session.answer(PLEASANT);
    expect(session.startedAt).to.equal(friday);
    const other = world.begin();
    other.move(friday);
    other.answer(CALM);
    expect(other.startedAt).to.equal(friday);
  });
});
