import { expect } from 'chai';
import { checkInDraft } from '../../journal/support/samples';
import { SamplePage } from '../support/page';

describe('the check-ins of a page', () => {
  it('keep one for which there was no room when another one is gone on with', async () => {
    const page = new SamplePage();
    const { checkIns } = page;
    const unkept = checkIns.start(null);
    page.journal.draftFailures.push('journal-full');
    unkept.answer({ note: 'nowhere else' });
    expect(await unkept.leave()).to.equal(false);
    const other = checkIns.start({ ...checkInDraft(), entryId: 'other' });
    expect([other.entryId, checkIns.underWay]).to.deep.equal(['other', other]);
    await page.drafts.settle();
    expect(page.journal.drafts.get(unkept.entryId)?.report.note).to.equal('nowhere else');
  });

  it('go on with the one that could not be kept where its draft is asked for: it has more in it', async () => {
    const page = new SamplePage();
    const unkept = page.checkIns.start(null);
    page.journal.draftFailures.push('journal-full');
    unkept.answer({ note: 'nowhere else' });
    expect(await unkept.leave()).to.equal(false);
    expect(page.checkIns.start({ ...checkInDraft(), entryId: unkept.entryId })).to.equal(unkept);
  });

  it('are none under way once the last is kept', async () => {
    const page = new SamplePage();
    const session = page.checkIns.start(null);
    session.answer({ note: 'a walk' });
    expect(page.checkIns.underWay).to.equal(session);
    const id = await session.keep();
    expect(page.checkIns.underWay).to.equal(null);
    expect(page.journal.entries.get(id)?.report.note).to.equal('a walk');
  });
});
