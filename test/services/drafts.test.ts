import { expect } from 'chai';
import { draft as recallDraft } from '../journal/support/samples';
import { rejection } from '../journal/support/with-journal';
import { memory } from '../session/support/world';
import { SamplePage } from './support/page';

describe('the drafts of a page', () => {
  let page: SamplePage;
  beforeEach(() => {
    page = new SamplePage();
  });

  it('discard one and leave the live one of another', async () => {
    const old = recallDraft({ entryId: 'old', memory: memory({ title: 'The old one' }) });
    await page.journal.keepDraft(old);
    const live = await page.begun('The live one');
    expect([page.drafts.isLive('old'), page.drafts.isLive(live.entryId)]).to.deep.equal([false, true]);
    await page.drafts.discard(old);
    expect(live.ended).to.equal(false);
    expect(page.titles()).to.deep.equal(['The live one']);
    await page.drafts.discard(live.soFar!);
    expect(live.ended).to.equal(true);
    expect(page.drafts.isLive(live.entryId)).to.equal(false);
    expect(page.titles()).to.deep.equal([]);
  });

  it('discard a check-in that was left for want of room: it is not written again', async () => {
    const unkept = page.checkIns.start(null);
    page.journal.draftFailures.push('journal-full');
    unkept.answer({ note: 'nowhere else' });
    await unkept.leave();
    await page.drafts.discard(unkept.soFar!);
    await page.drafts.settle();
    expect(unkept.ended).to.equal(true);
    expect(page.journal.drafts.size).to.equal(0);
  });

  it('say where one is still there after all', async () => {
    const old = recallDraft({ entryId: 'old' });
    await page.journal.keepDraft(old);
    page.journal.eraseFailures.push('save-failed');
    expect((await rejection(page.drafts.discard(old))).code).to.equal('save-failed');
    expect(page.journal.drafts.has('old')).to.equal(true);
  });

  it('let the journal lock once what found no room is held in this tab, and not before', async () => {
    const unkept = page.checkIns.start(null);
    unkept.answer({ note: 'nowhere else' });
    page.journal.draftFailures.push(...Array.from({ length: 4 }, () => 'journal-full' as const));
    expect(await unkept.leave()).to.equal(false);
    expect((await rejection(page.drafts.settle())).code).to.equal('lock-waits');
    expect((await page.drafts.unkept()).map(({ report }) => report.note)).to.deep.equal(['nowhere else']);
    page.journal.held.add(unkept.entryId);
    await page.drafts.settle();
    expect(unkept.ended, 'it is not given up').to.equal(false);
  });

  it('have what was just told in the journal before it locks', async () => {
    const live = await page.begun('The live one');
    live.draft({ memory: { title: 'The live one, and more' } });
    await page.drafts.settle();
    expect(page.titles()).to.deep.equal(['The live one, and more']);
    expect(await page.drafts.unkept()).to.deep.equal([]);
  });
});
