import { expect } from 'chai';
import { DEFAULT_SETTINGS } from '../../app/domain/settings/settings';
import type { RecallDraft } from '../../app/journal/journal';
import { CONSENT_VERSION } from '../../app/recall/consent/consent';
import { PageServices } from '../../app/services/page-services';
import { checkInDraft, draft as recallDraft } from '../journal/support/samples';
import { rejection } from '../journal/support/with-journal';
import { MoodyJournal } from '../session/support/moody-journal';
import { memory } from '../session/support/world';

/** The page's own services over a journal whose writes can fail, and a lock that does what it is told. */
class Page {
  readonly journal = new MoodyJournal();
  readonly lock = { beforeLock: async (): Promise<void> => undefined, onNewSecrets: () => undefined };
  readonly services: PageServices;

  constructor() {
    Object.assign(globalThis, { __APP_VERSION__: '0.1.0' });
    const settings = { ...DEFAULT_SETTINGS, consentVersion: CONSENT_VERSION, persisted: true };
    const vault = { lockRecord: { theme: settings.theme } };
    this.services = new PageServices(this.journal, vault as never, this.lock as never, settings);
  }

  /** A recall with this title, in front of no camera, at the choice of a memory; an empty one has none yet. */
  async begun(title: string) {
    const session = this.services.startRecall(null);
    session.continueWithoutCamera();
    session.ready();
    if (title) session.draft({ memory: memory({ title }) });
    await session.settle();
    return session;
  }

  async titles(): Promise<string[]> {
    return [...this.journal.drafts.values()].flatMap((one) => (one.kind === 'recall' ? [one.memory.title] : [])).sort();
  }
}

describe('the sessions of a page', () => {
  let page: Page;
  let old: RecallDraft;
  beforeEach(async () => {
    page = new Page();
    old = recallDraft({ entryId: 'old', memory: memory({ title: 'The old one' }) });
    await page.journal.keepDraft(old);
  });

  for (const title of ['', 'The live one']) {
    it(`go on with the draft that was asked for, not with another live one ${title ? 'of which something' : 'that'} was begun`, async () => {
      const live = await page.begun(title);
      const continued = page.services.continueDraft(old);
      expect(continued).not.to.equal(live);
      expect([continued.entryId, continued.snapshot.memory.title]).to.deep.equal(['old', 'The old one']);
      expect(page.services.session).to.equal(continued);
      expect(live.ended, 'the live one is left as it is').to.equal(false);
      expect(await page.titles()).to.deep.equal(title ? [title, 'The old one'] : ['The old one']);

      await continued.withdraw();
      expect(page.services.session, 'and is there again when the other has ended').to.equal(live);
      expect(await page.titles()).to.deep.equal(title ? [title] : []);
    });
  }

  it('go on with the live one where it is its draft, also after another was looked at', async () => {
    const live = await page.begun('The live one');
    page.services.continueDraft(old);
    expect(page.services.continueDraft(live.soFar!)).to.equal(live);
    expect(page.services.session).to.equal(live);
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

  it('discard one draft and leave the live one of another', async () => {
    const live = await page.begun('The live one');
    await page.services.discardDraft(old);
    expect(live.ended).to.equal(false);
    expect(await page.titles()).to.deep.equal(['The live one']);
    await page.services.discardDraft(live.soFar!);
    expect(live.ended).to.equal(true);
    expect(await page.titles()).to.deep.equal([]);
  });

  it('keep a check-in for which there was no room when another one is gone on with', async () => {
    const unkept = page.services.startCheckIn(null);
    page.journal.draftFailures.push('journal-full');
    unkept.answer({ note: 'nowhere else' });
    expect(await unkept.leave()).to.equal(false);
    const other = page.services.startCheckIn({ ...checkInDraft(), entryId: 'other' });
    expect([other.entryId, page.services.checkIn]).to.deep.equal(['other', other]);
    await page.lock.beforeLock();
    expect(page.journal.drafts.get(unkept.entryId)?.report.note).to.equal('nowhere else');
  });

  it('let the journal lock once what found no room is held in this tab, and not before', async () => {
    const unkept = page.services.startCheckIn(null);
    unkept.answer({ note: 'nowhere else' });
    page.journal.draftFailures.push(...Array.from({ length: 4 }, () => 'journal-full' as const));
    expect(await unkept.leave()).to.equal(false);
    expect((await rejection(page.lock.beforeLock())).code).to.equal('lock-waits');
    expect((await page.services.unkept()).map(({ report }) => report.note)).to.deep.equal(['nowhere else']);
    page.journal.held.add(unkept.entryId);
    await page.lock.beforeLock();
    expect(unkept.ended, 'it is not given up').to.equal(false);
  });
});
