import { expect } from 'chai';
import { openVault } from '../../../app/journal/open-journal';
import { JournalLock } from '../../../app/journal/vault/journal-lock';
import { LockChannel } from '../../../app/journal/vault/lock-channel';
import { newRecoveryCode } from '../../../app/journal/vault/recovery-code';
import { Desk, rejection } from '../with-journal';

describe('the journal’s lock', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => desk.clear());

  it('tells when other secrets open it, and only then', async () => {
    const closed = await openVault({ name: desk.name });
    desk.alsoClose(closed);
    const channel = new LockChannel(desk.name);
    desk.alsoClose(channel);
    const lock = new JournalLock(closed.vault, channel);
    let told = 0;
    lock.onNewSecrets = () => void told++;
    await lock.changePolicy({ idleMs: null });
    expect(told).to.equal(0);
    await lock.setUp('four small words together', newRecoveryCode());
    expect(told).to.equal(1);
    expect((await rejection(lock.changePassphrase('not this one', 'another one entirely'))).code).to.equal(
      'secret-wrong',
    );
    expect(told).to.equal(1);
    const code = newRecoveryCode();
    await lock.changeRecoveryCode('four small words together', code);
    await lock.changePassphrase(code, 'another one entirely');
    await lock.remove(code);
    expect(told).to.equal(4);
  }).timeout(60_000);
});
