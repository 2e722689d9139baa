import { expect } from 'chai';
import { openVault } from '../../../app/journal/open-journal';
import { newRecoveryCode } from '../../../app/journal/vault/recovery-code';
import { setPassphrase, unlockWith } from '../../../app/journal/vault/secrets';
import { checkIn, checkInDraft, NOON_MS, recall, trace } from '../support/samples';
import { rejection, whileStubbed } from '../support/with-journal';
import { Doubtful, idsOf } from './support';

const FULL = () => {
  throw new DOMException('IO error: 000003.log: FILE_ERROR_NO_SPACE', 'UnknownError');
};

/** What is asked of the private file system fails, as on a full disk. */
const whileNoFile = <R>(work: () => Promise<R>): Promise<R> =>
  whileStubbed(FileSystemDirectoryHandle.prototype, 'getFileHandle', async () => FULL(), work);

describe('a store in doubt', () => {
  let doubtful: Doubtful;
  beforeEach(() => {
    doubtful = new Doubtful();
  });
  afterEach(() => doubtful.clear());

  it('is one after a write that may have torn its log, in every tab', async () => {
    const [one, two] = [await doubtful.tab(), await doubtful.tab()];
    const error = await whileStubbed(IDBObjectStore.prototype, 'put', FULL, () =>
      rejection(one.save(checkIn('torn', NOON_MS), null)),
    );
    expect(error.code).to.equal('store-doubtful');
    expect(doubtful.mark.isSet).to.equal(true);
    await two.save(checkIn('kept', NOON_MS), null);
    expect((await doubtful.files()).some((name) => name.startsWith('write-'))).to.equal(true);
  });

  it('is none after the browser has refused a write for its quota', async () => {
    const journal = await doubtful.tab();
    const quota = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
    const error = await whileStubbed(IDBObjectStore.prototype, 'put', quota, () =>
      rejection(journal.save(checkIn('refused', NOON_MS), null)),
    );
    expect(error.code).to.equal('journal-full');
    expect(doubtful.mark.isSet).to.equal(false);
  });

  it('is lost, and everything is back: from before, entries, traces, drafts, settings, and what changed', async () => {
    const journal = await doubtful.tab();
    await journal.save(recall(), trace());
    await journal.save(checkIn('goes', NOON_MS), null);
    await journal.changeSettings({ recallMs: 30_000 });
    doubtful.mark.raise();
    await journal.save(checkIn('later', NOON_MS + 1), null);
    await journal.keepDraft(checkInDraft({ entryId: 'begun' }));
    await journal.changeSettings({ theme: 'dark' });
    await journal.erase('goes');
    const before = await journal.outlines();
    await doubtful.lose();

    const again = await doubtful.tab();
    expect(await idsOf(again)).to.deep.equal(['first', 'later']);
    expect(await again.trace('first')).to.deep.equal(trace());
    expect((await again.draft('check-in'))?.entryId).to.equal('begun');
    expect(await again.settings()).to.include({ recallMs: 30_000, theme: 'dark' });
    expect(await again.outlines()).to.deep.equal(before);
  });

  it('is lost twice, and everything is back twice', async () => {
    const journal = await doubtful.tab();
    doubtful.mark.raise();
    await journal.save(checkIn('one', NOON_MS), null);
    await doubtful.lose();
    await (await doubtful.tab()).save(checkIn('two', NOON_MS), null);
    await doubtful.lose();
    expect(await idsOf(await doubtful.tab())).to.deep.equal(['one', 'two']);
  });

  it('with a passphrase it comes back locked as it was, and no code lies beside it', async () => {
    await (await doubtful.tab()).save(checkIn('one', NOON_MS), null);
    doubtful.closeTabs();
    doubtful.mark.raise();
    const closed = await openVault({ name: doubtful.name });
    await closed.vault.changeLock({ theme: 'dark' });
    expect(await doubtful.files()).to.include('code.txt');
    await setPassphrase(closed.vault, 'four small words together', newRecoveryCode());
    expect(await doubtful.files()).to.have.length(1);
    const journal = await closed.open();
    await journal.save(checkIn('two', NOON_MS), null);
    journal.close();
    await doubtful.lose();

    const again = await openVault({ name: doubtful.name });
    expect(again.vault.locked).to.equal(true);
    await unlockWith(again.vault, { kind: 'passphrase', text: 'four small words together' });
    const opened = await again.open();
    expect(await idsOf(opened)).to.deep.equal(['one', 'two']);
    opened.close();
  });

  it('is not written if the second place cannot be, and the write is refused', async () => {
    const journal = await doubtful.tab();
    await journal.save(checkIn('one', NOON_MS), null);
    doubtful.mark.raise();
    const error = await whileNoFile(() => rejection(journal.save(checkIn('two', NOON_MS), null)));
    expect(error.code).to.equal('store-doubtful');
    expect(await doubtful.desk.raw('entries')).to.have.length(1);
    await journal.save(checkIn('two', NOON_MS), null);
    expect(await idsOf(journal)).to.deep.equal(['one', 'two']);
  });

  it('is not opened while there is no room, because opening writes too', async () => {
    const journal = await doubtful.tab();
    await journal.save(checkIn('one', NOON_MS), null);
    doubtful.closeTabs();
    doubtful.mark.raise();
    const opening = whileStubbed(
      FileSystemFileHandle.prototype,
      'createWritable',
      async () => FULL(),
      () => rejection(doubtful.tab()),
    );
    expect((await opening).code).to.equal('store-doubtful');
    expect(await idsOf(await doubtful.tab())).to.deep.equal(['one']);
  });

  it('acknowledges nothing that only one of the two places has', async () => {
    const journal = await doubtful.tab();
    doubtful.mark.raise();
    await journal.save(checkIn('one', NOON_MS), null);
    const error = await whileNoFile(() => rejection(journal.save(checkIn('two', NOON_MS), null)));
    expect(error.code).to.equal('store-doubtful');
    // Tried again, it is the same entry.
    await journal.save(checkIn('two', NOON_MS), null);
    await doubtful.lose();
    expect(await idsOf(await doubtful.tab())).to.deep.equal(['one', 'two']);
  });

  it('erased as a whole: nothing of it waits in the second place', async () => {
    const journal = await doubtful.tab();
    await journal.save(checkIn('one', NOON_MS), null);
    doubtful.mark.raise();
    await journal.save(checkIn('two', NOON_MS), null);
    await journal.eraseAll();
    expect((await doubtful.files()).filter((name) => name.endsWith('.records'))).to.have.length(1);
    await doubtful.lose();
    expect(await idsOf(await doubtful.tab())).to.deep.equal([]);
  });

  it('an erased entry is soon in no file of the second place', async () => {
    const journal = await doubtful.tab();
    doubtful.mark.raise();
    await journal.save(checkIn('one', NOON_MS), null);
    await journal.erase('one');
    const isLeft = async (): Promise<boolean> => {
      const folder = await doubtful.folder();
      const texts = (await doubtful.files()).map(async (name) =>
        (await (await folder.getFileHandle(name)).getFile()).text(),
      );
      return (await Promise.all(texts)).some((text) => text.includes('"put":{"id":"one"'));
    };
    expect(await isLeft()).to.equal(true);
    const lock = `${doubtful.name}-second`;
    while (await isLeft()) await navigator.locks.request(lock, () => new Promise((resolve) => setTimeout(resolve, 20)));
  });

  it('no matter how many writes, the second place stays small', async () => {
    const journal = await doubtful.tab();
    doubtful.mark.raise();
    for (let at = 0; at < 110; at++) await journal.keepDraft(checkInDraft({ entryId: 'begun' }));
    const lock = `${doubtful.name}-second`;
    while ((await doubtful.files()).length > 10)
      await navigator.locks.request(lock, () => new Promise((resolve) => setTimeout(resolve, 20)));
    await doubtful.lose();
    expect((await (await doubtful.tab()).draft('check-in'))?.entryId).to.equal('begun');
  }).timeout(30_000);
});
