import { expect } from 'chai';
import { settle } from './support/fake-time';
import { REACH } from './support/reach';
import { memory, World } from './support/world';

/** Before the person has said anything of a memory. */
const BEFORE_WORDS: Record<string, (world: World) => Promise<void>> = {
  consent: async () => undefined,
  prepare: REACH.prepare,
  baseline: REACH.baseline,
};

describe('withdrawing', () => {
  for (const [step, reach] of Object.entries(REACH)) {
    it(`in ${step} stops everything and erases everything`, async () => {
      const world = new World();
      await reach(world);
      expect(world.now.step).to.equal(step);
      world.session.draft({ report: { note: 'never mind' } });
      await world.session.withdraw();
      expect(world.now).to.deep.include({ step: 'discarded', face: null, trace: null, failure: null, paused: false });
      expect(world.now.memory.title + world.now.report.note).to.equal('');
      expect(world.leftovers).to.deep.equal([]);
      await world.time.pass(60_000);
      expect(await world.journal.draft('recall')).to.equal(null);
      expect((await world.journal.list()).entries).to.deep.equal([]);
      expect(world.now.step).to.equal('discarded');
    });
  }

  it('takes back an entry that is being written at that moment', async () => {
    const world = new World();
    await world.reviewing();
    let write: () => void = () => {};
    world.journal.slow = new Promise((resolve) => {
      write = resolve;
    });
    const keeping = world.session.keep({ trace: true, faceDisputed: false });
    await settle();
    const withdrawing = world.session.withdraw();
    write();
    await Promise.all([keeping, withdrawing]);
    expect(world.now.step).to.equal('discarded');
    expect((await world.journal.list()).entries).to.deep.equal([]);
    expect(await world.journal.draft('recall')).to.equal(null);
  });

  it('says so when something could not be erased, and erases it on another try', async () => {
    const world = new World();
    await world.reporting();
    world.journal.eraseFailures.push('journal-unreadable');
    await world.session.withdraw();
    expect(world.now).to.deep.include({ step: 'discarded', failure: 'erase-failed', saving: false });
    expect(await world.journal.draft('recall')).not.to.equal(null);
    world.session.resume();
    expect(world.now).to.deep.include({ failure: null, saving: true });
    await settle();
    expect(world.now).to.deep.include({ step: 'discarded', failure: null, saving: false });
    expect(await world.journal.draft('recall')).to.equal(null);
  });

  it('leaves the draft of another session alone', async () => {
    const other = new World();
    await other.reporting();
    const draft = (await other.journal.draft('recall'))!;
    const world = new World();
    await world.journal.keepDraft(draft);
    await world.prepared();
    await world.session.withdraw();
    expect(await world.journal.draft('recall')).to.equal(draft);
  });

  it('does nothing any more once the entry is saved', async () => {
    const world = new World();
    await world.reviewing();
    await world.session.keep({ trace: true, faceDisputed: false });
    await world.session.withdraw();
    expect(world.now.step).to.equal('saved');
    expect((await world.journal.list()).entries).to.have.length(1);
  });
});

describe('leaving a recall of which nothing was said', () => {
  for (const [step, reach] of Object.entries(BEFORE_WORDS)) {
    it(`in ${step} ends it, and leaves the draft it began with as it was`, async () => {
      const cutOff = new World();
      await cutOff.recalling();
      await cutOff.session.settle();
      const draft = (await cutOff.journal.draft('recall'))!;
      const world = new World(step === 'consent' ? { consentVersion: 9 } : {}, draft);
      await world.journal.keepDraft(draft);
      await reach(world);
      expect(world.now.step).to.equal(step);
      world.session.leave();
      await settle();
      expect(world.now).to.deep.include({ step: 'discarded', saving: false, failure: null });
      expect(world.leftovers).to.deep.equal([]);
      expect(await world.journal.draft('recall')).to.equal(draft);
    });
  }

  it('does nothing once a memory is named, or it has ended', async () => {
    const world = new World();
    await world.chosen();
    world.session.draft({ memory: memory() });
    world.session.leave();
    expect(world.now.step).to.equal('choose');
    world.journal.eraseFailures.push('journal-unreadable');
    await world.session.settle();
    await world.session.withdraw();
    world.session.leave();
    expect(world.now, 'what is not erased is still said').to.deep.include({ failure: 'erase-failed', saving: false });
  });
});
