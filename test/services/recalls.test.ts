import { expect } from 'chai';
import type { RecallDraft } from '../../app/journal/journal';
import type { Recalls } from '../../app/services/recalls';
import { draft as recallDraft } from '../journal/support/samples';
import { settle } from '../session/support/fake-time';
import { memory } from '../session/support/world';
import { sampleRecall } from '../support/sample-entries';
import { AGREED } from './support/agreed';
import { SamplePage } from './support/page';

const NO_CAMERA = { summary: null, reason: 'no-camera', usableMs: 0, usableShare: 0 } as const;

describe('the recalls of a page', () => {
  let page: SamplePage;
  let recalls: Recalls;
  let old: RecallDraft;
  beforeEach(async () => {
    page = new SamplePage();
    recalls = await page.recalls();
    old = recallDraft({ entryId: 'old', memory: memory({ title: 'The old one' }) });
    await page.journal.keepDraft(old);
  });

  for (const title of ['', 'The live one']) {
    it(`go on with the draft that was asked for, not with another live one ${title ? 'of which something' : 'that'} was begun`, async () => {
      const live = await page.begun(title);
      const continued = recalls.continue(old);
      expect(continued).not.to.equal(live);
      expect([continued.entryId, continued.snapshot.memory.title]).to.deep.equal(['old', 'The old one']);
      expect(recalls.underWay).to.equal(continued);
      expect(live.ended, 'the live one is left as it is').to.equal(false);
      expect(page.titles()).to.deep.equal(title ? [title, 'The old one'] : ['The old one']);

      await continued.withdraw();
      expect(recalls.underWay, 'and is there again when the other has ended').to.equal(live);
      expect(page.titles()).to.deep.equal(title ? [title] : []);
    });
  }

  it('go on with the live one where it is its draft, also after another was looked at', async () => {
    const live = await page.begun('The live one');
    recalls.continue(old);
    expect(recalls.continue(live.soFar!)).to.equal(live);
    expect(recalls.underWay).to.equal(live);
  });

  it('lose nothing that another memory is begun beside, and end what holds nothing', async () => {
    const live = await page.begun('The live one');
    page.journal.draftFailures.push('journal-full');
    live.draft({ memory: { title: 'The live one, and more' } });
    const empty = await page.begun('');
    await page.begun('A third');
    expect([live.ended, empty.ended]).to.deep.equal([false, true]);
    expect(live.snapshot.memory.title).to.equal('The live one, and more');
  });

  it('begin with a memory that was relived before, and lose nothing of another', async () => {
    const live = await page.begun('The live one');
    const session = recalls.again(sampleRecall());
    const { title, cueId } = sampleRecall().memory;
    expect(session.snapshot).to.deep.include({ step: 'choose', camera: 'asking' });
    expect(session.snapshot.memory).to.include({ title, cueId, vividness: null });
    expect(session.soFar?.againOf).to.equal('recall-1');
    expect(live.ended).to.equal(false);
    const third = recalls.again(sampleRecall({ id: 'second', againOf: 'recall-1' }));
    expect(third.soFar?.againOf, 'of the first, whichever it is begun from').to.equal('recall-1');
  });

  it('work by the settings as they are when one begins', async () => {
    page.settings.now = { ...page.settings.now, consents: [] };
    expect(recalls.start(null).snapshot.step).to.equal('consent');
    page.settings.now = { ...page.settings.now, consents: AGREED };
    expect(recalls.start(null).snapshot.step).to.equal('prepare');
  });

  for (const [what, asks, read, camera] of [
    ['open the camera where the browser asks no more and the last face was read', false, true, 'opening'],
    ['ask where the browser asks', true, true, 'asking'],
    ['ask where the last recall had no face, which may have been the person’s wish', false, false, 'asking'],
  ] as const) {
    it(what, async () => {
      const { face, ...entry } = sampleRecall();
      await page.journal.save(read ? { ...entry, face } : { ...entry, face: NO_CAMERA }, null);
      page.device.ahead = { asks, downloadBytes: 0 };
      const session = recalls.start(null);
      await settle();
      expect(session.snapshot.camera).to.equal(camera);
    });
  }

  it('ask before the first recall, whatever the browser would do', async () => {
    page.device.ahead = { asks: false, downloadBytes: 0 };
    const session = recalls.start(null);
    await settle();
    expect(session.snapshot.camera).to.equal('asking');
  });

  it('go on with the question of a draft', async () => {
    const draft = recallDraft({
      entryId: 'asked',
      memory: memory({ cueId: 'goodbye', direction: 'future', when: 'ahead' }),
    });
    const session = recalls.continue(draft);
    await new Promise<void>((resolve) => session.subscribe(({ cue }) => cue && resolve()));
    expect(session.snapshot.cue).to.include({ id: 'goodbye', valence: 'negative' });
    expect(session.snapshot.memory, 'and its answers stay').to.deep.equal(draft.memory);
  });

  it('ask the question of the day once the person goes on, and not before', async () => {
    page.settings.now = { ...page.settings.now, consents: AGREED };
    const session = recalls.start('of-the-day');
    expect(session.snapshot.cue).to.equal(null);
    const asked = new Promise<void>((resolve) => session.subscribe(({ cue }) => cue && resolve()));
    session.continueWithoutCamera();
    await asked;
    expect(session.snapshot.memory.cueId).to.equal(session.snapshot.cue!.id);
    expect(session.snapshot.cue!.valence, 'the first is never a hard one').not.to.equal('negative');
  });

  it('let the reader of faces rest when one has ended, and tell of none once all have', async () => {
    const session = await page.begun('The live one');
    expect(page.device.rests).to.equal(0);
    await session.withdraw();
    expect(page.device.rests).to.be.greaterThan(0);
    expect(recalls.underWay).to.equal(null);
  });
});
