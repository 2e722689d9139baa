import { expect } from 'chai';
import { openVault } from '../../../app/journal/open-journal';
import { newRecoveryCode } from '../../../app/journal/vault/recovery-code';
import { setPassphrase, unlockWith } from '../../../app/journal/vault/secrets';
import { Desk, rejection, whileStubbed } from '../support/with-journal';
import { PoorWorker } from './poor-worker';

const SECRET = { kind: 'passphrase', text: 'four small words together' } as const;

describe('unlocking with a passphrase whose wrap would be stronger today', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = new Desk();
    const { vault } = await open();
    await whileStubbed(globalThis, 'Worker', PoorWorker, () => setPassphrase(vault, SECRET.text, newRecoveryCode()));
  });
  afterEach(() => desk.clear());

  const open = async () => {
    const closed = await openVault({ name: desk.name });
    desk.alsoClose(closed);
    return closed;
  };
  const functions = async () =>
    (await open()).vault.wraps.filter(({ kind }) => kind === 'passphrase').map(({ kdf }) => kdf.name);

  it('replaces that wrap, and the new one opens', async () => {
    expect(await functions()).to.deep.equal(['pbkdf2-sha256']);
    const { vault } = await open();
    await unlockWith(vault, SECRET);
    expect(vault.locked).to.equal(false);
    expect(await functions()).to.deep.equal(['argon2id']);
    const again = (await open()).vault;
    await unlockWith(again, SECRET);
    expect(again.locked).to.equal(false);
  }).timeout(60_000);

  it('leaves it after a wrong secret, and where there is still no memory for a stronger one', async () => {
    const { vault } = await open();
    expect((await rejection(unlockWith(vault, { ...SECRET, text: 'wrong' }))).code).to.equal('secret-wrong');
    await whileStubbed(globalThis, 'Worker', PoorWorker, () => unlockWith(vault, SECRET));
    expect(vault.locked).to.equal(false);
    expect(await functions()).to.deep.equal(['pbkdf2-sha256']);
  }).timeout(60_000);

  it('unlocks on a full disk, and leaves it there', async () => {
    const { vault } = await open();
    const full = () => {
      throw new DOMException('no space', 'QuotaExceededError');
    };
    await whileStubbed(IDBObjectStore.prototype, 'put', full, () => unlockWith(vault, SECRET));
    expect(vault.locked).to.equal(false);
    expect(await functions()).to.deep.equal(['pbkdf2-sha256']);
  }).timeout(60_000);
});
