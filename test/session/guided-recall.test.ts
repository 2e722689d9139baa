import { expect } from 'chai';
import type { RecallEntry } from '../../app/domain/entry';
import { sliderRating } from '../../app/domain/rating';
import { DEFAULT_SETTINGS } from '../../app/domain/settings';
import type { SessionSnapshot, Step } from '../../app/session/snapshot';
import { memory, settle, TIMING, World } from './harness';

describe('a recall from beginning to end', () => {
  it('goes through its steps and saves what was said and shown', async () => {
    const world = new World({ settings: DEFAULT_SETTINGS });
    const steps: Step[] = [];
    world.session.subscribe(({ step }) => steps.at(-1) !== step && steps.push(step));
    expect(world.now.step).to.equal('consent');
    world.session.agree();
    await world.prepared();
    expect(world.now.framing).to.equal('ok');
    expect(world.now.media).not.to.equal(null);
    world.session.ready();
    await world.watch(TIMING.baselineMs);
    expect(world.now).to.include({ step: 'choose', camera: 'paused' });
    expect(world.camera.last.stopped).to.equal(true);
    world.session.choose(memory());
    await settle();
    world.show({ sadness: 0.7 });
    await world.watch(22_500);
    world.show({ happiness: 0.8 });
    await world.watch(22_500);
    expect(world.now.step).to.equal('rest');
    await world.time.pass(TIMING.restMs);
    expect(world.now.step).to.equal('report');
    world.session.draft({ report: { valence: sliderRating(86) }, memory: { vividness: 6 } });
    world.session.finishReport();
    await settle();
    await world.session.keep({ trace: true, faceDisputed: false });

    expect(steps).to.deep.equal(['prepare', 'baseline', 'choose', 'recall', 'rest', 'report', 'review', 'saved']);
    expect(world.now.entryId).to.equal('id-1');
    const entry = (await world.journal.entry('id-1')) as RecallEntry;
    expect(entry).to.deep.include({ kind: 'recall', faceDisputed: false, hasTrace: true, appVersion: '0.1.0' });
    expect(entry.memory).to.deep.equal(memory({ vividness: 6 }));
    expect(entry.report.valence?.value).to.be.closeTo(0.72, 1e-9);
    expect(entry.startedAt.zone).to.equal('Europe/Berlin');
    const { summary } = entry.face;
    expect(summary?.usableMs).to.be.within(44_000, 45_200);
    expect(summary?.turn).to.include({ from: 'sadness', to: 'happiness' });
    expect(summary?.turn?.atMs).to.be.closeTo(22_500, 200);
    expect(summary?.models).to.have.property('expression');
    const trace = await world.journal.trace('id-1');
    expect(trace?.segments.map((segment) => segment.phase)).to.deep.equal(['baseline', 'recall']);
    expect(trace?.segments[1]?.startMs).to.equal(trace?.segments[0]?.endMs);
    expect(entry.stepDurationsMs.recall).to.be.within(45_000, 45_200);
    expect(entry.stepDurationsMs.rest).to.be.within(5_000, 5_200);
    const settings = await world.journal.settings();
    expect(settings).to.include({ consentVersion: 1, baselinesTaken: 1 });
    expect(await world.journal.draft('recall')).to.equal(null);
    expect(world.leftovers).to.deep.equal([]);
  });

  it('asks for consent again when the text has changed, and not otherwise', () => {
    const settings = { ...DEFAULT_SETTINGS, consentVersion: 1 };
    expect(new World({ settings, consentVersion: 2 }).now.step).to.equal('consent');
    expect(new World({ settings, consentVersion: 1 }).now.step).to.equal('prepare');
  });

  it('shows nobody their face while they remember', async () => {
    const world = new World();
    const seen: SessionSnapshot[] = [];
    world.session.subscribe((snapshot) => seen.push(snapshot));
    await world.reporting();
    for (const { step, media, reading, framing } of seen.filter(({ step }) => step !== 'prepare')) {
      expect([media, reading, framing], step).to.deep.equal([null, null, null]);
    }
    expect(seen.some(({ step, reading }) => step === 'prepare' && reading !== null)).to.equal(true);
  });

  it('gives the views a steady course of time', async () => {
    const world = new World();
    await world.recalling();
    await world.watch(1_000);
    expect(world.now.elapsedMs).to.be.closeTo(1_000, 101);
    expect(world.now.durationMs).to.equal(TIMING.recallMs);
    expect(world.wakeLock.held).to.equal(true);
    await world.watch(TIMING.recallMs);
    await world.time.pass(TIMING.restMs);
    expect(world.now).to.include({ step: 'report', elapsedMs: 0, durationMs: 0 });
    expect(world.wakeLock.held).to.equal(false);
  });

  it('ends a step early when asked, with what was gathered', async () => {
    const world = new World();
    await world.recalling();
    await world.watch(25_000);
    world.session.finishStep();
    world.session.finishStep();
    expect(world.now.step).to.equal('report');
    expect(world.now.face?.summary?.recallMs).to.be.closeTo(25_000, 200);
  });

  it('measures durations by the monotonic clock when the wall clock is set back', async () => {
    const world = new World();
    await world.recalling();
    world.time.setEpoch(world.time.epochMs() - 3_600_000);
    await world.watch(TIMING.recallMs);
    await world.time.pass(TIMING.restMs);
    world.session.finishReport();
    await world.session.keep({ trace: true, faceDisputed: false });
    const entry = (await world.journal.entry('id-1')) as RecallEntry;
    expect(entry.savedAt.epochMs).to.be.lessThan(entry.startedAt.epochMs);
    expect(entry.stepDurationsMs.recall).to.be.within(45_000, 45_200);
    expect(entry.face.summary?.recallMs).to.be.within(45_000, 45_200);
  });

  it('works without a camera, and says so', async () => {
    const world = new World();
    world.session.continueWithoutCamera();
    world.session.ready();
    world.session.choose(memory());
    await world.time.pass(TIMING.recallMs + 100);
    await world.time.pass(TIMING.restMs + 100);
    expect(world.now).to.include({ step: 'report', trace: null });
    expect(world.now.face).to.deep.include({ summary: null, reason: 'no-camera' });
    world.session.finishReport();
    await world.session.keep({ trace: true, faceDisputed: false });
    expect(await world.journal.entry('id-1')).to.include({ hasTrace: false });
    expect(world.camera.streams).to.have.length(0);
    expect((await world.journal.settings()).baselinesTaken).to.equal(0);
    expect(world.leftovers).to.deep.equal([]);
  });

  it('keeps the entry without its trace, and disputed, as asked', async () => {
    const world = new World();
    await world.reviewing();
    await world.session.keep({ trace: false, faceDisputed: true });
    expect(await world.journal.entry('id-1')).to.include({ hasTrace: false, faceDisputed: true });
    expect(await world.journal.trace('id-1')).to.equal(null);
  });
});

describe('what the camera does to a session', () => {
  it('tells a refusal and opens it on a second try', async () => {
    const world = new World();
    world.camera.refusals.push('camera-refused');
    world.session.openCamera();
    await settle();
    expect(world.now).to.include({ step: 'prepare', camera: 'asking', failure: 'camera-refused' });
    world.session.resume();
    await settle();
    expect(world.now).to.include({ camera: 'on', failure: null });
  });

  it('shows how far a download is, and lets go of the camera where it fails', async () => {
    const world = new World();
    let arrive: () => void = () => {};
    world.reader.download = new Promise((resolve) => {
      arrive = resolve;
    });
    world.reader.refusals.push('model-download');
    world.session.openCamera();
    await settle();
    world.reader.onProgress?.({ loadedBytes: 1, totalBytes: 2, step: 'landmarks' });
    expect(world.now).to.deep.include({
      camera: 'opening',
      progress: { loadedBytes: 1, totalBytes: 2, step: 'landmarks' },
    });
    arrive();
    await settle();
    expect(world.now).to.include({ camera: 'asking', failure: 'model-download', progress: null });
    expect(world.camera.last.stopped).to.equal(true);
  });

  it('stops a camera that opens after the person went on without it', async () => {
    const world = new World();
    let answer: () => void = () => {};
    world.camera.question = new Promise((resolve) => {
      answer = resolve;
    });
    world.session.openCamera();
    world.session.continueWithoutCamera();
    answer();
    await settle();
    expect(world.now).to.include({ camera: 'without', failure: null });
    expect(world.camera.last.stopped).to.equal(true);
    expect(world.reader.calls).to.deep.equal([]);
  });

  it('lets time stand still while the camera opens again for the recall', async () => {
    const world = new World();
    await world.chosen();
    let answer: () => void = () => {};
    world.camera.question = new Promise((resolve) => {
      answer = resolve;
    });
    world.session.choose(memory());
    await world.time.pass(5_000);
    expect(world.now).to.include({ step: 'recall', camera: 'opening', elapsedMs: 0 });
    answer();
    await settle();
    await world.time.pass(1_000);
    expect(world.now.camera).to.equal('on');
    expect(world.now.elapsedMs).to.be.closeTo(1_000, 101);
  });

  it('loses nothing when the camera is unplugged in mid-recall and comes back', async () => {
    const world = new World();
    await world.recalling();
    await world.watch(15_000);
    await world.camera.last.unplug();
    expect(world.now).to.include({ step: 'recall', camera: 'paused', paused: true, failure: 'camera-lost' });
    await world.time.pass(60_000);
    expect(world.now.elapsedMs).to.be.closeTo(15_000, 101);
    world.session.resume();
    await settle();
    await world.watch(30_100);
    await world.time.pass(TIMING.restMs);
    expect(world.now.step).to.equal('report');
    expect(world.now.face?.summary?.usableMs).to.be.closeTo(45_000, 600);
    const phases = world.now.trace?.segments.map((segment) => segment.phase);
    expect(phases).to.deep.equal(['baseline', 'recall', 'recall']);
  });

  it('keeps what was read when the person goes on without a lost camera', async () => {
    const world = new World();
    await world.recalling();
    await world.watch(24_000);
    await world.camera.last.unplug();
    world.session.continueWithoutCamera();
    expect(world.now).to.include({ camera: 'without', paused: false, failure: null });
    await world.time.pass(22_000);
    await world.time.pass(TIMING.restMs);
    expect(world.now.step).to.equal('report');
    expect(world.now.face?.summary?.recallMs).to.be.closeTo(24_000, 200);
    expect(world.now.trace).not.to.equal(null);
  });

  it('erases what was read when the person switches a working camera off', async () => {
    const world = new World();
    await world.recalling();
    await world.watch(24_000);
    world.session.continueWithoutCamera();
    expect(world.camera.last.stopped).to.equal(true);
    await world.time.pass(22_000);
    await world.time.pass(TIMING.restMs);
    expect(world.now.face).to.deep.include({ summary: null, reason: 'withdrawn' });
    expect(world.now.trace).to.equal(null);
  });

  it('starts the reader afresh after it broke while reading', async () => {
    const world = new World();
    await world.recalling();
    world.reader.failures.push('model-run');
    await world.watch(200);
    expect(world.now).to.include({ failure: 'model-run', paused: true });
    world.reader.calls.length = 0;
    world.session.resume();
    await settle();
    expect(world.reader.calls).to.deep.equal(['close', 'open auto', 'reset']);
    expect(world.now).to.include({ camera: 'on', failure: null });
  });

  it('does not wait for ever for a broken reader to close', async () => {
    const world = new World();
    await world.recalling();
    world.reader.failures.push('model-run');
    await world.watch(200);
    world.reader.close = () => new Promise(() => {});
    world.session.resume();
    await settle();
    await world.time.pass(3_000);
    expect(world.now).to.include({ failure: 'model-run', paused: true });
    expect(world.camera.last.stopped).to.equal(true);
    world.session.continueWithoutCamera();
    expect(world.now).to.include({ camera: 'without', failure: null, paused: false });
  });

  it('notices a camera that has gone silent, and a reader that has', async () => {
    const silent = new World();
    await silent.recalling();
    await silent.watch(1_000);
    await silent.time.pass(9_800);
    expect(silent.now.failure).to.equal(null);
    await silent.time.pass(400);
    expect(silent.now.failure).to.equal('camera-lost');

    const stuck = new World();
    await stuck.recalling();
    stuck.reader.stuck = new Promise(() => {});
    await stuck.watch(10_300);
    expect(stuck.now.failure).to.equal('model-run');
  });

  it('places a reading where its frame was taken, not where it was read', async () => {
    const world = new World();
    await world.recalling();
    await world.camera.last.picture();
    await world.time.pass(1_000);
    await world.camera.last.picture(240);
    world.session.finishStep();
    world.session.finishStep();
    const { trace } = world.now;
    const recall = trace!.segments.find((segment) => segment.phase === 'recall')!;
    const times = [...trace!.tMs].filter((tMs) => tMs >= recall.startMs).map((tMs) => tMs - recall.startMs);
    expect(times).to.deep.equal([0, 760]);
  });
});

describe('what hiding and pausing do to a session', () => {
  it('closes the camera of a hidden page and opens it again on return', async () => {
    const world = new World();
    await world.prepared();
    await world.visibility.set(true);
    expect(world.now).to.include({ camera: 'paused', failure: 'page-hidden', media: null });
    expect(world.camera.last.stopped).to.equal(true);
    await world.visibility.set(false);
    world.session.resume();
    await settle();
    expect(world.now).to.include({ camera: 'on', failure: null });
  });

  it('closes a camera that was granted while the page was hidden', async () => {
    const world = new World();
    world.session.openCamera();
    await world.visibility.set(true);
    expect(world.now).to.include({ camera: 'paused', failure: 'page-hidden' });
    expect(world.camera.last.stopped).to.equal(true);
  });

  it('takes an interrupted baseline again from its beginning', async () => {
    const world = new World();
    await world.prepared();
    world.session.ready();
    world.show({ anger: 0.9 });
    await world.watch(6_000);
    await world.visibility.set(true);
    expect(world.now).to.include({ step: 'baseline', paused: true, failure: 'page-hidden' });
    await world.visibility.set(false);
    world.show({});
    world.session.resume();
    await settle();
    expect(world.now.elapsedMs).to.equal(0);
    await world.watch(9_800);
    expect(world.now.step).to.equal('baseline');
    await world.watch(300);
    expect(world.now.step).to.equal('choose');
    world.session.choose(memory());
    await settle();
    await world.watch(TIMING.recallMs);
    await world.time.pass(TIMING.restMs);
    expect(world.now.trace?.segments[0]).to.deep.include({ phase: 'baseline', startMs: 0 });
    expect(world.now.trace?.segments[0]?.endMs).to.be.closeTo(10_000, 101);
    expect(world.now.face?.summary?.baselineFacialValence).to.equal(0);
  });

  it('lets a recall go on where the lock screen interrupted it', async () => {
    const world = new World();
    await world.recalling();
    await world.watch(20_000);
    await world.visibility.set(true);
    await world.time.pass(600_000);
    await world.visibility.set(false);
    world.session.resume();
    await settle();
    expect(world.now.elapsedMs).to.be.closeTo(20_000, 101);
    await world.watch(25_200);
    expect(world.now.step).to.equal('rest');
  });

  it('pauses at the wish of the person, without a failure and without the camera', async () => {
    const world = new World();
    await world.recalling();
    await world.watch(5_000);
    world.session.pause();
    expect(world.now).to.include({ paused: true, failure: null, camera: 'paused' });
    expect(world.camera.last.stopped).to.equal(true);
    await world.visibility.set(true);
    await world.visibility.set(false);
    expect(world.now.failure).to.equal(null);
    world.session.resume();
    await settle();
    expect(world.now).to.include({ paused: false, camera: 'on' });
  });
});

describe('what is kept and what is not', () => {
  it('keeps a draft from the report on, at once, then as it is typed', async () => {
    const world = new World();
    await world.recalling();
    await world.watch(TIMING.recallMs);
    expect(await world.journal.draft('recall')).to.equal(null);
    await world.time.pass(TIMING.restMs);
    expect((await world.journal.draft('recall'))?.face).to.equal(world.now.face);
    for (const note of ['s', 'sn', 'snow']) world.session.draft({ report: { note } });
    await settle();
    expect((await world.journal.draft('recall'))?.report.note).to.equal('');
    await world.time.pass(500);
    expect((await world.journal.draft('recall'))?.report.note).to.equal('snow');
    expect(world.journal.draftsKept).to.equal(2);
  });

  it('writes the draft at once when the page is left', async () => {
    const world = new World();
    await world.reporting();
    world.session.draft({ report: { note: 'the last word' } });
    await world.visibility.set(true);
    expect((await world.journal.draft('recall'))?.report.note).to.equal('the last word');
    expect(world.now.step).to.equal('report');
  });

  it('goes on from the draft of a killed tab as if nothing had happened', async () => {
    const killed = new World();
    await killed.reporting();
    killed.session.draft({ report: { note: 'half a' } });
    await killed.visibility.set(true);
    const draft = (await killed.journal.draft('recall'))!;

    const world = new World({}, draft);
    expect(world.now).to.deep.include({ step: 'report', face: draft.face, memory: draft.memory, camera: 'paused' });
    world.session.draft({ report: { note: 'half a sentence' } });
    world.session.finishReport();
    await world.session.keep({ trace: true, faceDisputed: false });
    const entry = (await world.journal.entry(draft.entryId)) as RecallEntry;
    expect(entry.report.note).to.equal('half a sentence');
    expect(entry.startedAt).to.deep.equal(draft.startedAt);
    expect(entry.stepDurationsMs.recall).to.equal(draft.stepDurationsMs.recall);
    expect(await world.journal.trace(draft.entryId)).to.equal(draft.trace);
    expect(world.leftovers).to.deep.equal([]);
  });

  it('keeps what the face showed when it is locked after the recall, and goes on at the report', async () => {
    const locked = new World();
    await locked.recalling();
    await locked.watch(TIMING.recallMs);
    expect(locked.now.step).to.equal('rest');
    expect(await locked.session.settle()).to.equal(true);
    const draft = (await locked.journal.draft('recall'))!;
    expect(draft.relived).to.equal(true);
    expect(draft.face.summary?.recallMs).to.be.closeTo(TIMING.recallMs, 200);
    expect(draft.trace?.entryId).to.equal(draft.entryId);
    expect(new World({}, draft).now).to.deep.include({ step: 'report', face: draft.face, trace: draft.trace });
  });

  it('starts again when it is locked in the middle: the words stay, half a trace does not', async () => {
    const locked = new World();
    await locked.recalling();
    await locked.watch(TIMING.recallMs / 2);
    expect(await locked.session.settle()).to.equal(true);
    const draft = (await locked.journal.draft('recall'))!;
    expect(draft).to.deep.include({ relived: false, memory: memory(), trace: null });
    expect(draft.face).to.deep.include({ summary: null, reason: 'no-camera' });

    const world = new World({}, draft);
    expect(world.now).to.deep.include({ step: 'prepare', camera: 'asking', memory: memory(), face: null, trace: null });
    await world.recalling();
    await world.watch(TIMING.recallMs);
    await world.time.pass(TIMING.restMs);
    world.session.finishReport();
    await world.session.keep({ trace: true, faceDisputed: false });
    const entry = (await world.journal.entry(draft.entryId)) as RecallEntry;
    expect(entry.face.summary?.recallMs).to.be.closeTo(TIMING.recallMs, 200);
    expect(await world.journal.draft('recall')).to.equal(null);
  });

  it('writes no draft for a lock before anything was said, and says when one could not be written', async () => {
    const world = new World();
    await world.chosen();
    expect(await world.session.settle()).to.equal(true);
    expect(world.journal.draftsKept).to.equal(0);
    world.session.draft({ memory: { title: 'First snow' } });
    world.journal.draftFailures.push('journal-full');
    expect(await world.session.settle()).to.equal(false);
  });

  it('tells when the draft cannot be kept, and tries again', async () => {
    const world = new World();
    world.journal.draftFailures.push('journal-full');
    await world.reporting();
    expect(world.now).to.include({ step: 'report', failure: 'journal-full' });
    world.session.resume();
    await settle();
    expect(world.now.failure).to.equal(null);
    expect(await world.journal.draft('recall')).not.to.equal(null);
  });

  it('stays in review when saving fails, with every word still there, and can try again', async () => {
    const world = new World();
    await world.reporting();
    world.session.draft({ report: { note: 'kept' } });
    world.session.finishReport();
    world.journal.saveFailures.push('journal-full', 'save-failed');
    await world.session.keep({ trace: false, faceDisputed: true });
    expect(world.now).to.include({ step: 'review', failure: 'journal-full', saving: false, entryId: null });
    expect((await world.journal.draft('recall'))?.report.note).to.equal('kept');
    world.session.resume();
    await settle();
    expect(world.now.failure).to.equal('save-failed');
    world.session.resume();
    await settle();
    expect(world.now.step).to.equal('saved');
    expect(await world.journal.entry('id-1')).to.include({ hasTrace: false, faceDisputed: true });
    expect(world.leftovers).to.deep.equal([]);
  });

  it('saves once, however often it is asked', async () => {
    const world = new World();
    await world.reviewing();
    let saves = 0;
    const save = world.journal.save.bind(world.journal);
    world.journal.save = (...args) => {
      saves++;
      return save(...args);
    };
    const options = { trace: true, faceDisputed: false };
    await Promise.all([world.session.keep(options), world.session.keep(options)]);
    await world.session.keep(options);
    expect(saves).to.equal(1);
  });

  it('lets the person change their words in review', async () => {
    const world = new World();
    await world.reviewing();
    world.session.back();
    world.session.draft({ report: { note: 'on second thoughts' } });
    world.session.finishReport();
    await world.session.keep({ trace: true, faceDisputed: false });
    const entry = await world.journal.entry('id-1');
    expect((entry as RecallEntry).report.note).to.equal('on second thoughts');
  });
});

describe('withdrawing', () => {
  const ways: Record<string, (world: World) => Promise<void>> = {
    prepare: (world) => world.prepared(),
    baseline: async (world) => {
      await world.prepared();
      world.session.ready();
      await world.watch(1_000);
    },
    choose: (world) => world.chosen(),
    recall: async (world) => {
      await world.recalling();
      await world.watch(1_000);
    },
    rest: async (world) => {
      await world.recalling();
      world.session.finishStep();
    },
    report: (world) => world.reporting(),
    review: (world) => world.reviewing(),
  };
  for (const [step, reach] of Object.entries(ways)) {
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
