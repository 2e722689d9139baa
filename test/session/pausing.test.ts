import { expect } from 'chai';
import fc from 'fast-check';
import type { RecallEntry } from '../../app/domain/entry/entry';
import { sliderRating } from '../../app/domain/report/rating';
import { DEFAULT_SETTINGS } from '../../app/domain/settings/settings';
import type { Draft } from '../../app/journal/journal';
import { said } from '../services/support/agreed';
import { settle } from './support/fake-time';
import { MoodyJournal } from './support/moody-journal';
import { memory, TIMING, World } from './support/world';

const aloud = (): World =>
  new World({
    settings: { ...DEFAULT_SETTINGS, consents: said({ face: true, readings: true }, 1), recallMode: 'aloud' },
  });

async function toTalking(world: World): Promise<void> {
  await world.prepared();
  world.session.ready();
  await world.watch(TIMING.baselineMs);
}

const TIMED = {
  baseline: async (world: World) => {
    await world.prepared();
    world.session.ready();
    await world.watch(2_000);
  },
  talking: async (world: World) => {
    await toTalking(world);
    await world.watch(2_000);
  },
  recall: async (world: World) => {
    await world.recalling();
    await world.watch(2_000);
  },
};

describe('a pause', () => {
  for (const [step, reach] of Object.entries(TIMED)) {
    it(`in ${step} stops the clock and the camera until the person goes on`, async () => {
      const world = step === 'talking' ? aloud() : new World();
      await reach(world);
      expect(world.now.step).to.equal(step);
      world.session.pause();
      const { elapsedMs } = world.now;
      expect(world.now).to.include({ paused: true, failure: null, camera: 'paused' });
      expect(world.camera.last.stopped).to.equal(true);
      await world.watch(60_000);
      expect(world.now).to.include({ step, elapsedMs, paused: true });
      world.session.resume();
      await settle();
      expect(world.now).to.include({ step, paused: false, camera: 'on' });
      // A face at rest has to be seen in one go; a memory goes on.
      expect(world.now.elapsedMs).to.be.closeTo(step === 'recall' ? elapsedMs : 0, 101);
    });
  }

  it('is no time of the recall, and nothing is read in it', async () => {
    const world = new World();
    await world.recalling();
    await world.watch(20_000);
    world.session.pause();
    await world.watch(30_000);
    world.session.resume();
    await settle();
    await world.watch(TIMING.recallMs - 20_000);
    await world.time.pass(TIMING.restMs);
    expect(world.now.step).to.equal('report');
    expect(world.now.face?.summary?.recallMs).to.be.closeTo(TIMING.recallMs, 300);
    expect(world.now.trace!.segments.map(({ phase }) => phase)).to.deep.equal(['baseline', 'recall', 'recall']);
  });

  it('in which the journal is locked leaves the words, and nothing of the face', async () => {
    const world = new World();
    await world.recalling();
    await world.watch(20_000);
    world.session.pause();
    expect(await world.session.settle()).to.equal(true);
    const draft = (await world.journal.draft('recall'))!;
    expect(draft).to.deep.include({ relived: false, memory: memory(), trace: null });
    expect(draft.face.summary).to.equal(null);
    const again = new World({}, draft);
    expect(again.now.memory, 'it starts again, with the memory named').to.deep.equal(memory());
  });

  it('or a recall whose tab is killed without a word leaves the memory to go on with', async () => {
    const world = new World();
    await world.recalling();
    await world.watch(10_000);
    const draft = (await world.journal.draft('recall'))!;
    expect(draft).to.deep.include({ relived: false, memory: memory(), trace: null });
    expect(draft.face.summary).to.equal(null);
  });

  it('is not disturbed by a camera that is pulled out meanwhile, or a hidden page', async () => {
    const world = new World();
    await TIMED.recall(world);
    world.session.pause();
    await world.camera.last.unplug();
    await world.visibility.set(true);
    expect(world.now).to.include({ step: 'recall', paused: true, failure: null });
  });
});

describe('a recall that gets too much', () => {
  it('stands still, also where it was paused or the camera was lost, and can be gone on with', async () => {
    for (const before of ['nothing', 'pause', 'lost'] as const) {
      const world = new World();
      await TIMED.recall(world);
      if (before === 'pause') world.session.pause();
      if (before === 'lost') await world.camera.last.unplug();
      world.session.stop();
      expect(world.now, before).to.include({ step: 'recall', stopping: true, paused: true, failure: null });
      world.session.continueWithoutCamera();
      expect(world.now.stopping, 'nothing else sends the person on').to.equal(true);
      world.session.resume();
      await settle();
      expect(world.now).to.include({ step: 'recall', stopping: false, paused: false, camera: 'on' });
    }
  });

  it('is kept as memory, rating and feelings alone, if the person says so', async () => {
    const world = new World();
    await world.recalling();
    await world.watch(30_000);
    world.session.rateAlone();
    expect(world.now.step, 'only once it was stopped').to.equal('recall');
    world.session.stop();
    world.session.rateAlone();
    expect(world.now).to.deep.include({ step: 'report', camera: 'without', trace: null });
    world.session.draft({ report: { valence: sliderRating(20), feelings: [{ name: 'sad', intensity: 4 }] } });
    world.session.finishReport();
    await world.session.keep({ trace: true, faceDisputed: false });
    const entry = (await world.journal.entry('id-1')) as RecallEntry;
    expect(entry.memory).to.deep.equal(memory());
    expect(entry.report.feelings).to.deep.equal([{ name: 'sad', intensity: 4 }]);
    expect(entry).to.deep.include({
      hasTrace: false,
      face: { summary: null, reason: 'withdrawn', usableMs: 0, usableShare: 0 },
    });
    expect(world.journal.traces.size).to.equal(0);
    expect(world.journal.drafts.size).to.equal(0);
    expect(world.leftovers).to.deep.equal([]);
  });

  it('goes on at its report where the tab was killed there', async () => {
    const world = new World();
    await TIMED.recall(world);
    world.session.stop();
    world.session.rateAlone();
    await world.session.settle();
    const draft = (await world.journal.draft('recall'))!;
    const again = new World({}, draft);
    expect(again.now).to.deep.include({ step: 'report', trace: null, memory: memory() });
    expect(again.now.face).to.deep.include({ summary: null, reason: 'withdrawn' });
  });
});

/** Remembers every draft that was ever written. */
class WatchedJournal extends MoodyJournal {
  readonly written: Draft[] = [];

  override async keepDraft(draft: Draft): Promise<void> {
    this.written.push(draft);
    await super.keepDraft(draft);
  }
}

describe('whatever is pressed in whatever order', () => {
  const DEEDS = {
    pause: (world) => world.session.pause(),
    resume: (world) => world.session.resume(),
    stop: (world) => world.session.stop(),
    rateAlone: (world) => world.session.rateAlone(),
    finish: (world) => world.session.finishStep(),
    lock: (world) => world.session.settle(),
    hide: async (world) => {
      await world.visibility.set(true);
      await world.visibility.set(false);
    },
    unplug: (world) => world.camera.last.unplug(),
    without: (world) => world.session.continueWithoutCamera(),
    remember: (world) => world.watch(3_000),
    withdraw: (world) => world.session.withdraw(),
  } satisfies Record<string, (world: World) => unknown>;
  type Deed = keyof typeof DEEDS;
  const anyDeed = fc.constantFrom(...(Object.keys(DEEDS) as Deed[]).filter((deed) => deed !== 'withdraw'));
  const deeds = fc
    .tuple(fc.array(anyDeed, { maxLength: 12 }), fc.boolean())
    .map(([all, takesBack]) => [...all, ...(takesBack ? (['withdraw'] as const) : [])]);

  /** Does them one after the other; resolves with whether the person kept their rating alone, or took the camera back. */
  async function live(world: World, all: readonly Deed[]): Promise<boolean> {
    let noFace = false;
    for (const deed of all) {
      const { stopping, failure, camera } = world.now;
      await DEEDS[deed](world);
      await settle();
      const isOff = failure === null && camera !== 'without' && world.now.camera === 'without';
      noFace ||= (deed === 'rateAlone' && stopping) || (deed === 'without' && isOff);
      if (world.now.paused) expect(world.camera.last.stopped, `${all} at ${deed}`).to.equal(true);
    }
    return noFace;
  }

  it('keeps nothing that was not to be kept', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (all) => {
        const journal = new WatchedJournal();
        const world = new World({}, null, journal);
        await world.recalling();
        const noFace = await live(world, all);
        const early = journal.written.filter((draft) => draft.kind === 'recall' && !draft.relived);
        expect(early.every((draft) => draft.kind === 'recall' && draft.trace === null)).to.equal(true);
        if (world.now.step === 'discarded') {
          expect([journal.entries.size, journal.traces.size, journal.drafts.size]).to.deep.equal([0, 0, 0]);
          return;
        }
        if (world.now.step !== 'report') return;
        world.session.finishReport();
        await world.session.keep({ trace: true, faceDisputed: false });
        const entry = (await journal.entry('id-1')) as RecallEntry;
        expect(entry.hasTrace).to.equal(journal.traces.size === 1);
        expect(journal.drafts.size).to.equal(0);
        if (!noFace) return;
        expect([entry.face.summary, journal.traces.size]).to.deep.equal([null, 0]);
        expect(journal.written.every((draft) => draft.kind !== 'recall' || draft.trace === null)).to.equal(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a memory that is told aloud', () => {
  it('is chosen before the baselines, remembered, and has a second one in which one talks', async () => {
    const world = new World();
    await world.prepared();
    world.session.relive('aloud');
    await settle();
    expect((await world.journal.settings()).recallMode).to.equal('aloud');
    world.session.ready();
    world.session.relive('silent');
    expect(world.now.mode, 'too late').to.equal('aloud');
    await world.watch(TIMING.baselineMs);
    expect(world.now).to.include({ step: 'talking', camera: 'on', durationMs: TIMING.talkingMs });
    expect(world.camera.streams, 'the camera stays on').to.have.length(1);
    await world.watch(TIMING.talkingMs);
    expect(world.now).to.include({ step: 'choose', camera: 'paused' });
    world.session.choose(memory());
    await settle();
    await world.watch(TIMING.recallMs);
    await world.time.pass(TIMING.restMs);
    expect(await world.journal.draft('recall')).to.deep.include({ mode: 'aloud' });
    world.session.finishReport();
    await world.session.keep({ trace: true, faceDisputed: false });
    expect(await world.journal.entry('id-1')).to.deep.include({ mode: 'aloud', hasTrace: true });
    expect((await world.journal.trace('id-1'))!.segments.map(({ phase }) => phase)).to.deep.equal([
      'baseline',
      'talking',
      'recall',
    ]);
    expect((await world.journal.settings()).baselinesTaken).to.equal(1);
  });

  it('has its talking taken again where it was interrupted, after the same face at rest', async () => {
    const world = aloud();
    await TIMED.talking(world);
    await world.visibility.set(true);
    await world.visibility.set(false);
    expect(world.now).to.include({ step: 'talking', paused: true, failure: 'page-hidden' });
    world.session.resume();
    await settle();
    await world.watch(TIMING.talkingMs);
    world.session.choose(memory());
    await settle();
    await world.watch(TIMING.recallMs);
    await world.time.pass(TIMING.restMs);
    const [rest, talking, recall] = world.now.trace!.segments;
    expect([rest!.phase, talking!.phase, recall!.phase]).to.deep.equal(['baseline', 'talking', 'recall']);
    expect(rest!.endMs).to.be.closeTo(TIMING.baselineMs, 101);
    expect(talking!.endMs - talking!.startMs).to.be.closeTo(TIMING.talkingMs, 101);
  });

  it('has no baseline at all where the camera is off, and is told all the same', async () => {
    const world = aloud();
    world.session.continueWithoutCamera();
    world.session.choose(memory());
    world.session.finishStep();
    world.session.finishStep();
    world.session.finishReport();
    await world.session.keep({ trace: false, faceDisputed: false });
    expect(await world.journal.entry('id-1')).to.deep.include({ mode: 'aloud' });
  });
});

describe('the time that is left', () => {
  it('stays hidden once it was hidden, until it is shown again', async () => {
    const world = new World();
    await world.recalling();
    expect(world.now.hidesTime).to.equal(false);
    world.session.hideTime(true);
    await settle();
    expect(world.now.hidesTime).to.equal(true);
    const settings = await world.journal.settings();
    expect(settings.hidesTime).to.equal(true);
    expect(new World({ settings }).now.hidesTime).to.equal(true);
  });
});

describe('a memory that is gone to again', () => {
  it('is there for a look, and its entry names the recall it was first relived in', async () => {
    const before = memory({ vividness: null });
    const world = new World({ cue: null, again: { firstId: 'first', memory: before } });
    expect(world.now).to.deep.include({ step: 'choose', camera: 'asking', memory: before });
    world.session.continueWithoutCamera();
    world.session.choose(before);
    await world.session.settle();
    const draft = (await world.journal.draft('recall'))!;
    expect(draft.againOf).to.equal('first');
    const again = new World({}, draft);
    again.session.continueWithoutCamera();
    again.session.choose(before);
    again.session.finishStep();
    again.session.finishStep();
    again.session.finishReport();
    await again.session.keep({ trace: false, faceDisputed: false });
    expect(await again.journal.entry('id-1')).to.deep.include({ againOf: 'first', memory: before });
  });
});
