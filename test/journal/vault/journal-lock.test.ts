import { expect } from 'chai';
import { openVault } from '../../../app/journal/open-journal';
import { JournalLock } from '../../../app/journal/vault/journal-lock';
import { LockChannel } from '../../../app/journal/vault/lock-channel';
import { newRecoveryCode } from '../../../app/journal/vault/recovery-code';
import { checkIn, NOON_MS } from '../support/samples';
import { Desk, rejection, whileStubbed } from '../support/with-journal';
import { FakeHandOver } from './fake-hand-over';

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
    lock.aroundNewSecrets = async (change) => {
      await change(null);
      told++;
    };
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

  it('takes a passphrase that could be a recovery code, at each place that asks for the one there is', async () => {
    const closed = await openVault({ name: desk.name });
    desk.alsoClose(closed);
    const channel = new LockChannel(desk.name);
    desk.alsoClose(channel);
    const lock = new JournalLock(closed.vault, channel);
    const passphrase = 'garden ladder castle lemon lemon';
    await lock.setUp(passphrase, newRecoveryCode());
    closed.vault.lock();
    await lock.unlock(passphrase);
    expect(lock.locked).to.equal(false);
    await lock.changeRecoveryCode(passphrase, newRecoveryCode());
    await lock.changePassphrase(passphrase, 'tiger garden planet cherry tiger');
    await lock.remove('tiger garden planet cherry tiger');
    expect(lock.state.protected).to.equal(false);
  }).timeout(60_000);

  it('counts a wrong secret in Settings with those at the lock screen', async () => {
    const closed = await openVault({ name: desk.name });
    desk.alsoClose(closed);
    const channel = new LockChannel(desk.name);
    desk.alsoClose(channel);
    const lock = new JournalLock(closed.vault, channel);
    const code = newRecoveryCode();
    await lock.setUp('four small words together', code);
    const changes = [
      () => lock.changePassphrase('wrong', 'another one entirely'),
      () => lock.changeRecoveryCode('wrong', newRecoveryCode()),
      () => lock.remove('wrong'),
      () => lock.addPasskey('wrong'),
      () => lock.unlock('wrong'),
    ];
    for (const change of changes) expect((await rejection(change())).code).to.equal('secret-wrong');
    expect(lock.waitMs()).to.be.above(0);
    expect((await rejection(lock.remove(code))).code).to.equal('try-later');
    expect(lock.state.protected).to.equal(true);
  }).timeout(60_000);
});

describe('locking', () => {
  let desk: Desk;
  let channels: LockChannel[];
  let code: string;
  let handOver: FakeHandOver;
  beforeEach(async () => {
    desk = new Desk();
    handOver = new FakeHandOver();
    [channels, code] = [[], newRecoveryCode()];
    const { lock } = await tab();
    await lock.setUp('four small words together', code);
    await lock.changePolicy({ onReload: false });
  });
  afterEach(async () => {
    sessionStorage.clear();
    for (const channel of channels) channel.close();
    await desk.clear();
  });

  const tab = async () => {
    const closed = await openVault({ name: desk.name });
    desk.alsoClose(closed);
    const channel = new LockChannel(desk.name);
    channels.push(channel);
    const lock = new JournalLock(closed.vault, channel, handOver);
    const dropped = new Promise<void>((resolve) => (lock.onLocked = resolve));
    return { ...closed, lock, dropped };
  };
  it('leaves no key behind: neither in a store nor for the next page of the tab', async () => {
    const here = await tab();
    await here.lock.unlock(code);
    here.lock.keepForReload();
    expect((await desk.raw('vault')).map(({ id }) => String(id).split('/')[0])).to.not.include.members(['open']);
    expect(await (await tab()).lock.reopen(), 'once').to.equal(true);
    expect(await (await tab()).lock.reopen(), 'and no more').to.equal(false);
    here.lock.keepForReload();
    await here.lock.lockNow();
    await here.dropped;
    here.lock.keepForReload();
    expect(await (await tab()).lock.reopen()).to.equal(false);
  }).timeout(60_000);

  it('hands no key on where a reload is to ask, nor to another tab, nor one of before a change', async () => {
    const here = await tab();
    await here.lock.unlock(code);
    here.lock.keepForReload();
    sessionStorage.clear();
    expect(await (await tab()).lock.reopen(), 'a tab without the token').to.equal(false);
    await here.lock.changePolicy({ onReload: true });
    here.lock.keepForReload();
    expect(await (await tab()).lock.reopen(), 'as it was chosen').to.equal(false);
    await here.lock.changePolicy({ onReload: false });
    here.lock.keepForReload();
    await here.lock.changePassphrase(code, 'another one entirely');
    expect(await (await tab()).lock.reopen(), 'a key of before').to.equal(false);
    here.lock.keepForReload();
    expect(await (await tab()).lock.reopen(), 'the new one').to.equal(true);
  }).timeout(60_000);

  it('goes on in a tab where another one has changed the passphrase', async () => {
    const [here, there] = [await tab(), await tab()];
    for (const { lock } of [here, there]) await lock.unlock(code);
    const journal = await there.open();
    desk.alsoClose(journal);
    await here.lock.changePassphrase(code, 'another one entirely');
    await journal.save(checkIn('after', NOON_MS), null);
    expect((await journal.list()).entries.map(({ id }) => id)).to.deep.equal(['after']);
    expect(there.lock.locked).to.equal(false);
  }).timeout(60_000);

  it('comes about in every tab where the store cannot be written', async () => {
    const [here, there] = [await tab(), await tab()];
    for (const { lock } of [here, there]) await lock.unlock(code);
    const torn = () => {
      throw new DOMException('torn', 'UnknownError');
    };
    await whileStubbed(IDBObjectStore.prototype, 'put', torn, async () => {
      await here.lock.lockNow();
      await Promise.all([here.dropped, there.dropped]);
    });
    expect([here.lock.locked, there.lock.locked]).to.deep.equal([true, true]);
  }).timeout(60_000);

  it('comes about where the store cannot be reached at all', async () => {
    const here = await tab();
    await here.lock.unlock(code);
    here.close();
    await here.lock.lockNow();
    await here.dropped;
    expect(here.lock.locked).to.equal(true);
  }).timeout(60_000);

  it('does not where what is under way cannot be kept: the journal stays open, and no tab is told', async () => {
    const [here, there] = [await tab(), await tab()];
    for (const { lock } of [here, there]) await lock.unlock(code);
    here.lock.beforeLock = () => Promise.reject(new Error('no room'));
    expect((await rejection(here.lock.lockNow())).message).to.equal('no room');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect([here.lock.locked, there.lock.locked]).to.deep.equal([false, false]);
    expect(await (await tab()).lock.takeFromOtherTab(), 'and gives its key again').to.equal(true);
  }).timeout(60_000);
});
