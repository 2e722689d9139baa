import { expect } from 'chai';
import type { RecallEntry } from '../../app/domain/entry/entry';
import { sliderRating } from '../../app/domain/report/rating';
import { DEFAULT_SETTINGS } from '../../app/domain/settings/settings';
import type { SessionSnapshot, Step } from '../../app/session/machine/snapshot';
import { said } from '../services/support/agreed';
import { settle } from './support/fake-time';
import { memory, TIMING, World } from './support/world';

describe('a recall from beginning to end', () => {
  it('goes through its steps and saves what was said and shown', async () => {
    const world = new World({ settings: DEFAULT_SETTINGS });
    const steps: Step[] = [];
    world.session.subscribe(({ step }) => steps.at(-1) !== step && steps.push(step));
    expect(world.now.step).to.equal('consent');
    world.session.agree({ face: true, readings: true });
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
    expect(settings.baselinesTaken).to.equal(1);
    expect(settings.consents.map(({ part, given, textVersion }) => [part, given, textVersion])).to.deep.equal([
      ['face', true, 1],
      ['readings', true, 1],
    ]);
    expect(await world.journal.draft('recall')).to.equal(null);
    expect(world.leftovers).to.deep.equal([]);
  });

  it('asks another question until the memory is chosen, and keeps what was answered', async () => {
    const world = new World();
    world.session.continueWithoutCamera();
    world.session.ready();
    world.session.draft({ memory: { title: 'A boat', when: 'years', date: '1998', selfRelevance: 3 } });
    world.session.ask({ id: 'view', valence: 'positive', direction: 'past' });
    expect(world.now.cue?.id).to.equal('view');
    expect(world.now.memory).to.include({ cueId: 'view', title: 'A boat', when: 'years', date: '1998' });
    expect(world.now.memory.selfRelevance).to.equal(3);
    const own = { id: 'own-1', valence: 'neutral', direction: 'future', question: 'Where will the boat go?' } as const;
    world.session.ask(own);
    expect(world.now.memory).to.deep.include({ cueId: 'own-1', direction: 'future', when: null });
    expect(world.now.memory, 'it lies ahead').not.to.have.property('date');
    expect(world.now.memory.ownCue).to.deep.equal({ question: own.question, valence: 'neutral' });
    world.session.draft({ memory: { when: 'ahead', timeAhead: 'weeks' } });
    world.session.ask(null);
    expect(world.now.memory).to.include({ cueId: null, direction: 'past', title: 'A boat', when: null });
    expect(world.now.memory, 'it happened').not.to.have.property('timeAhead');
    expect(world.now.memory).not.to.have.property('ownCue');
    world.session.ask(own);
    world.session.choose(world.now.memory);
    world.session.ask(null);
    expect(world.now.cue, 'too late').to.equal(own);
  });

  it('asks for consent again when the text has changed, and not otherwise', () => {
    const settings = { ...DEFAULT_SETTINGS, consents: said({ face: true, readings: true }, 1) };
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

  it('lets the screen sleep while a recall stands still', async () => {
    const world = new World();
    await world.recalling();
    world.session.pause();
    await settle();
    expect(world.wakeLock.held).to.equal(false);
    world.session.resume();
    await settle();
    expect(world.wakeLock.held).to.equal(true);
    await world.camera.last.unplug();
    expect(world.wakeLock.held).to.equal(false);
    world.session.continueWithoutCamera();
    await settle();
    expect(world.wakeLock.held).to.equal(true);
    world.session.pause();
    world.session.finishStep();
    await settle();
    expect(world.now).to.include({ step: 'rest', paused: false });
    expect(world.wakeLock.held).to.equal(true);
  });

  it('rings when the time begins and when it is over, as was chosen, and a pause in it is silent', async () => {
    const consents = said({ face: true, readings: true }, 1);
    const settings = { ...DEFAULT_SETTINGS, consents, signal: 'vibration' } as const;
    const world = new World({ settings });
    await world.chosen();
    expect(world.bell.rings).to.deep.equal([]);
    world.session.choose(memory());
    await settle();
    expect(world.bell.rings).to.deep.equal(['wake vibration', 'begin vibration']);
    world.session.pause();
    world.session.resume();
    await settle();
    await world.watch(TIMING.recallMs);
    expect(world.now.step).to.equal('rest');
    expect(world.bell.rings).to.deep.equal(['wake vibration', 'begin vibration', 'end vibration']);
    await world.session.withdraw();
    expect(world.bell.rings.at(-1)).to.equal('rest');
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
