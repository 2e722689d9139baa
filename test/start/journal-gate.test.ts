import { expect } from 'chai';
import { openVault } from '../../app/journal/open-journal';
import { JournalLock } from '../../app/journal/vault/journal-lock';
import { LockChannel } from '../../app/journal/vault/lock-channel';
import { newRecoveryCode } from '../../app/journal/vault/recovery-code';
import { setPassphrase } from '../../app/journal/vault/secrets';
import { type PassedGate, passGate } from '../../app/start/journal-gate';
import { checkIn, NOON_MS } from '../journal/support/samples';
import { Desk, rejection, whileStubbed } from '../journal/support/with-journal';

const settled = () => new Promise((resolve) => setTimeout(resolve, 100));

describe('the way into a locked journal', () => {
  let desk: Desk;
  let open: JournalLock;
  let channels: LockChannel[];
  let reloads: number;
  beforeEach(async () => {
    desk = new Desk();
    [channels, reloads] = [[], 0];
    await (await desk.tab()).save(checkIn('one', NOON_MS), null);
    open = await tab();
  });
  afterEach(async () => {
    for (const channel of channels) channel.close();
    await desk.clear();
  });

  /** A tab that is open, on a journal that has a passphrase. */
  const tab = async () => {
    const closed = await openVault({ name: desk.name });
    desk.alsoClose(closed);
    await setPassphrase(closed.vault, 'four small words together', newRecoveryCode());
    const channel = new LockChannel(desk.name);
    channels.push(channel);
    return new JournalLock(closed.vault, channel);
  };
  const enter = async () => {
    const passed = await passGate({ name: desk.name, reload: () => reloads++ });
    desk.alsoClose(passed.journal);
    return passed;
  };

  it('asks for nothing where another tab unlocks while the lock screen is being fetched', async () => {
    // Nobody answers at first; the key comes when the screen's code is on its way, and is told only once.
    const answeredTooLate = async (): Promise<boolean> => {
      setTimeout(() => open.share());
      return false;
    };
    const { journal } = await whileStubbed(JournalLock.prototype, 'takeFromOtherTab', answeredTooLate, enter);
    expect((await journal.outlines()).outlines.map(({ id }) => id)).to.deep.equal(['one']);
    expect(document.querySelector('rv-lock')).to.equal(null);
  }).timeout(10_000);

  it('is open where another tab is, and closes with it', async () => {
    const { journal, lock } = await enter();
    expect((await journal.outlines()).outlines.map(({ id }) => id)).to.deep.equal(['one']);
    expect(lock.locked).to.equal(false);
    await open.lockNow();
    await settled();
    expect([lock.locked, reloads]).to.deep.equal([true, 1]);
    expect((await rejection(journal.outlines())).code).to.equal('journal-unreadable');
  }).timeout(60_000);

  it('shows nothing where another tab locks while it opens', async () => {
    let passed: PassedGate | undefined;
    // Read when the journal opens.
    const release = await desk.hold('months');
    void enter().then((given) => (passed = given));
    await settled();
    await settled();
    const locking = open.lockNow();
    await settled();
    await release();
    await locking;
    await settled();
    expect(reloads).to.equal(1);
    // Not the value itself: a runner that has to show it would have to copy it.
    expect(passed === undefined).to.equal(true);
    expect((await desk.raw('vault')).map(({ id }) => id)).not.to.include('open');
  }).timeout(60_000);

  it('gives the key to no other tab once it is being locked', async () => {
    let settle = () => {};
    open.beforeLock = () => new Promise((resolve) => (settle = resolve));
    const locking = open.lockNow();
    void passGate({ name: desk.name, reload: () => reloads++ });
    const closed = await openVault({ name: desk.name });
    desk.alsoClose(closed);
    const channel = new LockChannel(desk.name);
    channels.push(channel);
    expect(await new JournalLock(closed.vault, channel).takeFromOtherTab()).to.equal(false);
    settle();
    await locking;
  }).timeout(60_000);
});
