import { expect } from 'chai';
import type { Journal } from '../../../app/journal/journal';
import { openVault } from '../../../app/journal/open-journal';
import { newRecoveryCode } from '../../../app/journal/vault/recovery-code';
import { replaceSecrets, setPassphrase, unlockWith } from '../../../app/journal/vault/secrets';
import { checkIn, draft, NOON_MS, recall, trace } from '../support/samples';
import { allSealed, Desk, whileStubbed } from '../support/with-journal';

const FIRST = { kind: 'passphrase', text: 'four small words together' } as const;
const STORES = ['entries', 'traces', 'drafts', 'settings', 'months', 'words', 'changes'] as const;

describe('sealing everything again with a new key', () => {
  let desk: Desk;
  let code: string;
  beforeEach(async () => {
    desk = new Desk();
    code = newRecoveryCode();
    const journal = await desk.tab();
    await (await journal.changeFeed()).start();
    const entries = Array.from({ length: 120 }, (_, at) => checkIn(`entry-${at}`, NOON_MS - at * 86_400_000));
    await journal.saveAll(entries.map((entry) => ({ entry, trace: null })));
    await journal.save(recall(), trace());
    await journal.keepDraft(draft({ entryId: 'begun' }));
    await journal.changeSettings({ recallMs: 60_000 });
    journal.close();
  });
  afterEach(() => desk.clear());

  const open = async (secret?: Parameters<typeof unlockWith>[1]) => {
    const closed = await openVault({ name: desk.name });
    desk.alsoClose(closed);
    if (secret) await unlockWith(closed.vault, secret);
    const journal = await closed.open();
    desk.alsoClose(journal);
    return { ...closed, journal };
  };
  const everything = async (journal: Journal) => ({
    list: await journal.list(),
    outlines: await journal.outlines(),
    trace: await journal.trace('first'),
    draft: await journal.draft('recall'),
    settings: await journal.settings(),
    found: (await journal.search('snow', (name) => name)).outlines,
    changes: await (await journal.changeFeed()).list(),
  });
  /** How many records are sealed with each key, by its name. */
  const keysInUse = async () => {
    const records = (await Promise.all(STORES.map((store) => desk.raw(store)))).flat();
    return new Set(records.map(({ body }) => (body as Uint8Array).slice(0, 9).join()));
  };

  it('changes nothing that is read, and leaves no record under the key of before', async () => {
    const { vault, journal } = await open();
    const before = await everything(journal);
    await setPassphrase(vault, FIRST.text, code);
    expect(await everything(journal), 'meanwhile').to.deep.equal(before);
    await allSealed(vault);
    expect(await everything(journal)).to.deep.equal(before);
    expect((await keysInUse()).size).to.equal(1);
    expect(await everything((await open(FIRST)).journal)).to.deep.equal(before);
  }).timeout(60_000);

  it('loses nothing where it is cut off at any write, and is gone on with at the next start', async () => {
    const first = await open();
    const before = await everything(first.journal);
    await setPassphrase(first.vault, FIRST.text, code);
    first.journal.close();
    const put = IDBObjectStore.prototype.put;
    for (const allowed of [0, 1, 5, 60, 120]) {
      let left = allowed;
      const failing = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
        if (this.name !== 'vault' && left-- <= 0) throw new DOMException('killed', 'UnknownError');
        return put.apply(this, args);
      };
      await whileStubbed(IDBObjectStore.prototype, 'put', failing, async () => {
        const { vault, journal } = await open(FIRST);
        const stopped = new Promise<void>((resolve) => {
          vault.onProgress = () => vault.progress === null && resolve();
        });
        await stopped;
        expect(vault.sealing, `after ${allowed}`).to.equal(true);
        expect(await everything(journal), `after ${allowed}`).to.deep.equal(before);
        journal.close();
      });
    }
    const { vault, journal } = await open(FIRST);
    await allSealed(vault);
    expect(await everything(journal)).to.deep.equal(before);
    expect((await keysInUse()).size).to.equal(1);
  }).timeout(60_000);

  it('takes no write of a person for another version, and overwrites none', async () => {
    const { vault, journal } = await open();
    const entry = await journal.entry('entry-7');
    const saved = { ...checkIn('entry-7', NOON_MS - 7 * 86_400_000), appVersion: 'changed' };
    await setPassphrase(vault, FIRST.text, code);
    await journal.save(saved, null);
    await allSealed(vault);
    const again = { ...saved, appVersion: 'changed again' };
    await journal.save(again, null);
    expect(entry).to.not.have.property('problem');
    expect(await journal.entry('entry-7')).to.deep.equal(again);
    expect((await journal.list()).entries, 'no second version beside it').to.have.length(121);
  }).timeout(60_000);

  it('begins again where the key is changed once more', async () => {
    const { vault, journal } = await open();
    const before = await everything(journal);
    await setPassphrase(vault, FIRST.text, code);
    await replaceSecrets(vault, FIRST, [{ kind: 'passphrase', text: 'another one entirely' }]);
    await replaceSecrets(vault, { kind: 'recovery', code }, [FIRST]);
    await allSealed(vault);
    expect((await keysInUse()).size).to.equal(1);
    expect(await everything(journal)).to.deep.equal(before);
  }).timeout(60_000);

  it('is done by one tab, and by another if that one is closed', async () => {
    const [here, there] = [await open(), await open()];
    await setPassphrase(here.vault, FIRST.text, code);
    await there.vault.takeShared(here.vault.shared!);
    here.journal.close();
    await allSealed(there.vault);
    expect((await keysInUse()).size).to.equal(1);
    expect((await there.journal.list()).unreadable).to.deep.equal([]);
  }).timeout(60_000);
});
