import { expect } from 'chai';
import { Failure } from '../../../app/domain/failure/failure';
import { FromJournal } from '../../../app/views/shared/from-journal';
import { FakeJournal } from '../../support/fake-journal';
import { sampleRecall } from '../../support/sample-entries';

describe('FromJournal', () => {
  let journal: FakeJournal;
  let updates: number;
  const host = {
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => (updates += 1),
    updateComplete: Promise.resolve(true),
  };

  beforeEach(() => {
    journal = new FakeJournal();
    updates = 0;
  });

  it('reads when its host appears and after every change, until it goes', async () => {
    const titles = new FromJournal(
      host,
      () => journal,
      async (from) => (await from.list()).entries.length,
    );
    titles.hostConnected();
    await titles.refresh();
    expect(titles.value).to.equal(0);
    await journal.save(sampleRecall(), null);
    await titles.refresh();
    expect(titles.value).to.equal(1);
    titles.hostDisconnected();
    const before = updates;
    await journal.erase('recall-1');
    expect(updates).to.equal(before);
  });

  it('keeps the last value when a later read fails, and tells the failure', async () => {
    const settings = new FromJournal(
      host,
      () => journal,
      (from) => from.settings(),
    );
    await settings.refresh();
    journal.failure = new Failure('journal-blocked');
    await settings.refresh();
    expect(settings.value?.version).to.equal(1);
    expect(settings.failure?.code).to.equal('journal-blocked');
    journal.failure = null;
    await settings.refresh();
    expect(settings.failure).to.equal(null);
  });

  it('drops an answer that a later read has overtaken', async () => {
    const answers: ((value: string) => void)[] = [];
    const slow = new FromJournal(
      host,
      () => journal,
      () => new Promise<string>((resolve) => answers.push(resolve)),
    );
    const [first, second] = [slow.refresh(), slow.refresh()];
    answers[1]!('new');
    await second;
    answers[0]!('old');
    await first;
    expect(slow.value).to.equal('new');
  });
});
