import { expect } from 'chai';
import { Failure } from '../../app/domain/failure/failure';
import { DEFAULT_SETTINGS } from '../../app/domain/settings/settings';
import { CurrentSettings } from '../../app/services/current-settings';
import { FakeJournal } from '../support/fake-journal';
import { until } from '../support/mount';

describe('the settings in force', () => {
  let journal: FakeJournal;
  let settings: CurrentSettings;
  const locked: unknown[] = [];
  beforeEach(() => {
    locked.length = 0;
    journal = new FakeJournal();
    const vault = {
      lockRecord: { theme: 'system' } as never,
      changeLock: async (change: unknown) => void locked.push(change),
    };
    settings = new CurrentSettings(journal, vault, DEFAULT_SETTINGS);
  });
  afterEach(() => {
    delete document.documentElement.dataset.theme;
  });

  it('are read again after each change, shown, and told to the lock screen, which cannot read them', async () => {
    expect(settings.now).to.equal(DEFAULT_SETTINGS);
    await journal.changeSettings({ theme: 'dark' });
    await until(() => locked.length > 0, 'the lock');
    expect(settings.now.theme).to.equal('dark');
    expect(document.documentElement.dataset.theme).to.equal('dark');
    expect(locked).to.deep.equal([{ theme: 'dark' }]);
  });

  it('stay as they were where they cannot be read', async () => {
    await journal.changeSettings({ theme: 'dark' });
    await until(() => locked.length > 0, 'the lock');
    journal.failure = new Failure('journal-unreadable');
    await journal.changeSettings({ theme: 'light' });
    expect(settings.now.theme).to.equal('dark');
  });
});
