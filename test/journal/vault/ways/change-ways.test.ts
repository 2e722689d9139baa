import { expect } from 'chai';
import type { Journal } from '../../../../app/journal/journal';
import { openVault } from '../../../../app/journal/open-journal';
import { ENTRY } from '../../../../app/journal/records/record-kinds';
import { opened } from '../../../../app/journal/records/records';
import type { StoreName } from '../../../../app/journal/store/schema';
import { newRecoveryCode } from '../../../../app/journal/vault/recovery-code';
import {
  removeLock,
  removeSecret,
  renewLock,
  replaceSecrets,
  setPassphrase,
  unlockWith,
} from '../../../../app/journal/vault/secrets';
import type { Vault } from '../../../../app/journal/vault/vault';
import { addWay } from '../../../../app/journal/vault/ways/change-ways';
import type { Secret } from '../../../../app/journal/vault/wraps';
import { checkIn, NOON_MS } from '../../support/samples';
import { makeVersion3 } from '../../support/version-3';
import { allSealed, Desk, rejection } from '../../support/with-journal';

const passphrase = (text: string) => ({ kind: 'passphrase', text }) as const;
const FIRST = passphrase('four small words together');
const SECOND = passphrase('another one entirely');

describe('a change of what opens the journal', () => {
  let desk: Desk;
  let code: string;
  beforeEach(async () => {
    desk = new Desk();
    code = newRecoveryCode();
    await (await desk.tab()).save(checkIn('before', NOON_MS), null);
  });
  afterEach(() => desk.clear());

  const open = async () => {
    const closed = await openVault({ name: desk.name });
    desk.alsoClose(closed);
    return closed;
  };
  const unlocked = async (secret?: Secret) => {
    const closed = await open();
    if (secret) await unlockWith(closed.vault, secret);
    const journal = await closed.open();
    desk.alsoClose(journal);
    return { ...closed, journal };
  };
  const ids = async (journal: Journal) => (await journal.list()).entries.map(({ id }) => id).sort();
  /** The codec of the keys a vault had, which its past tabs and its leftovers have. */
  const codecOf = async (vault: Vault) => (await vault.keys()).codec;
  const unreadableWith = async (codec: Awaited<ReturnType<typeof codecOf>>) => {
    const results = await Promise.all(
      (await desk.raw('entries')).map((record) => opened(codec, ENTRY, String(record.id), record)),
    );
    return results.every(({ ok }) => !ok);
  };

  it('makes a new key: the one of before opens nothing written after, nor what was there once it is sealed again', async () => {
    const { vault, journal } = await unlocked();
    const changes: readonly (() => Promise<void>)[] = [
      () => setPassphrase(vault, FIRST.text, code),
      () => replaceSecrets(vault, FIRST, [SECOND]),
      () => replaceSecrets(vault, SECOND, [{ kind: 'recovery', code: newRecoveryCode() }]),
      () => removeLock(vault, SECOND),
    ];
    for (const [at, change] of changes.entries()) {
      const old = await codecOf(vault);
      const { key } = vault;
      await change();
      expect(vault.key).to.not.deep.equal(key);
      await journal.save(checkIn(`after-${at}`, NOON_MS), null);
      const [written] = (await desk.raw('entries')).filter(({ id }) => id === `after-${at}`);
      expect((await opened(old, ENTRY, `after-${at}`, written)).ok, 'what was written after').to.equal(false);
      await allSealed(vault);
      expect(await unreadableWith(old), 'everything, once it is sealed again').to.equal(true);
      expect(await ids(journal)).to.have.length(at + 2);
    }
    expect(await ids((await unlocked()).journal), 'it opens by itself again').to.have.length(changes.length + 1);
  }).timeout(120_000);

  it('keeps the other ways in, whose secrets nobody was asked for, over any number of changes', async () => {
    const { vault } = await unlocked();
    await setPassphrase(vault, FIRST.text, code);
    const passkey: Secret = { kind: 'passkey', credential: new Uint8Array(16), output: new Uint8Array(32).fill(7) };
    await addWay(vault, FIRST, passkey);
    await replaceSecrets(vault, FIRST, [SECOND]);
    await replaceSecrets(vault, { kind: 'recovery', code }, [FIRST]);
    for (const secret of [FIRST, { kind: 'recovery', code } as const, passkey]) {
      expect(await ids((await unlocked(secret)).journal), secret.kind).to.deep.equal(['before']);
    }
    expect((await rejection(unlockWith((await open()).vault, SECOND))).code).to.equal('secret-wrong');
    await removeSecret(vault, FIRST, vault.wraps.find(({ kind }) => kind === 'passkey')!.id);
    const { output } = passkey as Extract<Secret, { kind: 'passkey' }>;
    expect(
      (await rejection((await open()).vault.unlock({ ...passkey, output: output.slice() } as Secret))).code,
    ).to.equal('keys-damaged');
    expect(await ids((await unlocked({ kind: 'recovery', code })).journal)).to.deep.equal(['before']);
  }).timeout(120_000);

  it('leaves no wrap of before in the store', async () => {
    const { vault } = await unlocked();
    await setPassphrase(vault, FIRST.text, code);
    const before = vault.wraps.map(({ id }) => id);
    await replaceSecrets(vault, FIRST, [SECOND, { kind: 'recovery', code: newRecoveryCode() }]);
    const stored = (await desk.raw('vault')).filter(({ id }) => String(id).startsWith('wrap/'));
    expect(stored).to.have.length(2);
    for (const id of before) expect(stored.map((record) => record.id)).to.not.include(`wrap/${id}`);
  }).timeout(120_000);

  it('by two tabs at once is that of the faster one, and the slower is told so', async () => {
    const [here, there] = [await unlocked(), await unlocked()];
    const outcomes = await Promise.allSettled([
      setPassphrase(here.vault, FIRST.text, code),
      setPassphrase(there.vault, SECOND.text, newRecoveryCode()),
    ]);
    const refused = outcomes.filter((one) => one.status === 'rejected');
    expect(refused.map(({ reason }) => reason.code)).to.deep.equal(['lock-changed']);
    expect((await rejection(setPassphrase(there.vault, SECOND.text, code))).code, 'and later').to.equal('lock-changed');
    const winner = outcomes[0]!.status === 'fulfilled' ? FIRST : SECOND;
    expect(await ids((await unlocked(winner)).journal)).to.deep.equal(['before']);
  }).timeout(120_000);
});

describe('a lock that was changed from outside', () => {
  let desk: Desk;
  let code: string;
  beforeEach(async () => {
    desk = new Desk();
    code = newRecoveryCode();
    const journal = await desk.tab();
    await journal.save(checkIn('mine', NOON_MS), null);
    const closed = await open();
    await setPassphrase(closed.vault, FIRST.text, code);
    const mine = await closed.open();
    desk.alsoClose(mine);
    await closed.vault.changeProtection(() => ({ policy: { idleMs: 60_000, hiddenMs: 0, onReload: true } }));
    await allSealed(closed.vault);
  });
  afterEach(() => desk.clear());

  const open = async () => {
    const closed = await openVault({ name: desk.name });
    desk.alsoClose(closed);
    return closed;
  };
  const raw = async (store: StoreName, id: string) => (await desk.raw(store)).find((record) => record.id === id)!;
  const unlocked = async () => {
    const closed = await open();
    await unlockWith(closed.vault, FIRST);
    const journal = await closed.open();
    desk.alsoClose(journal);
    return { ...closed, journal };
  };

  it('is not altered as it is', async () => {
    const { vault } = await unlocked();
    expect([vault.altered, vault.policy.idleMs, vault.carried.length]).to.deep.equal([false, 60_000, 2]);
  }).timeout(60_000);

  const never = { idleMs: null, hiddenMs: null, onReload: false };
  const alterations: Readonly<Record<string, () => Promise<void>>> = {
    'times that never lock, and a record in the clear': async () => {
      const { salt, createdMs } = await raw('vault', 'meta');
      await desk.plant('vault', { id: 'meta', version: 1, salt, createdMs, plainLeft: true });
      await desk.plant('vault', { ...(await raw('vault', 'lock')), policy: never });
    },
    'its sealed part cut': async () => {
      const meta = await raw('vault', 'meta');
      await desk.plant('vault', { ...meta, sealed: (meta.sealed as Uint8Array).slice(0, 40) });
    },
    'another way in put beside': async () => {
      const wrap = (await desk.raw('vault')).find(({ id }) => String(id).startsWith('wrap/'))!;
      await desk.plant('vault', { id: 'wrap/other', wrap: { ...(wrap.wrap as object), id: 'other' } });
    },
    'a way in taken away': async () => {
      const wraps = (await desk.raw('vault')).filter(({ wrap }) => (wrap as { kind?: string })?.kind === 'recovery');
      await desk.remove('vault', String(wraps[0]!.id));
    },
  };
  for (const [what, alter] of Object.entries(alterations)) {
    it(`is told as that and opens with the default times (${what}); renewed, it is ours again`, async () => {
      await alter();
      await desk.plant('entries', { id: 'forged', startedMs: NOON_MS, body: checkIn('forged', NOON_MS) });
      const { vault, journal } = await unlocked();
      expect(vault.altered).to.equal(true);
      expect(vault.policy.idleMs).to.not.equal(null);
      expect(await journal.entry('forged')).to.have.property('problem');
      expect((await journal.list()).entries.map(({ id }) => id)).to.deep.equal(['mine']);
      expect((await rejection(vault.changeProtection(() => ({ policy: never })))).code).to.equal('lock-altered');
      expect((await rejection(replaceSecrets(vault, FIRST, [SECOND]))).code).to.equal('lock-altered');
      await renewLock(vault, FIRST, SECOND.text, newRecoveryCode());
      expect([vault.altered, vault.wraps.length, vault.carried.length]).to.deep.equal([false, 2, 2]);
      await allSealed(vault);
      expect((await journal.list()).entries.map(({ id }) => id)).to.deep.equal(['mine']);
    }).timeout(120_000);
  }

  it('keeps a removed passphrase out where its wrap is put back', async () => {
    const { vault } = await unlocked();
    const wraps = (await desk.raw('vault')).filter(({ id }) => String(id).startsWith('wrap/'));
    await replaceSecrets(vault, FIRST, [SECOND]);
    for (const wrap of wraps) await desk.plant('vault', wrap);
    const locked = (await open()).vault;
    expect((await rejection(unlockWith(locked, FIRST))).code).to.equal('keys-damaged');
    expect(locked.locked).to.equal(true);
    await unlockWith(locked, SECOND);
    expect(locked.altered).to.equal(true);
  }).timeout(120_000);

  it('is changed by the person while something is changed in the background', async () => {
    const { vault } = await open();
    await unlockWith(vault, FIRST);
    await Promise.all([
      vault.changeProtection(() => ({ listed: true })),
      replaceSecrets(vault, FIRST, [SECOND]),
      vault.changeProtection(() => ({ listed: true })),
    ]);
    expect([vault.altered, vault.protection.listed]).to.deep.equal([false, true]);
  }).timeout(60_000);

  it('does not open by a device key that was put beside the passphrase', async () => {
    const other = new Desk();
    await other.tab();
    for (const record of await other.raw('vault')) {
      if (/^(wrap|device-key)/.test(String(record.id))) await desk.plant('vault', record);
    }
    await other.clear();
    const { vault } = await open();
    expect([vault.locked, vault.protected]).to.deep.equal([true, true]);
    await unlockWith(vault, FIRST);
    expect(vault.altered).to.equal(true);
  }).timeout(60_000);
});

describe('a lock that an older version of the app made', () => {
  const desk = new Desk();
  afterEach(() => desk.clear());

  it('opens, keeps its times, and is renewed with a new code before anything else about it is changed', async () => {
    const { recoveryCode } = await makeVersion3(desk.name);
    const closed = await openVault({ name: desk.name });
    desk.alsoClose(closed);
    const { vault } = closed;
    const byCode: Secret = { kind: 'recovery', code: recoveryCode };
    await unlockWith(vault, byCode);
    const journal = await closed.open();
    desk.alsoClose(journal);
    const before = await journal.list();
    expect(before.entries.length).to.be.greaterThan(0);
    expect([vault.altered, vault.carried.length]).to.deep.equal([false, 0]);
    const meta = (await desk.raw('vault')).find(({ id }) => id === 'meta')!;
    expect(meta.version, 'what steers it is sealed').to.equal(2);
    expect((await rejection(replaceSecrets(vault, byCode, [FIRST]))).code).to.equal('lock-altered');
    const code = newRecoveryCode();
    await renewLock(vault, byCode, FIRST.text, code);
    await allSealed(vault);
    expect(await journal.list()).to.deep.equal(before);
    expect(vault.carried.length).to.equal(2);
    const again = await openVault({ name: desk.name });
    desk.alsoClose(again);
    expect((await rejection(again.vault.unlock(byCode))).code).to.equal('secret-wrong');
    await again.vault.unlock({ kind: 'recovery', code });
    const reopened = await again.open();
    desk.alsoClose(reopened);
    expect(await reopened.list()).to.deep.equal(before);
  }).timeout(120_000);
});
