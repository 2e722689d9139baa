import { expect } from 'chai';
import type { RecallEntry } from '../../app/domain/entry/entry';
import { type Permits, withSaid } from '../../app/domain/settings/consents';
import { DEFAULT_SETTINGS } from '../../app/domain/settings/settings';
import type { RecallDraft } from '../../app/journal/journal';
import { Desk } from '../journal/support/with-journal';
import { said } from '../services/support/agreed';
import { settle } from './support/fake-time';
import { REACH } from './support/reach';
import { memory, World } from './support/world';

/** A person who has said this of the text that World shows. */
const having = (permits: Permits) => new World({ settings: { ...DEFAULT_SETTINGS, consents: said(permits, 1) } });
const without = (world: World, permits: Partial<Permits>): void =>
  world.session.respect(withSaid(said({ face: true, readings: true }, 1), permits, { textVersion: 1, atMs: 1 }));

describe('a face that may no longer be read', () => {
  for (const [step, reach] of Object.entries(REACH)) {
    it(`in ${step} is read no more at once, and what was read is nowhere`, async () => {
      const world = having({ face: true, readings: true });
      await reach(world);
      without(world, { face: false });
      expect(
        world.camera.streams.some((stream) => !stream.stopped),
        'a camera',
      ).to.equal(false);
      expect(world.now.step).to.equal(step === 'prepare' || step === 'baseline' ? 'choose' : step);
      expect(world.now.camera).to.equal('without');
      await settle();
      const draft = await world.journal.draft('recall');
      expect(draft?.trace ?? null).to.equal(null);
      expect(draft?.face.summary ?? null).to.equal(null);
      expect(world.now.trace).to.equal(null);
    });
  }

  it('is not asked for again: the recall goes on to its end without a camera', async () => {
    const world = having({ face: true, readings: true });
    await world.recalling();
    await world.watch(30_000);
    without(world, { face: false });
    await world.watch(16_000);
    await world.time.pass(5_000);
    world.session.finishReport();
    await settle();
    await world.session.keep({ trace: true, faceDisputed: false });
    const entry = (await world.journal.entry('id-1')) as RecallEntry;
    expect(entry).to.deep.include({ hasTrace: false });
    expect(entry.face).to.deep.include({ summary: null, reason: 'withdrawn' });
  });

  it('stays unread where the person said no before, until they say yes', async () => {
    const world = having({ face: false, readings: false });
    expect(world.now).to.include({ step: 'prepare', camera: 'without' });
    world.session.openCamera();
    expect(world.now.step).to.equal('consent');
    expect(world.camera.streams).to.have.length(0);
    world.session.agree({ face: true, readings: false });
    await world.prepared();
    expect(world.now).to.include({ step: 'prepare', camera: 'on', keepsReadings: false });
  });

  it('goes straight to the memory where the person agrees to nothing', () => {
    const world = new World({ settings: DEFAULT_SETTINGS });
    world.session.agree({ face: false, readings: false });
    expect(world.now).to.include({ step: 'choose', camera: 'without' });
  });
});

describe('readings that may not be kept', () => {
  const drafts = (world: World): readonly RecallDraft[] =>
    [...world.journal.drafts.values()].filter((draft): draft is RecallDraft => draft.kind === 'recall');

  it('are shown in the review and are in no draft and no entry', async () => {
    const world = having({ face: true, readings: false });
    await world.reviewing();
    expect(world.now.face?.summary).to.not.equal(null);
    expect(drafts(world)).to.have.length(1);
    expect(drafts(world)[0]).to.deep.include({ trace: null, relived: true });
    await world.session.keep({ trace: true, faceDisputed: false });
    expect((await world.journal.entry('id-1')) as RecallEntry).to.deep.include({
      hasTrace: false,
      face: { summary: null, reason: 'withdrawn', usableMs: 0, usableShare: 0 },
    });
    expect(world.journal.traces.size).to.equal(0);
  });

  it('go from the draft as soon as that is taken back', async () => {
    const world = having({ face: true, readings: true });
    await world.reviewing();
    expect(drafts(world)[0]!.trace).to.not.equal(null);
    without(world, { readings: false });
    await settle();
    expect(drafts(world)[0]).to.deep.include({ trace: null, memory: memory() });
    expect(world.now.face?.summary, 'they are still on the screen').to.not.equal(null);
  });

  it('are those of a recall without a camera as before', async () => {
    const world = having({ face: true, readings: false });
    world.session.continueWithoutCamera();
    world.session.ready();
    world.session.choose(memory());
    world.session.finishStep();
    world.session.finishStep();
    await settle();
    expect(drafts(world)[0]!.face).to.deep.include({ summary: null, reason: 'no-camera' });
  });
});

describe('a recall that is withdrawn in its middle', () => {
  const desk = new Desk();
  afterEach(() => desk.clear());

  for (const [step, reach] of Object.entries(REACH)) {
    it(`in ${step} leaves no record in any store, read raw`, async () => {
      const journal = await desk.tab();
      const world = new World({}, null, journal);
      await reach(world);
      await world.session.settle();
      await world.session.withdraw();
      for (const store of ['entries', 'traces', 'drafts', 'months'] as const)
        expect(await desk.raw(store), store).to.deep.equal([]);
      expect(world.now).to.include({ step: 'discarded', failure: null });
    });
  }
});
