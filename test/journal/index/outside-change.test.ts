import { expect } from 'chai';
import { NOTHING_OUTSIDE, type OutsideChange } from '../../../app/domain/entry/outside-change';
import type { Journal } from '../../../app/journal/journal';
import { openVault } from '../../../app/journal/open-journal';
import type { StoreName } from '../../../app/journal/store/schema';
import { newRecoveryCode } from '../../../app/journal/vault/recovery-code';
import { setPassphrase, unlockWith } from '../../../app/journal/vault/secrets';
import { checkIn, NOON_MS, recall, trace } from '../support/samples';
import { Desk, whileStubbed } from '../support/with-journal';

const PASSPHRASE = { kind: 'passphrase', text: 'four small words together' } as const;
const DAY_MS = 86_400_000;
/** In another month than the others. */
const AUGUST_MS = NOON_MS - 90 * DAY_MS;

describe('a store that something else has changed', () => {
  let desk: Desk;
  let journal: Journal;
  beforeEach(async () => {
    desk = new Desk();
    journal = await desk.tab();
    await journal.save(recall(), trace());
    await journal.save(checkIn('one', NOON_MS), null);
    await journal.save(checkIn('august', AUGUST_MS), null);
  });
  afterEach(() => desk.clear());

  const record = async (store: StoreName, id: string) => (await desk.raw(store)).find((one) => one.id === id)!;
  /** What a new start finds, and the daily copy, which reads everything. */
  const found = async (): Promise<OutsideChange | null> => {
    const tab = await desk.tab();
    const { outlines } = await tab.outlines();
    for (const { id } of outlines) {
      const before = await tab.outside();
      const told = new Promise<void>((resolve) => {
        const stop = tab.subscribe(() => {
          stop();
          resolve();
        });
        setTimeout(resolve, 150);
      });
      await tab.peek(id);
      await tab.trace(id).catch(() => null);
      if (before === (await tab.outside())) await told;
    }
    return tab.outside();
  };
  const change = (what: Partial<OutsideChange>): OutsideChange => ({ ...NOTHING_OUTSIDE, ...what });

  it('is none after saves, changes and deletions, here and in another tab', async () => {
    const other = await desk.tab();
    await journal.save(checkIn('one', NOON_MS + 1), null);
    await other.save(recall({ id: 'second' }), trace('second'));
    await journal.save(checkIn('august', NOON_MS + 2), null);
    await other.erase('first');
    await journal.save(recall({ id: 'second' }), null);
    expect(await found()).to.equal(null);
    expect(await journal.outside()).to.equal(null);
  });

  it('is told when a record was removed', async () => {
    await desk.remove('entries', 'one');
    expect(await found()).to.deep.equal(change({ missing: 1 }));
    expect(await found(), 'until it was seen').to.deep.equal(change({ missing: 1 }));
    const tab = await desk.tab();
    await tab.forgetOutside();
    expect(await found()).to.equal(null);
    expect((await tab.outlines()).outlines.map(({ id }) => id)).to.have.members(['first', 'august']);
  });

  it('is told when an entry that was deleted is back', async () => {
    const old = await record('entries', 'one');
    await journal.erase('one');
    await desk.plant('entries', old);
    expect(await found()).to.deep.equal(change({ added: 1 }));
  });

  it('is told when an older version of one entry stands beside newer others', async () => {
    const old = await record('entries', 'one');
    await journal.save(
      { ...checkIn('one', NOON_MS), report: { ...checkIn('one', NOON_MS).report, note: 'newer' } },
      null,
    );
    await desk.plant('entries', old);
    expect(await found()).to.deep.equal(change({ older: 1 }));
  });

  it('is told when an older trace was put back, and when one was removed', async () => {
    const old = await record('traces', 'first');
    await journal.save(recall(), trace());
    await desk.plant('traces', old);
    expect(await found()).to.deep.equal(change({ older: 1 }));
    await desk.remove('traces', 'first');
    expect(await found()).to.deep.equal(change({ older: 2 }));
  });

  it('is told when an entry was put back together with the list of its month', async () => {
    const [entry, month, words] = await Promise.all([
      record('entries', 'august'),
      record('months', '2026-08'),
      record('words', '2026-08'),
    ]);
    await journal.erase('august');
    await desk.plant('entries', entry);
    await desk.plant('months', month);
    await desk.plant('words', words);
    expect(await found()).to.deep.equal(change({ months: 1 }));
  });

  it('is told when a whole month was removed with its list', async () => {
    for (const store of ['months', 'words'] as const) await desk.remove(store, '2026-08');
    await desk.remove('entries', 'august');
    expect(await found()).to.deep.equal(change({ months: 1 }));
  });

  it('is told when the list of all months was removed, once it is certain that there was one', async () => {
    const { vault } = await unlocked();
    await setPassphrase(vault, PASSPHRASE.text, newRecoveryCode());
    expect(await (await unlocked()).tab.outside()).to.equal(null);
    await desk.remove('state', 'month-list');
    await desk.remove('entries', 'one');
    expect(await (await unlocked()).tab.outside()).to.deep.equal(change({ unlisted: true }));
  });

  it('is told so too if the lock is from before there were lists, once a start has noted that there is one', async () => {
    const { vault } = await unlocked();
    await setPassphrase(vault, PASSPHRASE.text, newRecoveryCode());
    await vault.changeProtection(() => ({ listed: false }));
    const second = await unlocked();
    while (!second.vault.protection.listed) await second.vault.reload();
    await desk.remove('state', 'month-list');
    expect(await (await unlocked()).tab.outside()).to.deep.equal(change({ unlisted: true }));
  });

  it('is none when a store of before there were lists is opened: it gets them', async () => {
    await desk.remove('state', 'month-list');
    for (const { id } of await desk.raw('months')) {
      const { seals: _, ...month } = (await desk.unsealed('months', `${id}`)) as Record<string, unknown>;
      await desk.plantSealed('months', `${id}`, { ...month, version: 4 });
    }
    expect(await found()).to.equal(null);
    await desk.remove('entries', 'one');
    expect(await found()).to.deep.equal(change({ missing: 1 }));
  });

  it('is none when a write was cut off anywhere: entry, month and list come together or not at all', async () => {
    const { put } = IDBObjectStore.prototype;
    for (let at = 0; at < 5; at++) {
      let left = at;
      const cut = function (this: IDBObjectStore, ...args: Parameters<typeof put>): IDBRequest<IDBValidKey> {
        if (left-- === 0) this.transaction.abort();
        return put.apply(this, args);
      };
      await whileStubbed(IDBObjectStore.prototype, 'put', cut, () =>
        journal.save(checkIn(`cut ${at}`, NOON_MS + at), null).catch(() => undefined),
      );
      expect(await found(), `put ${at}`).to.equal(null);
    }
  });

  /** A tab on the journal, with the passphrase if it has one. */
  async function unlocked() {
    const closed = await openVault({ name: desk.name });
    desk.alsoClose(closed);
    if (closed.vault.locked) await unlockWith(closed.vault, PASSPHRASE);
    return { vault: closed.vault, tab: await closed.open() };
  }
});
