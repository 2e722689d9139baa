import { expect } from 'chai';
import { DEFAULT_SETTINGS } from '../../../app/domain/settings/settings';
import type { Journal } from '../../../app/journal/journal';
import { Desk, rejection, whileStubbed } from '../support/with-journal';

describe('settings', () => {
  let desk: Desk;
  let journal: Journal;

  beforeEach(async () => {
    desk = new Desk();
    journal = await desk.tab();
  });
  afterEach(() => desk.clear());

  it('are the defaults before anything was set, and reading them writes nothing', async () => {
    expect(await journal.settings()).to.deep.equal(DEFAULT_SETTINGS);
    expect(await desk.raw('settings')).to.deep.equal([]);
  });

  it('change one by one', async () => {
    await journal.changeSettings({ recallMs: 60_000 });
    expect(await journal.changeSettings({ theme: 'dark' })).to.deep.equal({
      ...DEFAULT_SETTINGS,
      recallMs: 60_000,
      theme: 'dark',
    });
  });

  it('lose no change when two tabs write at once', async () => {
    const other = await desk.tab();
    await Promise.all([
      journal.changeSettings({ recallMs: 60_000 }),
      other.changeSettings({ theme: 'dark' }),
      journal.changeSettings({ baselinesTaken: 3 }),
      other.changeSettings({ seenVersion: '0.1.0' }),
    ]);
    expect(await other.settings()).to.deep.equal({
      ...DEFAULT_SETTINGS,
      recallMs: 60_000,
      theme: 'dark',
      baselinesTaken: 3,
      seenVersion: '0.1.0',
    });
  });

  it('are not replaced by defaults after a failed read', async () => {
    await journal.changeSettings({ baselinesTaken: 1, recallMs: 60_000 });
    const before = await desk.raw('settings');
    const broken = () => {
      throw new DOMException('the disk is gone', 'UnknownError');
    };
    await whileStubbed(IDBObjectStore.prototype, 'get', broken, async () => {
      expect((await rejection(journal.settings())).code).to.equal('journal-unreadable');
      expect((await rejection(journal.changeSettings({ theme: 'dark' }))).code).to.equal('journal-unreadable');
    });
    expect(await desk.raw('settings')).to.deep.equal(before);
    expect((await journal.settings()).recallMs).to.equal(60_000);
  });

  it('that are there but damaged are refused and left as they are', async () => {
    await desk.plantSealed('settings', 'settings', { ...DEFAULT_SETTINGS, theme: 'sepia' });
    const damaged = await desk.raw('settings');
    const error = await rejection(journal.changeSettings({ recallMs: 60_000 }));
    expect(error.code).to.equal('journal-unreadable');
    expect(error.message).to.contain('theme');
    expect(await desk.raw('settings')).to.deep.equal(damaged);
  });

  it('that a later app added have their default in an older record', async () => {
    const { seenVersion: _, ...older } = { ...DEFAULT_SETTINGS, recallMs: 30_000 };
    await desk.plantSealed('settings', 'settings', older);
    expect(await journal.settings()).to.deep.equal({ ...DEFAULT_SETTINGS, recallMs: 30_000 });
  });

  it('have what was agreed to at once in its parts, from before there were any', async () => {
    const { consents: _, ...older } = DEFAULT_SETTINGS;
    await desk.plantSealed('settings', 'settings', { ...older, consentVersion: 2, consentAtMs: 1_700_000_000_000 });
    const said = { given: true, textVersion: 2, atMs: 1_700_000_000_000 };
    const { consents } = await journal.settings();
    expect(consents).to.deep.equal([
      { part: 'face', ...said },
      { part: 'readings', ...said },
    ]);
    await journal.changeSettings({ theme: 'dark' });
    expect((await journal.settings()).consents, 'and keep it').to.deep.equal(consents);
  });

  it('keep what a newer app was agreed to', async () => {
    const consents = [{ part: 'recognise', given: true, textVersion: 7, atMs: 1_700_000_000_000 }];
    await desk.plantSealed('settings', 'settings', { ...DEFAULT_SETTINGS, consents });
    expect((await journal.settings()).consents).to.deep.equal(consents);
  });

  it('refuse a value that could not be read again', async () => {
    expect((await rejection(journal.changeSettings({ recallMs: 1 }))).code).to.equal('save-failed');
    expect(await journal.settings()).to.deep.equal(DEFAULT_SETTINGS);
  });
});
