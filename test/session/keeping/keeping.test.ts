import { expect } from 'chai';
import fc from 'fast-check';
import { withoutGaps } from '../../../app/base/without-gaps';
import type { RecallEntry } from '../../../app/domain/entry/entry';
import type { Memory } from '../../../app/domain/memory/memory';
import { momentAt } from '../../../app/domain/moment/moment';
import { DEFAULT_SETTINGS } from '../../../app/domain/settings/settings';
import { INTERVIEW } from '../../../app/recall/interview/open-questions';
import { said as agreed } from '../../services/support/agreed';
import { settle } from '../support/fake-time';
import { memory, TIMING, World } from '../support/world';

describe('what is kept and what is not', () => {
  it('keeps a draft of the words once the memory is chosen, and of the report at once, then as it is typed', async () => {
    const world = new World();
    await world.recalling();
    await world.watch(TIMING.recallMs);
    expect(await world.journal.draft('recall')).to.deep.include({ relived: false, memory: memory(), trace: null });
    await world.time.pass(TIMING.restMs);
    expect((await world.journal.draft('recall'))?.face).to.equal(world.now.face);
    for (const note of ['s', 'sn', 'snow']) world.session.draft({ report: { note } });
    await settle();
    expect((await world.journal.draft('recall'))?.report.note).to.equal('');
    await world.time.pass(500);
    expect((await world.journal.draft('recall'))?.report.note).to.equal('snow');
    expect(world.journal.draftsKept).to.equal(3);
  });

  it('writes the draft at once when the page is left', async () => {
    const world = new World();
    await world.reporting();
    world.session.draft({ report: { note: 'the last word' } });
    await world.visibility.set(true);
    expect((await world.journal.draft('recall'))?.report.note).to.equal('the last word');
    expect(world.now.step).to.equal('report');
  });

  it('has a memory that was named in its draft when the page is left in the midst of the recall', async () => {
    for (const reach of ['chosen', 'recalling'] as const) {
      const world = new World();
      await world[reach]();
      await world.visibility.set(true);
      const named = reach === 'recalling';
      expect((await world.journal.draft('recall'))?.memory.title, reach).to.equal(named ? memory().title : undefined);
      if (named) continue;
      world.session.draft({ memory: memory() });
      await world.visibility.set(false);
      await world.visibility.set(true);
      expect(await world.journal.draft('recall')).to.deep.include({ memory: memory(), relived: false });
    }
  });

  it('writes what is said in the interview as it comes, and with a name erased again nothing', async () => {
    const world = new World();
    await world.chosen();
    world.session.draft({ memory: { when: 'years' }, page: 'when' });
    await world.time.pass(500);
    expect(await world.journal.draft('recall'), 'without a name').to.equal(null);
    world.session.draft({ memory: { title: 'A boat' }, page: 'title' });
    await world.time.pass(500);
    expect(await world.journal.draft('recall')).to.deep.include({ page: 'title', relived: false });
    world.session.draft({ memory: { title: '' } });
    await world.time.pass(500);
    expect(await world.journal.draft('recall')).to.equal(null);
  });

  it('goes on at the question where the tab was killed, takes the baseline, and goes on to the recall', async () => {
    const killed = new World();
    await killed.chosen();
    killed.session.draft({ memory: { title: 'A boat' }, page: 'title' });
    killed.session.draft({ memory: { when: 'years', oneOccasion: true }, page: 'withinADay' });
    killed.session.draft({ report: { tags: [{ kind: 'person', name: 'Ana' }] }, page: 'perspective' });
    await killed.time.pass(500);
    const draft = (await killed.journal.draft('recall'))!;

    const world = new World({}, draft);
    expect(world.now).to.deep.include({ step: 'choose', camera: 'asking', page: 'perspective' });
    expect(world.now.memory).to.deep.include({ title: 'A boat', when: 'years', oneOccasion: true, specificity: null });
    expect(world.now.report.tags).to.deep.equal([{ kind: 'person', name: 'Ana' }]);
    world.session.draft({ memory: { perspective: 'field' }, page: 'selfRelevance' });
    world.session.choose(world.now.memory);
    await settle();
    expect(world.now).to.include({ step: 'prepare', camera: 'asking' });
    expect(await world.journal.draft('recall')).to.deep.include({ page: 'selfRelevance' });
    await world.chosen();
    expect(world.now, 'the memory is chosen already').to.include({ step: 'recall', camera: 'on', page: null });
    expect(world.bell.rings).to.deep.equal(['wake both', 'begin both']);
    await world.watch(TIMING.recallMs);
    await world.time.pass(TIMING.restMs);
    world.session.finishReport();
    await world.session.keep({ trace: true, faceDisputed: false });
    const entry = (await world.journal.entry(draft.entryId)) as RecallEntry;
    expect(entry.memory).to.deep.include({ title: 'A boat', oneOccasion: true, perspective: 'field' });
    expect(entry.face.summary?.baselineFacialValence).not.to.equal(null);
    const trace = await world.journal.trace(draft.entryId);
    expect(trace?.segments.map(({ phase }) => phase)).to.deep.equal(['baseline', 'recall']);
    expect((await world.journal.settings()).baselinesTaken).to.equal(1);
    expect(world.leftovers).to.deep.equal([]);
  });

  it('goes on without a camera at that question too, and without a baseline if the camera is not wanted then', async () => {
    const draft = { memory: memory({ title: 'A boat' }), page: 'when' };
    const killed = new World();
    await killed.chosen();
    killed.session.draft(draft);
    await killed.session.settle();
    const kept = (await killed.journal.draft('recall'))!;
    const settings = { ...DEFAULT_SETTINGS, consents: agreed({ face: false, readings: false }, 1) };
    expect(new World({ settings }, kept).now).to.include({ step: 'choose', camera: 'without', page: 'when' });

    const world = new World({}, kept);
    world.session.choose(world.now.memory);
    world.session.continueWithoutCamera();
    expect(world.now).to.include({ step: 'recall', camera: 'without' });
  });

  it('ends in the same memory as the answers say, wherever the tab was killed between them', async () => {
    const page = fc.constantFrom(...INTERVIEW);
    const given = fc.constantFrom<Partial<Memory>>(
      { when: 'years', date: '1998', whenUnsure: undefined },
      { when: null, date: undefined, whenUnsure: true },
      { oneOccasion: true, specificity: 'extended' },
      { oneOccasion: false, specificity: 'categoric' },
      { perspective: 'both' },
      { perspective: undefined },
      { selfRelevance: 1 },
      { selfRelevance: null },
    );
    const step = fc.oneof(fc.record({ memory: given, page }), fc.record({ page }), fc.constant('killed' as const));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        let world = new World();
        const { journal } = world;
        await world.chosen();
        const first = { memory: { title: 'A boat' }, page: 'title' };
        world.session.draft(first);
        let said: Memory = world.now.memory;
        let at = 'title';
        for (const each of steps) {
          if (each === 'killed') {
            await world.time.pass(500);
            world = new World({}, await journal.draft('recall'), journal);
          } else {
            world.session.draft(each);
            said = withoutGaps({ ...said, ...('memory' in each ? each.memory : {}) });
            at = each.page;
          }
        }
        expect(world.now).to.deep.include({ step: 'choose', memory: said, page: at });
      }),
      { numRuns: 40 },
    );
  });

  it('has the page of the report in the draft, and begins it anew after the review', async () => {
    const killed = new World();
    await killed.reporting();
    killed.session.draft({ page: 'words' });
    await killed.session.settle();
    const world = new World({}, await killed.journal.draft('recall'));
    expect(world.now).to.include({ step: 'report', page: 'words' });
    world.session.finishReport();
    world.session.back();
    expect(world.now).to.include({ step: 'report', page: null });
  });

  it('takes an answer back as if it had never been given', async () => {
    const world = new World();
    await world.chosen();
    const before = world.now.memory;
    world.session.draft({ memory: { date: '2019', perspective: 'both' } });
    expect(world.now.memory).to.deep.include({ date: '2019', perspective: 'both' });
    world.session.draft({ memory: { date: undefined, perspective: undefined } });
    expect(world.now.memory).to.deep.equal(before);
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

  it('dates and times a recall that starts again by itself, not by the one that was cut off', async () => {
    const locked = new World();
    await locked.recalling();
    await locked.watch(TIMING.recallMs / 2);
    await locked.session.settle();
    const draft = (await locked.journal.draft('recall'))!;
    const startedAt = momentAt(draft.startedAt.epochMs - 24 * 3_600_000, 'Europe/Berlin');

    const world = new World({}, { ...draft, startedAt });
    const begunMs = world.time.epochMs();
    await world.reviewing();
    await world.session.keep({ trace: true, faceDisputed: false });
    const entry = (await world.journal.entry(draft.entryId)) as RecallEntry;
    expect(entry.startedAt.epochMs).to.equal(begunMs);
    expect(entry.stepDurationsMs.recall).to.be.within(45_000, 45_200);
    expect(entry.stepDurationsMs.baseline).to.be.within(10_000, 10_200);
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
    await world.recalling();
    world.journal.draftFailures.push('journal-full');
    await world.watch(TIMING.recallMs);
    await world.time.pass(TIMING.restMs);
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
