import { expect } from 'chai';
import { openVault } from '../../../app/journal/open-journal';
import { Connection } from '../../../app/journal/store/connection';
import { newRecoveryCode } from '../../../app/journal/vault/recovery-code';
import { removeLock, replaceSecrets, setPassphrase } from '../../../app/journal/vault/secrets';
import { FREE_TRIES, LONGEST_WAIT_MS, waitMs } from '../../../app/journal/vault/slow-down';
import { Vault } from '../../../app/journal/vault/vault';
import type { Wrap } from '../../../app/journal/vault/wraps';
import { checkIn, NOON_MS } from '../support/samples';
import { Desk, rejection, whileStubbed } from '../support/with-journal';

const passphrase = (text: string) => ({ kind: 'passphrase', text }) as const;

describe('the vault', () => {
  let desk: Desk;
  let nowMs: number;
  let monotonicMs: number;
  beforeEach(async () => {
    desk = new Desk();
    [nowMs, monotonicMs] = [NOON_MS, 0];
    await (await desk.tab()).save(checkIn('one', NOON_MS), null);
  });
  afterEach(() => desk.clear());

  const open = async () => {
    const closed = await openVault({
      name: desk.name,
      clock: { epochMs: () => nowMs, monotonicMs: () => monotonicMs },
    });
    desk.alsoClose(closed);
    return closed;
  };
  const ids = async ({ open: unlock }: Awaited<ReturnType<typeof open>>) =>
    (await (await unlock()).outlines()).outlines.map(({ id }) => id);

  it('opens by itself until a passphrase is set; then the passphrase or the code is needed, and no key lies about', async () => {
    const first = await open();
    expect(first.vault.locked).to.equal(false);
    const code = newRecoveryCode();
    await setPassphrase(first.vault, 'four small words together', code);
    const kinds = (await desk.raw('vault')).map(({ id }) => String(id).split('/')[0]);
    expect(kinds.sort()).to.deep.equal(['lock', 'meta', 'older', 'sealing', 'wrap', 'wrap']);

    const locked = await open();
    expect(locked.vault.locked).to.equal(true);
    expect((await rejection(locked.open())).code).to.equal('journal-locked');
    await locked.vault.unlock(passphrase('four small words together'));
    expect(await ids(locked)).to.deep.equal(['one']);

    const byCode = await open();
    await byCode.vault.unlock({ kind: 'recovery', code });
    await replaceSecrets(byCode.vault, { kind: 'recovery', code }, [passphrase('another one entirely')]);
    expect(await ids(byCode)).to.deep.equal(['one']);

    const again = await open();
    expect((await rejection(again.vault.unlock(passphrase('four small words together')))).code).to.equal(
      'secret-wrong',
    );
    await again.vault.unlock(passphrase('another one entirely'));
    await removeLock(again.vault, passphrase('another one entirely'));
    expect(await ids(await open())).to.deep.equal(['one']);
  }).timeout(60_000);

  it('slows down after wrong tries, also over a new start', async () => {
    const { vault } = await open();
    await setPassphrase(vault, 'four small words together', newRecoveryCode());
    await pretendTries(FREE_TRIES - 1);
    const locked = (await open()).vault;
    expect(locked.tries.waitMs()).to.equal(0);
    expect((await rejection(locked.unlock(passphrase('wrong')))).code).to.equal('secret-wrong');
    expect(locked.tries.waitMs()).to.equal(1_000);
    const later = (await open()).vault;
    expect((await rejection(later.unlock(passphrase('four small words together')))).code).to.equal('try-later');
    monotonicMs += 1_000;
    await later.unlock(passphrase('four small words together'));
    expect(later.tries.wrong).to.equal(0);
  }).timeout(60_000);

  const pretendTries = async (wrongTries: number) => {
    await desk.plant('vault', { id: 'tries', version: 1, wrongTries, lastTryMs: nowMs });
  };

  it('counts a try before it is made, and not one that found damage', async () => {
    const { vault } = await open();
    await setPassphrase(vault, 'four small words together', newRecoveryCode());
    const wrap = (await desk.raw('vault')).find((record) => (record.wrap as { kind?: string })?.kind === 'passphrase');
    const damaged = { ...(wrap!.wrap as { iv: Uint8Array }), iv: new Uint8Array(12) };
    await desk.plant('vault', { ...wrap, wrap: damaged });
    const locked = (await open()).vault;
    const error = await rejection(locked.unlock(passphrase('four small words together')));
    expect(error.code).to.equal('keys-damaged');
    expect(locked.tries.wrong).to.equal(0);
  }).timeout(60_000);

  it('opens on a full disk, tells wrong from right there, and slows down all the same', async () => {
    await setPassphrase((await open()).vault, 'four small words together', newRecoveryCode());
    await pretendTries(FREE_TRIES - 1);
    const locked = await open();
    await withoutRoom(async () => {
      expect((await rejection(locked.vault.unlock(passphrase('wrong')))).code).to.equal('secret-wrong');
      expect(locked.vault.tries.waitMs()).to.equal(1_000);
      expect((await rejection(locked.vault.unlock(passphrase('wrong')))).code).to.equal('try-later');
      monotonicMs += 1_000;
      await locked.vault.unlock(passphrase('four small words together'));
      expect(locked.vault.tries.wrong).to.equal(0);
      expect(await ids(locked)).to.deep.equal(['one']);
    });
    await locked.vault.changeLock({ theme: 'dark' });
    expect((await open()).vault.tries.wrong, 'written when there is room again').to.equal(0);
  }).timeout(60_000);

  it('counts no right secret as wrong where the room ends between its two writes', async () => {
    const { vault } = await open();
    await setPassphrase(vault, 'four small words together', newRecoveryCode());
    const locked = (await open()).vault;
    const put = IDBObjectStore.prototype.put;
    let puts = 0;
    const ending = function (this: IDBObjectStore, ...given: Parameters<typeof put>) {
      return puts++ === 0 ? put.apply(this, given) : full();
    };
    await whileStubbed(IDBObjectStore.prototype, 'put', ending, () =>
      locked.unlock(passphrase('four small words together')),
    );
    expect(locked.locked).to.equal(false);
    expect(locked.tries.wrong).to.equal(0);
  }).timeout(60_000);

  const full = () => {
    throw new DOMException('no space', 'QuotaExceededError');
  };
  const withoutRoom = (work: () => Promise<void>) => whileStubbed(IDBObjectStore.prototype, 'put', full, work);

  it('is never made anew over sealed records: without it, or without a way in, nothing is opened and nothing written', async () => {
    for (const id of ['meta', 'device-key', 'wrap']) {
      const records = await desk.raw('vault');
      for (const record of records) if (String(record.id).startsWith(id)) await desk.remove('vault', String(record.id));
      const before = await desk.raw('vault');
      const closed = await open().catch((error: Error & { code?: string }) => error);
      if (closed instanceof Error) expect((closed as { code?: string }).code).to.equal('keys-damaged');
      else expect((await rejection(closed.open())).code, id).to.be.oneOf(['keys-damaged', 'journal-locked']);
      expect(await desk.raw('vault')).to.deep.equal(before);
      for (const record of records) await desk.plant('vault', record);
    }
    for (const record of await desk.raw('vault')) await desk.remove('vault', String(record.id));
    const connection = new Connection({ name: desk.name });
    expect((await rejection(Vault.open(connection))).code).to.equal('keys-damaged');
    connection.close();
    expect(await desk.raw('vault')).to.deep.equal([]);
    expect(await desk.raw('entries')).to.have.length(1);
  });

  it('has changed if that was written, also where it can’t be read again', async () => {
    const { vault } = await open();
    const { getAll } = IDBObjectStore.prototype;
    let written = false;
    const unreadable = function (this: IDBObjectStore, ...query: Parameters<typeof getAll>): IDBRequest<unknown[]> {
      if (written) throw new DOMException('', 'UnknownError');
      return getAll.apply(this, query);
    };
    await whileStubbed(IDBObjectStore.prototype, 'getAll', unreadable, () =>
      vault.changeProtection(({ policy }) => {
        written = true;
        return { policy: { ...policy, onReload: false } };
      }),
    );
    expect((await open()).vault.policy.onReload).to.equal(false);
  });

  it('is another after everything was erased: a tab that slept through it writes nothing', async () => {
    const [here, there] = [await desk.tab(), await desk.tab()];
    await here.eraseAll();
    expect((await rejection(there.save(checkIn('lost', NOON_MS), null))).code).to.equal('save-failed');
    await here.save(checkIn('new', NOON_MS), null);
    expect((await (await desk.tab()).list()).entries.map(({ id }) => id)).to.deep.equal(['new']);
  });

  it('is not written over by a tab that slept through its coming: neither its salt nor its ways in', async () => {
    const [here, there] = [await desk.tab(), await open()];
    await here.eraseAll();
    await here.save(checkIn('new', NOON_MS), null);
    const before = await desk.raw('vault');
    const { known } = there.vault;
    const [wrap] = there.vault.wraps;
    const put = there.vault.writeOwn(known, (store) => store.put({ id: `wrap/${wrap!.id}`, wrap } as never));
    expect((await rejection(put)).code).to.equal('lock-changed');
    expect(await desk.raw('vault'), 'the ways in').to.deep.equal(before);
    expect(there.vault.locked, 'its key is of no use any more').to.equal(true);
    expect(await ids(await open())).to.deep.equal(['new']);
  });

  it('is told as replaced, and left as it is, where that happens while older records are sealed', async () => {
    const other = await desk.tab();
    await desk.forgetSealing();
    let replaced = 0;
    const closed = await openVault({ name: desk.name, onReplaced: () => replaced++ });
    desk.alsoClose(closed);
    const { allIsSealed } = Vault.prototype;
    let before: unknown;
    async function afterAnotherCame(this: Vault): Promise<void> {
      await other.eraseAll();
      before = await desk.raw('vault');
      await allIsSealed.call(this);
    }
    await whileStubbed(Vault.prototype, 'allIsSealed', afterAnotherCame, async () => {
      desk.alsoClose(await closed.open());
    });
    expect(await desk.raw('vault')).to.deep.equal(before);
    expect(replaced).to.equal(1);
  });
});

describe('a journal in which nothing is, when it takes the lock of another', () => {
  const secret = passphrase('four small words together');
  let desk: Desk;
  let other: Desk;
  let wraps: readonly Wrap[];
  beforeEach(async () => {
    [desk, other] = [new Desk(), new Desk()];
    const locked = await openVault({ name: other.name });
    other.alsoClose(locked);
    await setPassphrase(locked.vault, secret.text, newRecoveryCode());
    ({ wraps } = locked.vault);
  });
  afterEach(async () => {
    await desk.clear();
    await other.clear();
  });

  const open = async () => {
    const closed = await openVault({ name: desk.name });
    desk.alsoClose(closed);
    return closed;
  };

  it('is another to a tab that has it open: that is told, and nothing is written under the key of before', async () => {
    const replaced = new Promise<void>((resolve) => void desk.tab({ onReplaced: resolve }));
    const [there, here] = [await desk.tab(), await open()];
    expect(await here.adopt(wraps, secret)).to.equal(true);
    await replaced;
    expect((await rejection(there.save(checkIn('lost', NOON_MS), null))).code).to.equal('save-failed');
    await (await here.open()).save(checkIn('one', NOON_MS), null);

    const again = await open();
    expect(again.vault.locked).to.equal(true);
    await again.vault.unlock(secret);
    const { outlines, unreadable } = await (await again.open()).outlines();
    expect(outlines.map(({ id }) => id)).to.deep.equal(['one']);
    expect(unreadable).to.deep.equal([]);
  }).timeout(60_000);

  it('stays as it is where another tab has written meanwhile', async () => {
    const here = await open();
    await (await desk.tab()).save(checkIn('one', NOON_MS), null);
    const before = await desk.raw('vault');
    expect(await here.adopt(wraps, secret)).to.equal(false);
    expect((await desk.raw('vault')).map(({ id }) => id)).to.deep.equal(before.map(({ id }) => id));
    expect((await (await here.open()).outlines()).outlines.map(({ id }) => id)).to.deep.equal(['one']);
  }).timeout(60_000);

  it('opens with no key of before, such as one that another tab has', async () => {
    const [there, here] = [await open(), await open()];
    const { shared } = there.vault;
    await here.adopt(wraps, secret);
    const again = await open();
    expect(await again.vault.takeShared(shared!)).to.equal(false);
    expect(again.vault.locked).to.equal(true);
    expect(await again.vault.takeShared(here.vault.shared!)).to.equal(true);
    expect(await there.vault.takeShared(shared!)).to.equal(false);
    expect(there.vault.locked, 'and the one of before drops its key when it sees').to.equal(true);
  }).timeout(60_000);
});

describe('the wait after wrong tries', () => {
  it('begins after the fifth, doubles, and ends at five minutes', () => {
    const wait = (wrongTries: number) => waitMs({ wrongTries, lastTryMs: 1_000 }, 1_000);
    expect([0, 4, 5, 6, 7].map(wait)).to.deep.equal([0, 0, 1_000, 2_000, 4_000]);
    expect(wait(20)).to.equal(LONGEST_WAIT_MS);
    expect(wait(2_000)).to.equal(LONGEST_WAIT_MS);
    const twenty = Array.from({ length: 20 }, (_, tries) => wait(tries)).reduce((sum, ms) => sum + ms, 0);
    expect(twenty).to.be.above(30 * 60_000);
  });
});
